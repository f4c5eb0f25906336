package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures how many requests the original Express program loses, for comparison. Lost requests do not fail the test. */
@Tag("load")
class ExpressIT {

    private static final String IMAGE = "end-to-end-express";
    private static final Duration RECORD_DELAY = Duration.ofSeconds(5);
    private static final Duration KILL_DETECTION = Duration.ofSeconds(5);
    private static final Duration HANGING = Duration.ofSeconds(10);

    /** A rate well below the program's limit. */
    private static final int PER_SECOND = Integer.getInteger("containers.express.rate", 100);

    @Test
    void reportsLostRequests() {
        Docker.require();
        Docker.require("Install Node.js with npm", "npm", "--version");
        Path folder = GeneratedProject.repository().resolve("archetype/containers/express");
        Command.run("npm", "ci", "--prefix", folder.toString(), "--no-audit", "--no-fund", "--loglevel=error");
        Docker.build(IMAGE, folder);
        try (Cluster cluster = Cluster.start(GeneratedProject.template().withImage(IMAGE))) {
            cluster.running().forEach(replica -> replica.awaitAnswer("/request", ServiceIT.ANSWER));
            killAndHang(cluster);
            if (Boolean.getBoolean("containers.full")) {
                replace(cluster);
            }
        }
    }

    private static void killAndHang(Cluster cluster) {
        LoadRun run = LoadRun.during(cluster, PER_SECOND, 0, () -> {
            CompletableFuture<Void> kill =
                    CompletableFuture.runAsync(() -> cluster.service(0).killOne(KILL_DETECTION));
            cluster.service(1).hangOne(HANGING);
            kill.join();
        });
        Report.write("express-loss", "Express: one replica killed, another one hung for 10 s", run.rows(), List.of());
        assertThat(run.requests()).isPositive();
    }

    /** The program ignores SIGTERM, so each replica runs until the template's stop timeout. */
    private static void replace(Cluster cluster) {
        LoadRun run = LoadRun.during(cluster, PER_SECOND, 0, () -> {
            cluster.rollOut(RECORD_DELAY);
            cluster.awaitStops();
        });
        Report.write("express-replacement", "Express: all replicas replaced, one after another", run.rows(), List.of());
        assertThat(run.requests()).isPositive();
    }
}
