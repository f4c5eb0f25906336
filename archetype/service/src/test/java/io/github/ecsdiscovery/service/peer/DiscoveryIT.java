package io.github.ecsdiscovery.service.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.DnsServers;
import io.github.ecsdiscovery.service.fixture.Instance;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.Waiting;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.Correlation;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A peer that is found by real DNS, while its addresses change and DNS fails. It waits most of its time, so it runs beside other
 * classes; its own tests share a zone, and come one after the other.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(DiscoveryIT.ZONE)
class DiscoveryIT {

    private static final Timing TIMING = new Timing(
            Duration.ofMillis(200),
            Duration.ofSeconds(60),
            Duration.ofMillis(600),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(2));
    private static final Duration SOON = Duration.ofSeconds(10);
    static final String ZONE = "test.internal";
    private static final AtomicInteger NAMES = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static DnsServers dns;

    // one for each test, as the cache remembers those of others
    private final String name = "orders" + NAMES.incrementAndGet();
    private final String host = name + "." + ZONE;

    private final Metrics metrics = new Metrics();
    private final int port = Ports.free();
    private final List<Instance> instances = new ArrayList<>();
    private Vertx vertx;
    private Traffic traffic;

    @BeforeAll
    static void startDns() {
        dns = DnsServers.start(folder, ZONE);
    }

    @AfterAll
    static void stopDns() {
        if (dns != null) {
            dns.close();
        }
    }

    @BeforeEach
    void start() {
        vertx = Vertx.vertx(new VertxOptions().setAddressResolverOptions(NameServers.find(Optional.of(dns.address()))));
        for (int i = 2; i <= 4; i++) {
            instances.add(new Instance("127.0.0." + i, port));
        }
    }

    @AfterEach
    void stop() throws Exception {
        dns.speak();
        if (traffic != null) {
            traffic.stop();
        }
        vertx.close().await(10, TimeUnit.SECONDS);
        instances.forEach(Instance::close);
    }

    @Test
    void followsAddressesThatComeAndGo() throws Exception {
        dns.hold(srv(2));
        Peer peer = find(TIMING);
        startTraffic(peer);
        expect(peer, 2);

        dns.hold(srv(2, 3));
        expect(peer, 2, 3);

        dns.hold(srv(3, 4));
        expect(peer, 3, 4);

        assertThat(traffic.stop()).isEmpty();
        assertThat(traffic.answeredBy()).contains(address(2), address(3));
    }

