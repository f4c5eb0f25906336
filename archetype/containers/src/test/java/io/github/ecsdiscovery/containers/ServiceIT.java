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

/** The walk-through's two services, in containers as the template has them, under load by users who must not notice a thing. */
@Tag("load")
class ServiceIT {

    /** The walk-through shows it with blanks, as it comes out of `jq`. */
    static final String ANSWER = "{\"serviceA\":\"THIS IS myservice-a!!\",\"serviceB\":\"THIS IS myservice-b!!\"}";

    private static final int PER_SECOND = Integer.getInteger("containers.rate", 900);
    private static final int AT_LEAST = Integer.getInteger("containers.requests", 100_000);

    /** From SIGTERM until the records have left DNS: Cloud Map and Route 53 take a while, which nobody promises. */
    private static final List<Duration> RECORD_DELAYS =
            Stream.of(0, 5, 15).map(Duration::ofSeconds).toList();

    /** The lame duck that docs/stopping.md promises for the TTL of 10 s, and the half second in which nobody is to blame. */
    private static final Duration SERVES_ON = Duration.ofMillis(24_500);

    /** Until ECS has seen that a task has ended. */
    private static final Duration NOTICED = Duration.ofSeconds(5);

    /** Until the last cache has forgotten a record, and the last service has asked it. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(13);

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        Docker.need();
        Template template = Project.template();
        Project.buildImage(template.services().get(0).image());
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
    void eachReplicaAnswersAsTheWalkThroughDoes() {
        assertThat(cluster.running())
                .hasSize(4)
                .allSatisfy(replica -> assertThat(
                                Command.run("curl", "--silent", "--fail", "--max-time", "5", replica.url("/request")))
                        .isEqualTo(ANSWER));
    }

    @Test
    void losesNoRequestWhenAllReplicasAreReplacedOneAfterAnother() {
        List<Integer> exitCodes = new ArrayList<>();

        Trial trial = Trial.of(cluster, PER_SECOND, AT_LEAST, () -> {
            RECORD_DELAYS.forEach(cluster::rollOut);
            exitCodes.addAll(cluster.awaitStops());
        });

        List<String> rows = trial.rows();
        rows.add(0, Report.row("replicas replaced", exitCodes.size() + ", records gone 0, 5, 15 s after SIGTERM"));
        Report.write("replacement", "All replicas replaced, one after another", rows, trial.setbacks());
        assertThat(trial.failures()).as(trial.details()).isEmpty();
        assertThat(trial.requests()).isGreaterThanOrEqualTo(AT_LEAST);
        assertThat(trial.setbacks()).noneMatch(setback -> setback.isGoneSoonerThan(SERVES_ON));
        assertThat(exitCodes).hasSize(4 * RECORD_DELAYS.size()).containsOnly(0);
        // one that never got a request could not have lost it
        assertThat(cluster.stopped())
                .allSatisfy(replica -> assertThat(trial.tally().answeredBy(replica, "/message"))
                        .as(replica.name())
                        .isPositive());
    }

    @Test
    void losesNoRequestWhenOneReplicaIsKilledAndOneHangs() {
        EcsService killed = cluster.service(0);
        EcsService hung = cluster.service(1);
        Duration patience = hung.spec().healthCheck().orElseThrow().patience();
        List<Long> begin = new ArrayList<>();

        Trial trial = Trial.of(cluster, PER_SECOND, 0, () -> {
            begin.add(System.nanoTime());
            CompletableFuture<Void> kill = CompletableFuture.runAsync(() -> killed.loseOneByKill(NOTICED));
            hung.loseOneByHang(patience);
            kill.join();
            Waiting.pause(FORGOTTEN);
        });

        List<String> rows = trial.rows();
        rows.add(lost("killed", NOTICED, trial.tally(), begin.get(0), killed));
        rows.add(lost("hung", patience, trial.tally(), begin.get(0), hung));
        Report.write("loss", "One replica killed, another one hung, at the same time", rows, trial.setbacks());
        assertThat(trial.failures()).as(trial.details()).isEmpty();
        // else the loss went unnoticed, and the test has shown nothing
        assertThat(trial.tally().allRetries()).isPositive();
    }

    private static String lost(String how, Duration noticed, Tally tally, long begin, EcsService service) {
        List<String> aliases = List.of(service.spec().name(), service.alias());
        return Report.row(
                how + ", in DNS for %s s more: second tries, the last after".formatted(noticed.toSeconds()),
                tally.retriesOf(aliases) + ", "
                        + tally.lastRetryAfter(begin, aliases).toSeconds() + " s");
    }
}
