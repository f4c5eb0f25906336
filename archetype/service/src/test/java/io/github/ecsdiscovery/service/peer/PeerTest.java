package io.github.ecsdiscovery.service.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ecsdiscovery.service.fixture.Instance;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.Waiting;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.Correlation;
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

/** Two instances of one peer, real connections, and an address book that was filled by hand. */
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
    private Instance one;
    private Instance two;
    private Peer peer;

    @BeforeEach
    void start() {
        one = new Instance("127.0.0.1", port);
        two = new Instance("127.0.0.2", port);
        peer = peer("127.0.0.1", "127.0.0.2");
        warmUp();
    }

    /** The first request of a JVM takes long, which is no failure of an instance. */
    private void warmUp() {
        try (Instance another = new Instance("127.0.0.3", port)) {
            await(peer(another.address()).get("/", Correlation.begin()).otherwiseEmpty());
        }
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().await(5, TimeUnit.SECONDS);
        one.close();
        two.close();
    }

    @Test
    void usesBothAddresses() throws Exception {
        Map<String, Long> answers = get(60).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(answers).containsOnlyKeys("127.0.0.1", "127.0.0.2");
    }

    @Test
    void losesNothingWhenAnInstanceIsKilled() throws Exception {
        get(20);
        two.close();

        assertThat(get(100)).hasSize(100).containsOnly("127.0.0.1");
        assertThat(peer.ejected()).isEqualTo(1);
        assertThat(count("peer_retries_total{alias=\"orders\"}")).isBetween(1.0, 15.0);
    }

    @Test
    void losesNothingWhenAnInstanceIsGoneFromDnsBeforeARequestToItHasFailed() {
        Target target = new Target("orders", "orders.shop.internal", port);
        Discovery discovery = discovery(target);
        discovery.book().update(new Found(Set.of("127.0.0.1", "127.0.0.2"), false, Duration.ofSeconds(10)));
        Peer informed = peerOf(target, discovery);
        two.after(Duration.ofSeconds(5));
        List<Future<Answer>> answers = IntStream.range(0, 10)
                .mapToObj(n -> informed.get("/", Correlation.begin()))
                .toList();
        Waiting.until(Duration.ofSeconds(1), () -> two.requests() > 0);

        discovery.book().update(new Found(Set.of("127.0.0.1"), false, Duration.ofSeconds(10)));

        assertThat(answers.stream().map(answer -> await(answer).body().toString()))
                .containsOnly("127.0.0.1");
    }

    @Test
    void losesNothingWhenAnInstanceHangsAndComesBackWhenItAnswers() throws Exception {
        two.after(Duration.ofSeconds(5));

        assertThat(get(100)).hasSize(100).containsOnly("127.0.0.1");

        two.after(Duration.ZERO);
        Thread.sleep(TIMING.ejection().toMillis() + 100);
        assertThat(get(60)).contains("127.0.0.2");
        assertThat(peer.ejected()).isZero();
    }

    @Test
    void losesNothingWhenAnInstanceSaysThatItIsUnavailable() throws Exception {
        two.answering(503, "no");

        assertThat(get(50)).hasSize(50).containsOnly("127.0.0.1");
        // those that were sent at once with the first
        assertThat(two.requests()).isBetween(1, 9);
    }

    @Test
    void asksNobodyWhoIsAboutToStop() throws Exception {
        two.leaving();

        assertThat(get(60)).hasSize(60);

        // those that were sent at once with the first
        assertThat(two.requests()).isBetween(1, 9);
        assertThat(count("peer_retries_total{alias=\"orders\"}")).isZero();
    }

    @Test
    void asksWhoeverIsAboutToStopIfAllAre() throws Exception {
        one.leaving();
        two.leaving();

        assertThat(get(60)).contains("127.0.0.1", "127.0.0.2");
    }

    @Test
    void doesNotDoTwiceWhatMayNotBeDoneTwice() {
        one.answering(503, "no");
        two.answering(503, "no");

        for (int i = 0; i < 10; i++) {
            assertThat(await(peer.send(HttpMethod.POST, "/", Buffer.buffer("{}"), Correlation.begin()))
                            .status())
                    .isEqualTo(503);
        }

        assertThat(one.requests() + two.requests()).isEqualTo(10);
    }

    @Test
    void staysWithinTheBudgetWhenEveryInstanceFails() {
        one.answering(503, "no");
        two.answering(503, "no");

        for (int i = 0; i < 500; i++) {
            await(peer.get("/", Correlation.begin()));
        }

        assertThat(one.requests() + two.requests()).isBetween(600, 620);
    }

    @Test
    void doesNotWaitLongerThanTwoTries() {
        one.after(Duration.ofSeconds(5));
        two.after(Duration.ofSeconds(5));
        long start = System.nanoTime();

        assertThatThrownBy(() -> await(peer.get("/", Correlation.begin())))
                .hasRootCauseInstanceOf(TimeoutException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(4500));
    }

    @Test
    void endsTheSecondTryBeforeWhoeverAskedHasGivenUp() throws Exception {
        two.after(Duration.ofSeconds(5));

        for (int i = 0; i < 10; i++) {
            Instant start = Instant.now();
            assertThat(await(peer.get("/", Correlation.begin().within(Duration.ofSeconds(1))))
                            .body())
                    .hasToString("127.0.0.1");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(950));
        }

        Waiting.until(Duration.ofSeconds(2), () -> peer.ejected() == 1);
    }

    @Test
    void takesAnAnswerThatComesLateWhereTheSecondTryIsNoFaster() {
        one.after(Duration.ofMillis(700));
        two.after(Duration.ofMillis(700));

        Answer answer = await(peer.get("/", Correlation.begin().within(Duration.ofSeconds(1))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(peer.ejected()).isZero();
        assertThat(one.requests() + two.requests()).isEqualTo(2);
    }

    @Test
    void triesOnceWhereAnAnswerComesSoonHoweverShortItIsWaitedFor() {
        one.after(Duration.ofMillis(50));
        two.after(Duration.ofMillis(50));

        for (int i = 0; i < 20; i++) {
            await(peer.get("/", Correlation.begin().within(Duration.ofMillis(1))));
        }

        assertThat(one.requests() + two.requests()).isEqualTo(20);
    }

    @Test
    void leavesANameThatIsNoAddressAndNotInDnsToTheSystem() {
        Target localhost = new Target("orders", "localhost", port);

        assertThat(await(peerOf(localhost, discovery(localhost)).get("/", Correlation.begin()))
                        .body())
                .hasToString("127.0.0.1");
    }

    /** Each of several event loops has requests of its own, whose handlers run on no other. */
    @Test
    void answersOnTheEventLoopThatAskedThoughItHadToWaitForAnAddress() {
        Target localhost = new Target("orders", "localhost", port);
        Peer unknown = peerOf(localhost, discovery(localhost));
        Context asking = vertx.getOrCreateContext();
        Promise<Context> answered = Promise.promise();

        asking.runOnContext(now ->
                unknown.get("/", Correlation.begin()).onComplete(answer -> answered.complete(Vertx.currentContext())));

        assertThat(await(answered.future())).isSameAs(asking);
    }

    @Test
    void goesByTheHostsFileWhereThatKnowsTheName() {
        Target orders = new Target("orders", "orders.shop.internal", port);
        Discovery discovery = discovery(orders);
        discovery.start(Set.of("127.0.0.1"));

        assertThat(await(peerOf(orders, discovery).get("/", Correlation.begin()))
                        .body())
                .hasToString("127.0.0.1");
    }

    private Peer peer(String... addresses) {
        Target target = new Target("orders", "orders.shop.internal", port);
        Discovery discovery = discovery(target);
        discovery.book().update(new Found(Set.of(addresses), false, Duration.ofSeconds(10)));
        return peerOf(target, discovery);
    }

    private Discovery discovery(Target target) {
        Lookup lookup = new Lookup(vertx.createDnsClient(), target, TIMING.recheck(), System::nanoTime);
        return new Discovery(vertx, lookup, target, TIMING, metrics);
    }

    private Peer peerOf(Target target, Discovery discovery) {
        return new Peer(target, Peers.client(vertx, TIMING), discovery, TIMING, metrics);
    }

    /** As many requests, ten at a time. */
    private Stream<String> get(int requests) {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < requests; i += 10) {
            List<Future<Answer>> ten = IntStream.range(0, 10)
                    .mapToObj(n -> peer.get("/", Correlation.begin()))
                    .toList();
            ten.forEach(answer -> answers.add(await(answer).body().toString()));
        }
        return answers.stream();
    }

    private double count(String metric) {
        return metrics.text()
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
