package io.github.ecsdiscovery.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorResponsesTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    @Test
    void hidesExceptionMessages() throws Exception {
        HttpResponse<String> response = responseOf(request -> {
            throw new IllegalStateException("the password is swordfish");
        });

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEqualTo("{\"error\":\"Internal Server Error\",\"requestId\":\"id\"}");
    }

    @Test
    void includesThePayloadOfHttpExceptions() throws Exception {
        HttpResponse<String> response = responseOf(request -> {
            throw new HttpException(409, "it is paid already");
        });

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body())
                .isEqualTo("{\"error\":\"Conflict\",\"requestId\":\"id\",\"detail\":\"it is paid already\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null"})
    void rejectsBodiesThatAreNotJsonObjects(String body) throws Exception {
        HttpResponse<String> response =
                responseOf(request -> request.json(JsonBody.of(request)), BodyPublishers.ofString(body));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"detail\":\"expected a JSON object\"");
    }

    @Test
    void acceptsJsonObjects() throws Exception {
        HttpResponse<String> response =
                responseOf(request -> request.json(JsonBody.of(request)), BodyPublishers.ofString("{\"a\":[1]}"));

        assertThat(response.body()).isEqualTo("{\"a\":[1]}");
    }

    @Test
    void doesNotLogClientDisconnects() throws Exception {
        List<String> logged = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger("io.vertx.ext.web.RoutingContext");
        log.setFilter(event -> logged.add(event.getMessage()));
        Promise<Context> received = Promise.promise();
        Promise<Void> ended = Promise.promise();
        int port = serve(
                request -> {
                    request.addEndHandler(end -> ended.complete());
                    received.complete(Vertx.currentContext());
                    request.next();
                },
                request -> request.json(JsonBody.of(request)));

        try (Socket client = new Socket("127.0.0.1", port)) {
            client.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
            received.future().await(5, TimeUnit.SECONDS);
        }
        ended.future().await(5, TimeUnit.SECONDS);
        // The event loop runs this after all handlers of the disconnect.
        Promise<Void> done = Promise.promise();
        received.future().result().runOnContext(done::complete);
        done.future().await(5, TimeUnit.SECONDS);

        log.setFilter(null);
        assertThat(logged).isEmpty();
    }

    private HttpResponse<String> responseOf(Handler<RoutingContext> endpoint) throws Exception {
        return responseOf(endpoint, BodyPublishers.noBody());
    }

    private HttpResponse<String> responseOf(Handler<RoutingContext> endpoint, BodyPublisher body) throws Exception {
        int port = serve(RoutingContext::next, endpoint);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port))
                                .header("X-Request-Id", "id")
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
    }

    /** Starts a server, and returns its port. */
    private int serve(Handler<RoutingContext> first, Handler<RoutingContext> endpoint) throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(first);
        router.route().handler(JsonBody.reader());
        router.post("/").handler(endpoint);
        ErrorResponses.addTo(router);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await(5, TimeUnit.SECONDS)
                .actualPort();
    }
}
