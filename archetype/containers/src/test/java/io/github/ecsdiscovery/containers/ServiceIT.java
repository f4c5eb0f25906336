package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs two services in containers as the template defines them, under load, and checks that no request fails. */
@Tag("load")
class ServiceIT {

    /** The response of `/request`. */
    static final String ANSWER = "{\"serviceA\":\"THIS IS myservice-a!!\",\"serviceB\":\"THIS IS myservice-b!!\"}";

    private static final int PER_SECOND = Integer.getInteger("containers.rate", 900);
    private static final int MIN_REQUESTS = Integer.getInteger("containers.requests", 100_000);

    /** Times from SIGTERM until the records leave DNS. Cloud Map and Route 53 guarantee no time. */
    private static final List<Duration> RECORD_DELAYS =
            Stream.of(0, 5, 15).map(Duration::ofSeconds).toList();

    /** The lame duck for a TTL of 10 s (25 s, see docs/explanation/time-contract.md), minus 0.5 s of tolerance. */
    private static final Duration MIN_LAME_DUCK = Duration.ofMillis(24_500);

    /** The time until ECS detects that a task has ended. */
    private static final Duration KILL_DETECTION = Duration.ofSeconds(5);

    /** The time until all caches have dropped a record and all services have looked it up again. */
    private static final Duration CACHE_EXPIRY = Duration.ofSeconds(13);

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        Docker.require();
        Template template = GeneratedProject.template();
        GeneratedProject.buildImage(template.services().get(0).image());
        cluster = Cluster.start(template);
        cluster.running().forEach(replica -> replica.awaitAnswer("/request", ANSWER));
    }

    @BeforeEach
    void settle() {
        cluster.running()
                .forEach(replica -> replica.awaitPeers(replica.service().replicas()));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void eachReplicaReturnsTheMessagesOfBothServices() {
        assertThat(cluster.running())
                .hasSize(4)
                .allSatisfy(replica -> assertThat(
                                Command.run("curl", "--silent", "--fail", "--max-time", "5", replica.url("/request")))
                        .isEqualTo(ANSWER));
    }

    @Test
    void losesNoRequestWhenAllReplicasAreReplaced() {
        List<Integer> exitCodes = new ArrayList<>();

        LoadRun run = LoadRun.during(cluster, PER_SECOND, MIN_REQUESTS, () -> {
            RECORD_DELAYS.forEach(cluster::rollOut);
            exitCodes.addAll(cluster.awaitStops());
        });

        List<String> rows = run.rows();
        rows.add(0, Report.row("replicas replaced", exitCodes.size() + ", records removed 0, 5, 15 s after SIGTERM"));
        Report.write("replacement", "All replicas replaced, one after another", rows, run.ejections());
        assertThat(run.failures()).as(run.details()).isEmpty();
        assertThat(run.requests()).isGreaterThanOrEqualTo(MIN_REQUESTS);
        assertThat(run.ejections()).noneMatch(ejection -> ejection.stoppedServingBefore(MIN_LAME_DUCK));
        assertThat(exitCodes).hasSize(4 * RECORD_DELAYS.size()).containsOnly(0);
        // A replica without requests could not have lost any.
        assertThat(cluster.stopped())
                .allSatisfy(replica -> assertThat(run.metrics().answeredBy(replica, "/message"))
                        .as(replica.name())
                        .isPositive());
    }

    @Test
    void losesNoRequestWhenOneReplicaIsKilledAndOneHangs() {
        EcsService killed = cluster.service(0);
        EcsService hung = cluster.service(1);
        Duration timeUntilUnhealthy = hung.spec().healthCheck().orElseThrow().timeUntilUnhealthy();
        List<Long> begin = new ArrayList<>();

        LoadRun run = LoadRun.during(cluster, PER_SECOND, 0, () -> {
            begin.add(System.nanoTime());
            CompletableFuture<Void> kill = CompletableFuture.runAsync(() -> killed.killOne(KILL_DETECTION));
            hung.hangOne(timeUntilUnhealthy);
            kill.join();
            Waiting.pause(CACHE_EXPIRY);
        });

        List<String> rows = run.rows();
        rows.add(retryRow("killed", KILL_DETECTION, run.metrics(), begin.get(0), killed));
        rows.add(retryRow("hung", timeUntilUnhealthy, run.metrics(), begin.get(0), hung));
        Report.write("loss", "One replica killed and another one hung at the same time", rows, run.ejections());
        assertThat(run.failures()).as(run.details()).isEmpty();
        // Without retries, the test would not have exercised the failures.
        assertThat(run.metrics().allRetries()).isPositive();
    }

    private static String retryRow(
            String how, Duration detectionDelay, MetricsCollector metrics, long begin, EcsService service) {
        List<String> aliases = List.of(service.spec().name(), service.alias());
        return Report.row(
                how + ", in DNS for %s s more: retries, the last one after".formatted(detectionDelay.toSeconds()),
                metrics.retriesOf(aliases) + ", "
                        + metrics.lastRetryAfter(begin, aliases).toSeconds() + " s");
    }
}
