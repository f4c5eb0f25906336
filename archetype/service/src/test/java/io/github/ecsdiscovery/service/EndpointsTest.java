package io.github.ecsdiscovery.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.Connection;
import io.github.ecsdiscovery.service.fixture.Instance;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.Waiting;
import io.github.ecsdiscovery.service.web.Patience;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole service over HTTP, with the names of the walk-through that it comes from. */
class EndpointsTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private Instance a;
    private Instance b;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        a = new Instance("127.0.0.1", 0).answering(200, "{\"message\":\"THIS IS myservice-a!!\"}");
        b = new Instance("127.0.0.1", 0).answering(200, "{\"message\":\"THIS IS myservice-b!!\"}");
        service = Service.start(Settings.of(environment()));
        // the first answers of a cold JVM may take longer than they are waited for
        Waiting.until(Duration.ofSeconds(30), () -> get("/request").statusCode() == 200);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVICE_NAME", "myservice-a");
        environment.put("BIND_ADDRESS", "127.0.0.1");
        environment.put("PORT", Integer.toString(port));
        environment.put("SERVICE_CALLS", "serviceA,serviceB");
        environment.put("SERVICE_A_URL", "http://127.0.0.1:" + a.port());
        environment.put("SERVICE_B_URL", "http://127.0.0.1:" + b.port());
        return environment;
    }

    @AfterEach
    void stop() {
        service.stop();
        a.close();
        b.close();
    }

    @Test
    void greets() throws Exception {
        assertThat(get("/").body()).isEqualTo("HELLO WORLD!!");
    }

    @Test
    void saysWhichServiceItIs() throws Exception {
        HttpResponse<String> answer = get("/message");

        assertThat(answer.body()).isEqualTo("{\"message\":\"THIS IS myservice-a!!\"}");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    void asksAllPeersForTheirMessages() throws Exception {
        HttpResponse<String> answer = get("/request");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"serviceA\":\"THIS IS myservice-a!!\",\"serviceB\":\"THIS IS myservice-b!!\"}");
    }

    @Test
    void tellsWhichPeerIsGoneAndWhatTheOthersSay() throws Exception {
        b.close();

        HttpResponse<String> answer = get("/request");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body())
                .isEqualTo("{\"serviceA\":\"THIS IS myservice-a!!\",\"errors\":{\"serviceB\":\"%s\"}}", reason(answer));
        // whether or not it was seen already that the connection from before is gone
        assertThat(reason(answer)).isIn("could not be connected to", "closed the connection");
    }

    @Test
    void tellsWhichPeerDoesNotAnswerInTime() throws Exception {
        b.after(Duration.ofSeconds(3));

        assertThat(get("/request").body()).endsWith("\"errors\":{\"serviceB\":\"did not answer in time\"}}");
    }

    @Test
    void tellsWhichPeerAnswersSomethingElse() throws Exception {
        a.answering(500, "");
        b.answering(200, "[\"no message\"]");

        assertThat(get("/request").body())
                .isEqualTo("{\"errors\":{\"serviceA\":\"answered with status 500\","
                        + "\"serviceB\":\"answered without a message\"}}");
    }

    @Test
    void passesTheRequestIdOn() throws Exception {
        HttpResponse<String> answer = get("/request", "X-Request-Id", "order-4711");

        assertThat(answer.headers().allValues("x-request-id")).containsExactly("order-4711");
        assertThat(a.requestIds()).contains("order-4711");
        assertThat(b.requestIds()).contains("order-4711");
    }

    @Test
    void passesOnWhatTracersSayAndIsFoundByIt() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String parent = "00-" + trace + "-00f067aa0ba902b7-01";

        HttpResponse<String> answer = get("/request", "traceparent", parent, "tracestate", "vendor=1");

        assertThat(answer.headers().firstValue("x-request-id")).contains(trace);
        assertThat(a.requestIds()).contains(trace);
        assertThat(b.lastHeaders())
                .containsEntry("Traceparent", List.of(parent))
                .containsEntry("Tracestate", List.of("vendor=1"));
    }

    @Test
    void isFoundByWhatTheLoadBalancerHasInItsLog() throws Exception {
        String id = "1-67891233-abcdef012345678912345678";

        HttpResponse<String> answer = get("/request", "X-Amzn-Trace-Id", "Self=1-67891234-0;Root=" + id);

        assertThat(answer.headers().firstValue("x-request-id")).contains(id);
        assertThat(b.lastHeaders()).containsEntry("X-amzn-trace-id", List.of("Self=1-67891234-0;Root=" + id));
    }

    @Test
    void tellsPeersHowLongSomebodyWaits() throws Exception {
        get("/request");
        assertThat(expected(a)).isEqualTo("1000");

        get("/request", Patience.HEADER, "700");
        assertThat(Integer.parseInt(expected(a))).isBetween(1, 700);

        get("/request", Patience.HEADER, "15000");
        assertThat(expected(a)).isEqualTo("1000");

        get("/request", Patience.HEADER, "-1");
        assertThat(expected(a)).isEqualTo("1000");
    }

    private static String expected(Instance instance) {
        return String.join(",", instance.lastHeaders().get("X-envoy-expected-rq-timeout-ms"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "with space", "quote\"", "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void givesARequestIdOfItsOwnWhereThereIsNoHarmlessOne(String id) throws Exception {
        assertThat(get("/", "X-Request-Id", id)
                        .headers()
                        .firstValue("x-request-id")
                        .orElseThrow())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void isLiveAndReadyWhateverItsPeersDo() throws Exception {
        a.close();
        b.close();

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void countsRequestsAndPeers() throws Exception {
        get("/message");
        get("/request");
        get("/no/such/path");

        HttpResponse<String> metrics = get("/metrics");

        assertThat(metrics.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(metrics.body().lines())
                .contains(
                        "http_server_requests_total{method=\"GET\",route=\"/message\",status=\"200\"} 1.0",
                        "http_server_requests_total{method=\"GET\",route=\"none\",status=\"404\"} 1.0",
                        "http_server_request_duration_seconds_count{method=\"GET\",route=\"/message\"} 1",
                        "peer_addresses{alias=\"serviceA\",state=\"known\"} 1.0",
                        "peer_addresses{alias=\"serviceA\",state=\"ejected\"} 0.0")
                .anyMatch(line -> line.startsWith("peer_attempts_total{alias=\"serviceB\",outcome=\"answered\"} "))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"));
    }

    @Test
    void answersWhatItDoesNotHaveWithJsonAndWithoutATrace() throws Exception {
        HttpResponse<String> missing = get("/no/such/path", "X-Request-Id", "id");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).isEqualTo("{\"error\":\"Not Found\",\"requestId\":\"id\"}");
    }

    @Test
    void answersAPathThatCannotBeDecodedLikeAnyOtherMistake() throws Exception {
        try (Connection connection = new Connection("127.0.0.1", port)) {
            Connection.Response answer = connection.get("/%zz");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":\"Bad Request\",\"requestId\":");
        }
    }

    @Test
    void takesNoBodyThatIsTooLarge() throws Exception {
        HttpResponse<String> answer = post("/message", "a".repeat(1_048_577));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).startsWith("{\"error\":\"Request Entity Too Large\",");
    }

    @Test
    void saysWhichMethodsAreRight() throws Exception {
        HttpResponse<String> answer = post("/message", "{}");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow").orElseThrow().split(","))
                .containsExactlyInAnyOrder("GET", "HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/message", "/request", "/health/live"})
    void answersHeadWhereverThereIsGet(String path) throws Exception {
        HttpResponse<String> answer = client.send(
                request(path).method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body()).isEmpty();
    }

    private static String reason(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getJsonObject("errors").getString("serviceB");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(request(path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }
}
