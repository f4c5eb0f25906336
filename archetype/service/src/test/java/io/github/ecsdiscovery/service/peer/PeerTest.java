package io.github.ecsdiscovery.service.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsdiscovery.service.fixture.PeerInstance;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.Waiting;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.RequestContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests a peer with two instances, real connections and a fixed set of addresses. */
class PeerTest {

    private static final Timing TIMING = new Timing(
            Duration.ofMillis(200),
            Duration.ofSeconds(60),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofMillis(1500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2));

    private final Vertx vertx = Vertx.vertx();
    private final Metrics metrics = new Metrics();
    private final int port = Ports.free();
    private PeerInstance first;
    private PeerInstance second;
    private Peer peer;

    @BeforeEach
    void start() {
        first = new PeerInstance("127.0.0.1", port);
        second = new PeerInstance("127.0.0.2", port);
        peer = peer("127.0.0.1", "127.0.0.2");
        warmUp();
    }

    /** Sends one request, because the first request of a JVM is slow. */
    private void warmUp() {
        try (PeerInstance another = new PeerInstance("127.0.0.3", port)) {
            await(peer(another.address()).get("/", RequestContext.create()).otherwiseEmpty());
        }
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
        first.close();
        second.close();
    }

    @Test
    void usesBothAddresses() throws Exception {
        Map<String, Long> answers = get(60).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(answers).containsOnlyKeys("127.0.0.1", "127.0.0.2");
    }

    @Test
    void losesNoRequestWhenAnInstanceIsKilled() throws Exception {
        get(20);
        second.close();

        assertThat(get(100)).hasSize(100).containsOnly("127.0.0.1");
        assertThat(peer.ejectedAddresses()).isEqualTo(1);
        assertThat(count("peer_retries_total{alias=\"orders\"}")).isBetween(1.0, 15.0);
    }

    @Test
    void losesNoRequestWhenAnInstanceLeavesDnsBeforeItsRequestFails() {
        Target target = new Target("orders", "orders.shop.internal", port);
        Discovery discovery = discovery(target);
        discovery.endpoints().update(new LookupResult(Set.of("127.0.0.1", "127.0.0.2"), false, Duration.ofSeconds(10)));
        Peer informed = peerOf(target, discovery);
        second.delayBy(Duration.ofSeconds(5));
        List<Future<PeerResponse>> answers = IntStream.range(0, 10)
                .mapToObj(n -> informed.get("/", RequestContext.create()))
                .toList();
        Waiting.until(Duration.ofSeconds(1), () -> second.requests() > 0);

        discovery.endpoints().update(new LookupResult(Set.of("127.0.0.1"), false, Duration.ofSeconds(10)));

        assertThat(answers.stream().map(answer -> await(answer).body().toString()))
                .containsOnly("127.0.0.1");
    }

    @Test
    void losesNoRequestWhenAnInstanceHangsAndUsesItAgainLater() throws Exception {
        second.delayBy(Duration.ofSeconds(5));

        assertThat(get(100)).hasSize(100).containsOnly("127.0.0.1");

        second.delayBy(Duration.ZERO);
        Thread.sleep(TIMING.ejectionTime().toMillis() + 100);
        assertThat(get(60)).contains("127.0.0.2");
        assertThat(peer.ejectedAddresses()).isZero();
    }

    @Test
    void losesNoRequestWhenAnInstanceReturns503() throws Exception {
        second.respondWith(503, "no");

        assertThat(get(50)).hasSize(50).containsOnly("127.0.0.1");
        // Requests that were sent in parallel with the first one.
        assertThat(second.requests()).isBetween(1, 9);
    }

    @Test
    void avoidsStoppingInstances() throws Exception {
        second.announceShutdown();

        assertThat(get(60)).hasSize(60);

        // Requests that were sent in parallel with the first one.
        assertThat(second.requests()).isBetween(1, 9);
        assertThat(count("peer_retries_total{alias=\"orders\"}")).isZero();
    }

    @Test
    void usesStoppingInstancesWhenAllAreStopping() throws Exception {
        first.announceShutdown();
        second.announceShutdown();

        assertThat(get(60)).contains("127.0.0.1", "127.0.0.2");
    }

    @Test
    void doesNotRetryPost() {
        first.respondWith(503, "no");
        second.respondWith(503, "no");

        for (int i = 0; i < 10; i++) {
            assertThat(await(peer.send(HttpMethod.POST, "/", Buffer.buffer("{}"), RequestContext.create()))
                            .status())
                    .isEqualTo(503);
        }

        assertThat(first.requests() + second.requests()).isEqualTo(10);
    }

