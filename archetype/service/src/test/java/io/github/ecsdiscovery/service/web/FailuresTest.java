package io.github.ecsdiscovery.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    @Test
    void keepTheReasonFromClients() throws Exception {
        HttpResponse<String> answer = answerOf(request -> {
            throw new IllegalStateException("the password is swordfish");
        });

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Internal Server Error\",\"requestId\":\"id\"}");
    }

    @Test
    void tellWhatAnEndpointSays() throws Exception {
        HttpResponse<String> answer = answerOf(request -> {
            throw new HttpException(409, "it is paid already");
        });

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"Conflict\",\"requestId\":\"id\",\"detail\":\"it is paid already\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null"})
    void areBodiesThatHaveNoJsonObject(String body) throws Exception {
        HttpResponse<String> answer =
                answerOf(request -> request.json(JsonBody.of(request)), BodyPublishers.ofString(body));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"detail\":\"expected a JSON object\"");
    }

    @Test
    void areNoBodiesThatHaveOne() throws Exception {
        HttpResponse<String> answer =
                answerOf(request -> request.json(JsonBody.of(request)), BodyPublishers.ofString("{\"a\":[1]}"));

        assertThat(answer.body()).isEqualTo("{\"a\":[1]}");
    }

    private HttpResponse<String> answerOf(Handler<RoutingContext> endpoint) throws Exception {
        return answerOf(endpoint, BodyPublishers.noBody());
    }

    private HttpResponse<String> answerOf(Handler<RoutingContext> endpoint, BodyPublisher body) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(JsonBody.reader());
        router.post("/").handler(endpoint);
        Failures.addTo(router);
        int port = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await(5, TimeUnit.SECONDS)
                .actualPort();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port))
                                .header("X-Request-Id", "id")
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
    }
}
