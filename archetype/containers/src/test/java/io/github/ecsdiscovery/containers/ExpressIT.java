package io.github.ecsdiscovery.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of the walk-through's own program where the scaffolded service loses nothing. It is told, and gates nothing. */
@Tag("load")
class ExpressIT {

    private static final String IMAGE = "end-to-end-express";
    private static final Duration RECORD_DELAY = Duration.ofSeconds(5);
    private static final Duration NOTICED = Duration.ofSeconds(5);
    private static final Duration HANGING = Duration.ofSeconds(10);

    /** Well below what it can do with this processor. */
    private static final int PER_SECOND = Integer.getInteger("containers.express.rate", 100);

    @Test
    void isToldBesideTheService() {
        Docker.need();
        Docker.need("Install Node.js with npm", "npm", "--version");
        Path folder = Project.repository().resolve("archetype/containers/express");
        Command.run("npm", "ci", "--prefix", folder.toString(), "--no-audit", "--no-fund", "--loglevel=error");
        Docker.build(IMAGE, folder);
        try (Cluster cluster = Cluster.start(Project.template().of(IMAGE))) {
            cluster.running().forEach(replica -> replica.awaitAnswer("/request", ServiceIT.ANSWER));
            lose(cluster);
            if (Boolean.getBoolean("containers.full")) {
                replace(cluster);
            }
        }
    }

    private static void lose(Cluster cluster) {
        Trial trial = Trial.of(cluster, PER_SECOND, 0, () -> {
            CompletableFuture<Void> kill =
                    CompletableFuture.runAsync(() -> cluster.service(0).loseOneByKill(NOTICED));
            cluster.service(1).loseOneByHang(HANGING);
            kill.join();
        });
        Report.write("express-loss", "Express: one replica killed, another one hung for 10 s", trial.rows(), List.of());
        assertThat(trial.requests()).isPositive();
    }

    /** It does not know SIGTERM, so each takes as long as the template lets it. */
    private static void replace(Cluster cluster) {
        Trial trial = Trial.of(cluster, PER_SECOND, 0, () -> {
            cluster.rollOut(RECORD_DELAY);
            cluster.awaitStops();
        });
        Report.write(
                "express-replacement", "Express: all replicas replaced, one after another", trial.rows(), List.of());
        assertThat(trial.requests()).isPositive();
    }
}