    @Test
    void limitsRetriesWhenAllInstancesFail() {
        first.respondWith(503, "no");
        second.respondWith(503, "no");

        for (int i = 0; i < 500; i++) {
            await(peer.get("/", RequestContext.create()));
        }

        assertThat(first.requests() + second.requests()).isBetween(600, 620);
    }

    @Test
    void failsAfterTwoAttempts() {
        first.delayBy(Duration.ofSeconds(5));
        second.delayBy(Duration.ofSeconds(5));
        long start = System.nanoTime();

        assertThatThrownBy(() -> await(peer.get("/", RequestContext.create())))
                .hasRootCauseInstanceOf(TimeoutException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(4500));
    }

    @Test
    void finishesTheRetryBeforeTheDeadline() throws Exception {
        second.delayBy(Duration.ofSeconds(5));

        for (int i = 0; i < 10; i++) {
            Instant start = Instant.now();
            assertThat(await(peer.get("/", RequestContext.create().withTimeout(Duration.ofSeconds(1))))
                            .body())
                    .hasToString("127.0.0.1");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(950));
        }

        Waiting.until(Duration.ofSeconds(2), () -> peer.ejectedAddresses() == 1);
    }

    @Test
    void usesTheFirstResponseWhenTheRetryIsNotFaster() {
        first.delayBy(Duration.ofMillis(700));
        second.delayBy(Duration.ofMillis(700));

        PeerResponse response = await(peer.get("/", RequestContext.create().withTimeout(Duration.ofSeconds(1))));

        assertThat(response.status()).isEqualTo(200);
        assertThat(peer.ejectedAddresses()).isZero();
        assertThat(first.requests() + second.requests()).isEqualTo(2);
    }

    @Test
    void doesNotRetryFastResponsesForAShortDeadline() {
        first.delayBy(Duration.ofMillis(50));
        second.delayBy(Duration.ofMillis(50));

        for (int i = 0; i < 20; i++) {
            await(peer.get("/", RequestContext.create().withTimeout(Duration.ofMillis(1))));
        }

        assertThat(first.requests() + second.requests()).isEqualTo(20);
    }

    @Test
    void resolvesNamesMissingFromDnsWithTheSystem() {
        Target localhost = new Target("orders", "localhost", port);

        assertThat(await(peerOf(localhost, discovery(localhost)).get("/", RequestContext.create()))
                        .body())
                .hasToString("127.0.0.1");
    }

    /** The handlers of a request must run on the request's own event loop. */
    @Test
    void completesOnTheCallersEventLoopAfterWaitingForAnAddress() {
        Target localhost = new Target("orders", "localhost", port);
        Peer unknown = peerOf(localhost, discovery(localhost));
        Context asking = vertx.getOrCreateContext();
        Promise<Context> answered = Promise.promise();

        asking.runOnContext(now -> unknown.get("/", RequestContext.create())
                .onComplete(answer -> answered.complete(Vertx.currentContext())));

        assertThat(await(answered.future())).isSameAs(asking);
    }

    @Test
    void prefersAddressesOfTheHostsFile() {
        Target orders = new Target("orders", "orders.shop.internal", port);
        Discovery discovery = discovery(orders);
        discovery.start(Set.of("127.0.0.1"));

        assertThat(await(peerOf(orders, discovery).get("/", RequestContext.create()))
                        .body())
                .hasToString("127.0.0.1");
    }

    private Peer peer(String... addresses) {
        Target target = new Target("orders", "orders.shop.internal", port);
        Discovery discovery = discovery(target);
        discovery.endpoints().update(new LookupResult(Set.of(addresses), false, Duration.ofSeconds(10)));
        return peerOf(target, discovery);
    }

    private Discovery discovery(Target target) {
        Lookup lookup = new Lookup(vertx.createDnsClient(), target, TIMING.recheckInterval(), System::nanoTime);
        return new Discovery(vertx, lookup, target, TIMING, metrics);
    }

    private Peer peerOf(Target target, Discovery discovery) {
        return new Peer(target, Peers.client(vertx, TIMING), discovery, TIMING, metrics);
    }

    /** Sends this many requests, ten at a time, and returns the bodies of the responses. */
    private Stream<String> get(int requests) {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < requests; i += 10) {
            List<Future<PeerResponse>> ten = IntStream.range(0, 10)
                    .mapToObj(n -> peer.get("/", RequestContext.create()))
                    .toList();
            ten.forEach(answer -> answers.add(await(answer).body().toString()));
        }
        return answers.stream();
    }

    private double count(String metric) {
        return metrics.scrape()
                .toString()
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
