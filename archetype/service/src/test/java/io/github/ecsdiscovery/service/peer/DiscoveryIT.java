package io.github.ecsdiscovery.service.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.service.fixture.DnsServers;
import io.github.ecsdiscovery.service.fixture.PeerInstance;
import io.github.ecsdiscovery.service.fixture.Ports;
import io.github.ecsdiscovery.service.fixture.Waiting;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.RequestContext;
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
 * Finds a peer with real DNS while its addresses change and DNS fails. The class mostly waits, so it runs in parallel with
 * other classes. Its own tests share a zone, so they run in sequence.
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

    // A new name for each test, because DNS caches the names of other tests.
    private final String name = "orders" + NAMES.incrementAndGet();
    private final String host = name + "." + ZONE;

    private final Metrics metrics = new Metrics();
    private final int port = Ports.free();
    private final List<PeerInstance> instances = new ArrayList<>();
    private Vertx vertx;
    private PeerTraffic traffic;

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
            instances.add(new PeerInstance("127.0.0." + i, port));
        }
    }

    @AfterEach
    void stop() throws Exception {
        dns.resume();
        if (traffic != null) {
            traffic.stop();
        }
        vertx.close().await(10, TimeUnit.SECONDS);
        instances.forEach(PeerInstance::close);
    }

    @Test
    void followsChangingAddresses() throws Exception {
        dns.setRecords(srv(2));
        Peer peer = find(TIMING);
        startTraffic(peer);
        awaitAddresses(peer, 2);

        dns.setRecords(srv(2, 3));
        awaitAddresses(peer, 2, 3);

        dns.setRecords(srv(3, 4));
        awaitAddresses(peer, 3, 4);

        assertThat(traffic.stop()).isEmpty();
        assertThat(traffic.answeredBy()).contains(address(2), address(3));
    }

    @Test
    void followsATtlOfTenSeconds() throws Exception {
        dns.setRecords(withTtl(10, srv(2)));
        Peer peer = find(TIMING);
        startTraffic(peer);
        awaitAddresses(peer, 2);
        long start = System.nanoTime();

        dns.setRecords(withTtl(10, srv(3)));
        Waiting.until(Duration.ofSeconds(15), () -> sees(peer, 3));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(5));
        assertThat(traffic.stop()).isEmpty();
    }

    @Test
    void doesNotRepeatQueriesForCachedRecords() throws Exception {
        dns.setRecords(srv(2, 3));
        Peer peer = find(TIMING);
        awaitAddresses(peer, 2, 3);
        long srv = dns.queries("SRV", host);
        long a = dns.queries("A", host);
        long targets = dns.queries("A", task(2) + "." + host);

        Thread.sleep(2000);

        assertThat(dns.queries("SRV", host) - srv).isBetween(5L, 11L);
        assertThat(dns.queries("A", host)).isEqualTo(a);
        assertThat(dns.queries("A", task(2) + "." + host)).isEqualTo(targets);
    }

    @Test
    void usesARecordsWithoutSrvRecords() throws Exception {
        dns.setRecords(a(2, 3));
        Peer peer = find(TIMING);
        startTraffic(peer);
        awaitAddresses(peer, 2, 3);
        long srv = dns.queries("SRV", host);

        dns.setRecords(a(4));
        awaitAddresses(peer, 4);

        assertThat(dns.queries("SRV", host)).isEqualTo(srv);
        assertThat(traffic.stop()).isEmpty();
    }

    @Test
    void usesARecordsWhenSrvRecordsHaveAnotherPort() {
        Stream<String> others = Stream.of(name + " 1 SRV 1 1 1 other." + name, "other." + name + " 1 A " + address(4));
        dns.setRecords(concat(others, a(2, 3)));
        Peer peer = find(TIMING);

        awaitAddresses(peer, 2, 3);
    }

    @Test
    void usesSrvRecordsWhenTheyAppear() {
        Timing timing = timingWith(Duration.ofMillis(500));
        dns.setRecords(a(2));
        Peer peer = find(timing);
        awaitAddresses(peer, 2);

        dns.setRecords(concat(Stream.of(srv(3)), a(2)));

        awaitAddresses(peer, 3);
    }

    enum Outage {
        SERVFAIL,
        NXDOMAIN,
        EMPTY,
        SILENCE
    }

    @ParameterizedTest
    @EnumSource
    void keepsAddressesWhenDnsFails(Outage outage) throws Exception {
        dns.setRecords(srv(2, 3));
        Peer peer = find(TIMING);
        startTraffic(peer);
        awaitAddresses(peer, 2, 3);
        double failed = lookups("failed");

        switch (outage) {
            case SERVFAIL -> dns.failQueries();
            case NXDOMAIN -> dns.setRecords();
            case EMPTY -> dns.setRecords(name + " 1 TXT nothing");
            case SILENCE -> dns.pause();
        }
        Waiting.until(SOON, () -> lookups("failed") >= failed + 3);
        assertThat(sees(peer, 2, 3)).isTrue();

        dns.resume();
        dns.setRecords(srv(3, 4));
        awaitAddresses(peer, 3, 4);
        assertThat(traffic.stop()).isEmpty();
    }

    @Test
    void keepsASrvTargetWithoutAnAddress() throws Exception {
        Timing timing = timingWith(Duration.ofMillis(300));
        dns.setRecords(srv(2, 3));
        Peer peer = find(timing);
        startTraffic(peer);
        awaitAddresses(peer, 2, 3);
        double answered = lookups("answered");

        dns.setRecords(
                Stream.of(srv(2, 3)).filter(line -> !line.startsWith(task(3))).toArray(String[]::new));
        Waiting.until(SOON, () -> lookups("answered") > answered + 15);

        assertThat(sees(peer, 2, 3)).isTrue();
        assertThat(traffic.stop()).isEmpty();
    }

    @Test
    void keepsAddressesWhileASrvTargetCannotBeResolved() throws Exception {
        dns.setRecords(a(2, 3));
        Peer peer = find(timingWith(Duration.ofMillis(300)));
        awaitAddresses(peer, 2, 3);
        long srv = dns.queries("SRV", host);
        double answered = lookups("answered");

        // The server does not have this zone, so it refuses the query.
        Stream<String> refused = Stream.of(name + " 1 SRV 1 1 " + port + " task.elsewhere.");
        dns.setRecords(concat(Stream.concat(refused, Stream.of(srv(2))), a(2, 3)));
        Waiting.until(SOON, () -> lookups("answered") > answered + 15);

        assertThat(dns.queries("SRV", host)).isGreaterThan(srv + 5);
        assertThat(sees(peer, 2, 3)).isTrue();
    }

    @Test
    void delaysTheFirstRequestUntilDnsResponds() throws Exception {
        dns.setRecords(srv(2));
        dns.pause();
        vertx.setTimer(300, timer -> dns.resume());

        Peer peer = find(TIMING);

        assertThat(peer.get("/", RequestContext.create())
                        .await(SOON.toMillis(), TimeUnit.MILLISECONDS)
                        .body())
                .hasToString(address(2));
    }

    @Test
    void collectsMoreThanEightAddressesFromSamples() throws Exception {
        for (int i = 5; i <= 21; i++) {
            instances.add(new PeerInstance(address(i), port));
        }
        List<Integer> tasks =
                new ArrayList<>(IntStream.rangeClosed(2, 21).boxed().toList());
        Random random = new Random(20);
        dns.setRecords(sampleOf(tasks, random));
        Peer peer = find(TIMING);
        Waiting.until(SOON, () -> peer.knownAddresses() == 8);
        startTraffic(peer);

        for (int i = 0; i < 8; i++) {
            dns.setRecords(sampleOf(tasks, random));
            Thread.sleep(1300);
        }
        assertThat(peer.knownAddresses()).isGreaterThan(16);

        // Five tasks stop one after the other, and leave DNS.
        tasks.removeIf(task -> task > 16);
        for (PeerInstance instance : instances) {
            if (!tasks.contains(number(instance))) {
                instance.close();
                Thread.sleep(500);
            }
        }
        for (int i = 0; i < 4; i++) {
            dns.setRecords(sampleOf(tasks, random));
            Thread.sleep(1300);
        }
        Waiting.until(SOON, () -> peer.knownAddresses() <= 15);
        assertThat(traffic.stop()).isEmpty();
    }

    private Peer find(Timing timing) {
        return Peers.of(vertx, List.of(new Target("orders", host, port)), timing, metrics)
                .peer("orders");
    }

    private void startTraffic(Peer peer) {
        traffic = new PeerTraffic(peer);
    }

    private void awaitAddresses(Peer peer, int... numbers) {
        Waiting.until(SOON, () -> sees(peer, numbers));
    }

    private static boolean sees(Peer peer, int... numbers) {
        return peer.addresses()
                .equals(IntStream.of(numbers).mapToObj(DiscoveryIT::address).collect(Collectors.toSet()));
    }

    private double lookups(String outcome) {
        return metrics.scrape()
                .toString()
                .lines()
                .filter(line -> line.startsWith("peer_lookups_total") && line.contains(outcome))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Timing timingWith(Duration recheck) {
        return new Timing(
                TIMING.refreshInterval(),
                recheck,
                TIMING.queryTimeout(),
                TIMING.connectTimeout(),
                TIMING.attemptTimeout(),
                TIMING.keepAlive(),
                TIMING.ejectionTime());
    }

    private static String address(int number) {
        return "127.0.0." + number;
    }

    private static int number(PeerInstance instance) {
        return Integer.parseInt(instance.address().substring("127.0.0.".length()));
    }

    /** Returns records like those of Cloud Map. Each task has a target with a long name, so eight exceed a datagram. */
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

    private static String[] concat(Stream<String> some, String[] others) {
        return Stream.concat(some, Stream.of(others)).toArray(String[]::new);
    }

    private static String[] withTtl(int ttl, String[] records) {
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