    @Test
    void followsATtlOfTenSeconds() throws Exception {
        dns.hold(lasting(10, srv(2)));
        Peer peer = find(TIMING);
        startTraffic(peer);
        expect(peer, 2);
        long start = System.nanoTime();

        dns.hold(lasting(10, srv(3)));
        Waiting.until(Duration.ofSeconds(15), () -> sees(peer, 3));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(5));
        assertThat(traffic.stop()).isEmpty();
    }

    @Test
    void asksOnceForWhatItKnows() throws Exception {
        dns.hold(srv(2, 3));
        Peer peer = find(TIMING);
        expect(peer, 2, 3);
        long srv = dns.queries("SRV", host);
        long a = dns.queries("A", host);
        long targets = dns.queries("A", task(2) + "." + host);

        Thread.sleep(2000);

        assertThat(dns.queries("SRV", host) - srv).isBetween(5L, 11L);
        assertThat(dns.queries("A", host)).isEqualTo(a);
        assertThat(dns.queries("A", task(2) + "." + host)).isEqualTo(targets);
    }

    @Test
    void takesAddressRecordsWhereThereIsNoServiceRecord() throws Exception {
        dns.hold(a(2, 3));
        Peer peer = find(TIMING);
        startTraffic(peer);
        expect(peer, 2, 3);
        long srv = dns.queries("SRV", host);

        dns.hold(a(4));
        expect(peer, 4);

        assertThat(dns.queries("SRV", host)).isEqualTo(srv);
        assertThat(traffic.stop()).isEmpty();
    }

    @Test
    void takesAddressRecordsWhereTheServiceRecordsHaveAnotherPort() {
        Stream<String> others = Stream.of(name + " 1 SRV 1 1 1 other." + name, "other." + name + " 1 A " + address(4));
        dns.hold(both(others, a(2, 3)));
        Peer peer = find(TIMING);

        expect(peer, 2, 3);
    }

    @Test
    void returnsToServiceRecordsWhenTheyAppear() {
        Timing impatient = with(Duration.ofMillis(500));
        dns.hold(a(2));
        Peer peer = find(impatient);
        expect(peer, 2);

        dns.hold(both(Stream.of(srv(3)), a(2)));

        expect(peer, 3);
    }

    enum Outage {
        SERVFAIL,
        NXDOMAIN,
        EMPTY,
        SILENCE
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatItKnowsWhenDnsFails(Outage outage) throws Exception {
        dns.hold(srv(2, 3));
        Peer peer = find(TIMING);
        startTraffic(peer);
        expect(peer, 2, 3);
        double failed = lookups("failed");

        switch (outage) {
            case SERVFAIL -> dns.fail();
            case NXDOMAIN -> dns.hold();
            case EMPTY -> dns.hold(name + " 1 TXT nothing");
            case SILENCE -> dns.fallSilent();
        }
        Waiting.until(SOON, () -> lookups("failed") >= failed + 3);
        assertThat(sees(peer, 2, 3)).isTrue();

        dns.speak();
        dns.hold(srv(3, 4));
        expect(peer, 3, 4);
        assertThat(traffic.stop()).isEmpty();
    }

    @Test
    void keepsATargetWhoseAddressIsNotToBeHad() throws Exception {
        Timing impatient = with(Duration.ofMillis(300));
        dns.hold(srv(2, 3));
        Peer peer = find(impatient);
        startTraffic(peer);
        expect(peer, 2, 3);
        double answered = lookups("answered");

        dns.hold(Stream.of(srv(2, 3)).filter(line -> !line.startsWith(task(3))).toArray(String[]::new));
        Waiting.until(SOON, () -> lookups("answered") > answered + 15);

        assertThat(sees(peer, 2, 3)).isTrue();
        assertThat(traffic.stop()).isEmpty();
    }

    @Test
    void keepsAddressesAsLongAsATargetCannotBeLookedUp() throws Exception {
        dns.hold(a(2, 3));
        Peer peer = find(with(Duration.ofMillis(300)));
        expect(peer, 2, 3);
        long srv = dns.queries("SRV", host);
        double answered = lookups("answered");

        // a zone that the server does not have: it refuses to answer
        Stream<String> refused = Stream.of(name + " 1 SRV 1 1 " + port + " task.elsewhere.");
        dns.hold(both(Stream.concat(refused, Stream.of(srv(2))), a(2, 3)));
        Waiting.until(SOON, () -> lookups("answered") > answered + 15);

        assertThat(dns.queries("SRV", host)).isGreaterThan(srv + 5);
        assertThat(sees(peer, 2, 3)).isTrue();
    }

    @Test
    void letsTheFirstRequestWaitForDns() throws Exception {
        dns.hold(srv(2));
        dns.fallSilent();
        vertx.setTimer(300, timer -> dns.speak());

        Peer peer = find(TIMING);

        assertThat(peer.get("/", Correlation.begin())
                        .await(SOON.toMillis(), TimeUnit.MILLISECONDS)
                        .body())
                .hasToString(address(2));
    }

    @Test
    void collectsTheSamplesOfMoreThanEight() throws Exception {
        for (int i = 5; i <= 21; i++) {
            instances.add(new Instance(address(i), port));
        }
        List<Integer> tasks =
                new ArrayList<>(IntStream.rangeClosed(2, 21).boxed().toList());
        Random random = new Random(20);
        dns.hold(sampleOf(tasks, random));
        Peer peer = find(TIMING);
        Waiting.until(SOON, () -> peer.known() == 8);
        startTraffic(peer);

        for (int i = 0; i < 8; i++) {
            dns.hold(sampleOf(tasks, random));
            Thread.sleep(1300);
        }
        assertThat(peer.known()).isGreaterThan(16);

        // Five tasks die one after the other, and DNS knows it.
        tasks.removeIf(task -> task > 16);
        for (Instance instance : instances) {
            if (!tasks.contains(number(instance))) {
                instance.close();
                Thread.sleep(500);
            }
        }
        for (int i = 0; i < 4; i++) {
            dns.hold(sampleOf(tasks, random));
            Thread.sleep(1300);
        }
        Waiting.until(SOON, () -> peer.known() <= 15);
        assertThat(traffic.stop()).isEmpty();
    }

    private Peer find(Timing timing) {
        return Peers.of(vertx, List.of(new Target("orders", host, port)), timing, metrics)
                .peer("orders");
    }

    private void startTraffic(Peer peer) {
        traffic = new Traffic(peer);
    }

    private void expect(Peer peer, int... numbers) {
        Waiting.until(SOON, () -> sees(peer, numbers));
    }

    private static boolean sees(Peer peer, int... numbers) {
        return peer.addresses()
                .equals(IntStream.of(numbers).mapToObj(DiscoveryIT::address).collect(Collectors.toSet()));
    }

    private double lookups(String outcome) {
        return metrics.text()
                .toString()
                .lines()
                .filter(line -> line.startsWith("peer_lookups_total") && line.contains(outcome))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Timing with(Duration recheck) {
        return new Timing(
                TIMING.refresh(),
                recheck,
                TIMING.query(),
                TIMING.connect(),
                TIMING.attempt(),
                TIMING.keepAlive(),
                TIMING.ejection());
    }

    private static String address(int number) {
        return "127.0.0." + number;
    }

    private static int number(Instance instance) {
        return Integer.parseInt(instance.address().substring("127.0.0.".length()));
    }

    /** As Cloud Map has them: for every task a target with a long name, so that eight do not fit into a datagram. */
    private String[] srv(int... numbers) {
        return IntStream.of(numbers)
                .boxed()
                .flatMap(n -> Stream.of(
                        "%s 1 SRV 1 1 %s %s.%s".formatted(name, port, task(n), name),
                        "%s.%s 1 A %s".formatted(task(n), name, address(n))))
                .toArray(String[]::new);
    }

    private static String task(int number) {
        return "%032x".formatted(number);
    }

    private String[] a(int... numbers) {
        return IntStream.of(numbers).mapToObj(n -> name + " 1 A " + address(n)).toArray(String[]::new);
    }

    private static String[] both(Stream<String> some, String[] others) {
        return Stream.concat(some, Stream.of(others)).toArray(String[]::new);
    }

    private static String[] lasting(int ttl, String[] records) {
        return Stream.of(records)
                .map(line -> line.replaceFirst(" 1 ", " " + ttl + " "))
                .toArray(String[]::new);
    }

    private String[] sampleOf(List<Integer> tasks, Random random) {
        List<Integer> shuffled = new ArrayList<>(tasks);
        Collections.shuffle(shuffled, random);
        return srv(shuffled.stream().limit(8).mapToInt(task -> task).toArray());
    }
}
