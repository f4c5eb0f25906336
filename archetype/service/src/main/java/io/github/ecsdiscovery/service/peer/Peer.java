package io.github.ecsdiscovery.service.peer;

import io.github.ecsdiscovery.service.telemetry.Log;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.Correlation;
import io.github.ecsdiscovery.service.web.Patience;
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

/** A service that this one calls: a request goes to one of its addresses, and to another one if that fails. */
public final class Peer implements Metrics.Addresses {

    // Who answers so wants no requests now; another instance may.
    private static final int UNAVAILABLE = 503;
    // A caller in a hurry has no second tries made for answers that come as fast as most do.
    private static final int LEAST_PART = 4;
    private static final Set<HttpMethod> IDEMPOTENT =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS);

    private final Target target;
    private final HttpClient client;
    private final Discovery discovery;
    private final AddressBook book;
    private final Timing timing;
    private final Metrics metrics;
    private final RetryBudget budget = new RetryBudget();

    Peer(Target target, HttpClient client, Discovery discovery, Timing timing, Metrics metrics) {
        this.target = target;
        this.client = client;
        this.discovery = discovery;
        this.book = discovery.book();
        this.timing = timing;
        this.metrics = metrics;
    }

    private record Message(HttpMethod method, String path, Buffer body, Correlation correlation) {}

    @Override
    public String alias() {
        return target.alias();
    }

    @Override
    public int known() {
        return book.addresses().size();
    }

    Set<String> addresses() {
        return Set.copyOf(book.addresses());
    }

    @Override
    public int ejected() {
        return book.ejected();
    }

    public Future<Answer> get(String path, Correlation correlation) {
        return send(HttpMethod.GET, path, Buffer.buffer(), correlation);
    }

    /**
     * Succeeds with whatever the peer answers, and fails if it does not answer.
     *
     * @param path with the query, if there is one
     * @param body JSON, or empty
     */
    public Future<Answer> send(HttpMethod method, String path, Buffer body, Correlation correlation) {
        Message message = new Message(method, path, body, correlation);
        budget.earn();
        return discovery.anyKnown(timing.attempt()).compose(known -> {
            // What DNS does not know may be in the hosts file: Vert.x looks there for a host that is no address.
            AddressBook.Server server = book.take().orElseGet(() -> book.unlisted(target.host()));
            Future<Answer> first = attempt(message, server);
            return IDEMPOTENT.contains(method)
                    ? inTime(first, correlation.patience())
                            .transform(result -> isGood(result) ? first : tryAnother(message, server, first))
                    : first;
        });
    }

    /**
     * The first try, which fails here while it goes on where somebody waits for less than two tries and half of that is over: so
     * the second one ends in time as well.
     */
    private Future<Answer> inTime(Future<Answer> first, Patience patience) {
        Duration attempt = timing.attempt();
        return patience.left()
                .filter(left -> left.compareTo(attempt.multipliedBy(2)) < 0)
                .map(left -> Math.max(attempt.toMillis() / LEAST_PART, left.toMillis() / 2))
                .map(half -> first.timeout(half, TimeUnit.MILLISECONDS))
                .orElse(first);
    }

    private Future<Answer> tryAnother(Message message, AddressBook.Server failed, Future<Answer> first) {
        if (!book.knowsOtherThan(failed) || !budget.spend()) {
            return first;
        }
        metrics.retried(alias());
        return book.takeOtherThan(failed)
                .map(other -> firstGood(first, attempt(message, other)))
                .orElse(first);
    }

    /** Of two tries the good answer that comes first; where neither is good, what comes last. */
    private static Future<Answer> firstGood(Future<Answer> one, Future<Answer> other) {
        Promise<Answer> answer = Promise.promise();
        List.of(one, other)
                .forEach(each -> each.onComplete(result -> {
                    if (isGood(result) || one.isComplete() && other.isComplete()) {
                        if (result.succeeded()) {
                            answer.tryComplete(result.result());
                        } else {
                            answer.tryFail(result.cause());
                        }
                    }
                }));
        return answer.future();
    }

    private Future<Answer> attempt(Message message, AddressBook.Server server) {
        RequestOptions options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(target.port(), server.address()))
                .setHost(target.host())
                .setPort(target.port())
                .setMethod(message.method)
                .setURI(message.path)
                .setTimeout(timing.attempt().toMillis())
                .putHeader(Correlation.REQUEST_ID, message.correlation.requestId())
                .putHeader(Patience.HEADER, Long.toString(waited(message.correlation.patience())));
        message.correlation.tracing().forEach(options::putHeader);
        Future<HttpClientRequest> request = client.request(options);
        // The request's own limit is for each of its steps, this one for all of them together.
        return request.compose(connected -> exchange(connected, message.body))
                .timeout(timing.attempt().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> request.onSuccess(HttpClientRequest::reset))
                .andThen(result -> report(message, server, result));
    }

    /** For how many milliseconds an answer is waited for, here and by whoever asked this service. */
    private long waited(Patience patience) {
        long attempt = timing.attempt().toMillis();
        return patience.left().map(left -> Math.min(attempt, left.toMillis())).orElse(attempt);
    }

    private static Future<Answer> exchange(HttpClientRequest request, Buffer body) {
        if (body.length() > 0) {
            request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        return request.send(body)
                .compose(response -> response.body()
                        .map(received -> new Answer(response.statusCode(), response.headers(), received)));
    }

    private void report(Message message, AddressBook.Server server, AsyncResult<Answer> result) {
        metrics.attempted(alias(), result.succeeded());
        if (isGood(result)) {
            reportGood(server, result.result());
        } else if (server.putAside()) {
            Log.warning(
                    "peer address is put aside",
                    "peer",
                    alias(),
                    "address",
                    server.address(),
                    "error",
                    result.failed() ? String.valueOf(result.cause()) : "status " + UNAVAILABLE,
                    "requestId",
                    message.correlation.requestId());
        }
    }

    /**
     * Who is about to stop says so with each answer. Its address may be in DNS until it no longer listens, so it is left alone
     * from now on.
     */
    private void reportGood(AddressBook.Server server, Answer answer) {
        if (!answer.headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true)) {
            server.succeeded();
        } else if (server.putAside()) {
            Log.info("peer address is about to leave", "peer", alias(), "address", server.address());
        }
    }

    private static boolean isGood(AsyncResult<Answer> result) {
        return result.succeeded() && result.result().status() != UNAVAILABLE;
    }
}
