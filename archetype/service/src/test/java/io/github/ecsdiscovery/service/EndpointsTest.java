package io.github.ecsdiscovery.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.PeerInstance;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.RawConnection;
import io.github.ecsdiscovery.service.fixture.Waiting;
import io.github.ecsdiscovery.service.web.RequestDeadline;
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

/** Tests the whole service over HTTP. */
class EndpointsTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = Ports.free();
    private PeerInstance a;
    private PeerInstance b;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        a = new PeerInstance("127.0.0.1", 0).respondWith(200, "{\"message\":\"THIS IS myservice-a!!\"}");
        b = new PeerInstance("127.0.0.1", 0).respondWith(200, "{\"message\":\"THIS IS myservice-b!!\"}");
        service = Service.start(Settings.of(environment()));
        // The first responses of a cold JVM may take longer than the timeout.
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
    void returnsGreeting() throws Exception {
        assertThat(get("/").body()).isEqualTo("HELLO WORLD!!");
    }

    @Test
    void returnsItsNameInMessage() throws Exception {
        HttpResponse<String> response = get("/message");

        assertThat(response.body()).isEqualTo("{\"message\":\"THIS IS myservice-a!!\"}");
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    void returnsTheMessagesOfAllPeers() throws Exception {
        HttpResponse<String> response = get("/request");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("{\"serviceA\":\"THIS IS myservice-a!!\",\"serviceB\":\"THIS IS myservice-b!!\"}");
    }

    @Test
    void reportsAnUnreachablePeerBesideOtherMessages() throws Exception {
        b.close();

        HttpResponse<String> response = get("/request");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body())
                .isEqualTo(
                        "{\"serviceA\":\"THIS IS myservice-a!!\",\"errors\":{\"serviceB\":\"%s\"}}", reason(response));
        // The reason depends on whether the client has noticed that its old connection is closed.
        assertThat(reason(response)).isIn("connection failed", "closed the connection");
    }

    @Test
    void reportsAPeerThatTimesOut() throws Exception {
        b.delayBy(Duration.ofSeconds(3));

        assertThat(get("/request").body()).endsWith("\"errors\":{\"serviceB\":\"did not respond in time\"}}");
    }

    @Test
    void reportsPeersWithInvalidResponses() throws Exception {
        a.respondWith(500, "");
        b.respondWith(200, "[\"no message\"]");

        assertThat(get("/request").body())
                .isEqualTo("{\"errors\":{\"serviceA\":\"returned status 500\","
                        + "\"serviceB\":\"returned no message\"}}");
    }

    @Test
    void forwardsTheRequestId() throws Exception {
        HttpResponse<String> response = get("/request", "X-Request-Id", "order-4711");

        assertThat(response.headers().allValues("x-request-id")).containsExactly("order-4711");
        assertThat(a.requestIds()).contains("order-4711");
        assertThat(b.requestIds()).contains("order-4711");
    }

    @Test
    void forwardsTracingHeadersAndUsesTheTraceId() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String parent = "00-" + trace + "-00f067aa0ba902b7-01";

        HttpResponse<String> response = get("/request", "traceparent", parent, "tracestate", "vendor=1");

        assertThat(response.headers().firstValue("x-request-id")).contains(trace);
        assertThat(a.requestIds()).contains(trace);
        assertThat(b.lastHeaders())
                .containsEntry("Traceparent", List.of(parent))
                .containsEntry("Tracestate", List.of("vendor=1"));
    }

    @Test
    void usesTheTraceIdOfTheLoadBalancer() throws Exception {
        String id = "1-67891233-abcdef012345678912345678";

        HttpResponse<String> response = get("/request", "X-Amzn-Trace-Id", "Self=1-67891234-0;Root=" + id);

        assertThat(response.headers().firstValue("x-request-id")).contains(id);
        assertThat(b.lastHeaders()).containsEntry("X-amzn-trace-id", List.of("Self=1-67891234-0;Root=" + id));
    }

    @Test
    void sendsTheDeadlineToPeers() throws Exception {
        get("/request");
        assertThat(deadlineHeader(a)).isEqualTo("1000");

        get("/request", RequestDeadline.HEADER, "700");
        assertThat(Integer.parseInt(deadlineHeader(a))).isBetween(1, 700);

        get("/request", RequestDeadline.HEADER, "15000");
        assertThat(deadlineHeader(a)).isEqualTo("1000");

        get("/request", RequestDeadline.HEADER, "-1");
        assertThat(deadlineHeader(a)).isEqualTo("1000");
    }

    private static String deadlineHeader(PeerInstance instance) {
        return String.join(",", instance.lastHeaders().get("X-envoy-expected-rq-timeout-ms"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "with space", "quote\"", "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void replacesUnsafeRequestIds(String id) throws Exception {
        assertThat(get("/", "X-Request-Id", id)
                        .headers()
                        .firstValue("x-request-id")
                        .orElseThrow())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void isLiveAndReadyWhenPeersFail() throws Exception {
        a.close();
        b.close();

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void exposesMetricsOfRequestsAndPeers() throws Exception {
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
    void returnsJsonWithoutAStackTraceForUnknownPaths() throws Exception {
        HttpResponse<String> missing = get("/no/such/path", "X-Request-Id", "id");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).isEqualTo("{\"error\":\"Not Found\",\"requestId\":\"id\"}");
    }

    @Test
    void rejectsPathsThatCannotBeDecoded() throws Exception {
        try (RawConnection connection = new RawConnection("127.0.0.1", port)) {
            RawConnection.Response response = connection.get("/%zz");

            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).startsWith("{\"error\":\"Bad Request\",\"requestId\":");
        }
    }

    @Test
    void rejectsLargeBodies() throws Exception {
        HttpResponse<String> response = post("/message", "a".repeat(1_048_577));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).startsWith("{\"error\":\"Request Entity Too Large\",");
    }

    @Test
    void listsAllowedMethods() throws Exception {
        HttpResponse<String> response = post("/message", "{}");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow").orElseThrow().split(","))
                .containsExactlyInAnyOrder("GET", "HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/message", "/request", "/health/live"})
    void answersHeadLikeGetWithoutABody(String path) throws Exception {
        HttpResponse<String> response = client.send(
                request(path).method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body()).isEmpty();
    }

    private static String reason(HttpResponse<String> response) {
        return new JsonObject(response.body()).getJsonObject("errors").getString("serviceB");
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
