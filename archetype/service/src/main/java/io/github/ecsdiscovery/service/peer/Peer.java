package io.github.ecsdiscovery.service.peer;

import io.github.ecsdiscovery.service.telemetry.Log;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.RequestContext;
import io.github.ecsdiscovery.service.web.RequestDeadline;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A service that this service calls. Sends each request to one of its addresses, and retries on another if that fails. */
public final class Peer implements Metrics.AddressCounts {

    // An instance that returns 503 accepts no requests now. Another instance may.
    private static final int UNAVAILABLE = 503;
    // A short deadline must not cause retries of requests that are answered in normal time.
    private static final int MIN_ATTEMPT_DIVISOR = 4;
    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS);

    private final Target target;
    private final HttpClient client;
    private final Discovery discovery;
    private final EndpointPool endpoints;
    private final Timing timing;
    private final Metrics metrics;
    private final RetryBudget retryBudget = new RetryBudget();

    Peer(Target target, HttpClient client, Discovery discovery, Timing timing, Metrics metrics) {
        this.target = target;
        this.client = client;
        this.discovery = discovery;
        this.endpoints = discovery.endpoints();
        this.timing = timing;
        this.metrics = metrics;
    }

    private record OutgoingRequest(HttpMethod method, String path, Buffer body, RequestContext context) {}

    @Override
    public String alias() {
        return target.alias();
    }

    @Override
    public int knownAddresses() {
        return endpoints.addresses().size();
    }

    Set<String> addresses() {
        return Set.copyOf(endpoints.addresses());
    }

    @Override
    public int ejectedAddresses() {
        return endpoints.ejectedCount();
    }

    public Future<PeerResponse> get(String path, RequestContext context) {
        return send(HttpMethod.GET, path, Buffer.buffer(), context);
    }

    /**
     * Sends a request. The future succeeds with any response, whatever its status, and fails if the peer does not respond.
     *
     * @param path the path, including the query if there is one
     * @param body JSON, or empty
     */
    public Future<PeerResponse> send(HttpMethod method, String path, Buffer body, RequestContext context) {
        OutgoingRequest request = new OutgoingRequest(method, path, body, context);
        retryBudget.deposit();
        return discovery.awaitAddress(timing.attemptTimeout()).compose(ready -> {
            // Without an address from DNS, the host name goes to Vert.x, which also reads the hosts file.
            EndpointPool.Endpoint endpoint = endpoints.pick().orElseGet(() -> endpoints.unlisted(target.host()));
            Future<PeerResponse> first = attempt(request, endpoint);
            return IDEMPOTENT.contains(method)
                    ? limitToDeadline(first, context.deadline())
                            .transform(result -> isGood(result) ? first : retryElsewhere(request, endpoint, first))
                    : first;
        });
    }

    /**
     * Limits how long the first attempt may delay the second. If the deadline leaves less time than two attempts take, the
     * returned future fails after half of that time, so that a second attempt can also finish. The first attempt goes on.
     */
    private Future<PeerResponse> limitToDeadline(Future<PeerResponse> first, RequestDeadline deadline) {
        Duration attempt = timing.attemptTimeout();
        return deadline.remaining()
                .filter(remaining -> remaining.compareTo(attempt.multipliedBy(2)) < 0)
                .map(remaining -> Math.max(attempt.toMillis() / MIN_ATTEMPT_DIVISOR, remaining.toMillis() / 2))
                .map(limit -> first.timeout(limit, TimeUnit.MILLISECONDS))
                .orElse(first);
    }

    private Future<PeerResponse> retryElsewhere(
            OutgoingRequest request, EndpointPool.Endpoint failed, Future<PeerResponse> first) {
        if (!endpoints.hasOtherThan(failed) || !retryBudget.tryWithdraw()) {
            return first;
        }
        metrics.retryStarted(alias());
        return endpoints
                .pickOtherThan(failed)
                .map(other -> firstGoodResponse(first, attempt(request, other)))
                .orElse(first);
    }

    /** Returns the good response that arrives first. If neither attempt has one, returns the result that arrives last. */
    private static Future<PeerResponse> firstGoodResponse(Future<PeerResponse> first, Future<PeerResponse> second) {
        Promise<PeerResponse> response = Promise.promise();
        List.of(first, second)
                .forEach(attempt -> attempt.onComplete(result -> {
                    if (isGood(result) || first.isComplete() && second.isComplete()) {
                        if (result.succeeded()) {
                            response.tryComplete(result.result());
                        } else {
                            response.tryFail(result.cause());
                        }
                    }
                }));
        return response.future();
    }

    private Future<PeerResponse> attempt(OutgoingRequest request, EndpointPool.Endpoint endpoint) {
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(target.port(), endpoint.address()))
                .setHost(target.host())
                .setPort(target.port())
                .setMethod(request.method)
                .setURI(request.path)
                .setTimeout(timing.attemptTimeout().toMillis())
                .putHeader(RequestContext.REQUEST_ID, request.context.requestId())
                .putHeader(RequestDeadline.HEADER, Long.toString(expectedMilliseconds(request.context.deadline())));
        request.context.tracingHeaders().forEach(options::putHeader);
        Future<HttpClientRequest> connection = client.request(options);
        // The timeout in the options limits each step. This timeout limits all steps together.
        return connection
                .compose(connected -> exchange(connected, request.body))
                .timeout(timing.attemptTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> connection.onSuccess(HttpClientRequest::reset))
                .andThen(result -> recordOutcome(request, endpoint, result));
    }

    /** Returns the smaller of the attempt's timeout and the time until the caller's deadline. */
    private long expectedMilliseconds(RequestDeadline deadline) {
        long attempt = timing.attemptTimeout().toMillis();
        return deadline.remaining()
                .map(remaining -> Math.min(attempt, remaining.toMillis()))
                .orElse(attempt);
    }

    private static Future<PeerResponse> exchange(HttpClientRequest request, Buffer body) {
        if (body.length() > 0) {
            request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        return request.send(body)
                .compose(response -> response.body()
                        .map(received -> new PeerResponse(response.statusCode(), response.headers(), received)));
    }

    private void recordOutcome(
            OutgoingRequest request, EndpointPool.Endpoint endpoint, AsyncResult<PeerResponse> result) {
        metrics.attemptCompleted(alias(), result.succeeded());
        if (isGood(result)) {
            recordGoodResponse(endpoint, result.result());
        } else if (endpoint.eject()) {
            Log.warning(
                    "peer address ejected",
                    "peer",
                    alias(),
                    "address",
                    endpoint.address(),
                    "error",
                    result.failed() ? String.valueOf(result.cause()) : "status " + UNAVAILABLE,
                    "requestId",
                    request.context.requestId());
        }
    }

    /**
     * Ejects an address that sends {@code Connection: close}, because its task is about to stop. DNS may still return that
     * address when the task no longer listens.
     */
    private void recordGoodResponse(EndpointPool.Endpoint endpoint, PeerResponse response) {
        if (!response.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
            endpoint.succeeded();
        } else if (endpoint.eject()) {
            Log.info("peer address is stopping", "peer", alias(), "address", endpoint.address());
        }
    }

    private static boolean isGood(AsyncResult<PeerResponse> result) {
        return result.succeeded() && result.result().status() != UNAVAILABLE;
    }
}
