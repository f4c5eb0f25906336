package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the command {@code check}. */
final class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsTheCheckedEnvironmentsIfThereAreNoProblems() {
        String config = "name: shop\nservices: {}\n";

        assertThat(Run.reading(folder, config, "check", "-")).isEqualTo(new Run(0, "", "No problems in <stdin>.\n"));
        assertThat(Run.reading(folder, config + "environments: {staging: {}, live: {}}\n", "check", "-")
                        .err())
                .isEqualTo("No problems in <stdin> (also checked with -e staging, -e live).\n");
    }

    @Test
    void checksAFileOnceIfItIsNamedTwice() throws IOException {
        write("shop.yaml", "name: shop\nservices: {}\n");
        Path absolute = folder.resolve("shop.yaml").toAbsolutePath();

        assertThat(Run.of(folder, "check", "shop.yaml", "./shop.yaml", absolute.toString()))
                .isEqualTo(new Run(0, "", "No problems in shop.yaml.\n"));
    }

    @Test
    void reportsEachProblemOnceAndWritesNothing() {
        Run run = Run.reading(folder, """
                nam: shop
                services: {orders: {prot: 1}}
                environments: {staging: {tga: 1}, live: {defaults: {prot: 1}}}
                """, "check", "-", "--format", "line");

        assertThat(run).isEqualTo(new Run(1, "", """
                                <stdin>:1:1: error: unknown key `nam` [unknown-key]
                                <stdin>:2:12: error: `orders` runs its default image, and `tag` is not set [image-needs-tag]
                                <stdin>:2:21: error: unknown key `prot` in `services.orders` [unknown-key]
                                <stdin>:3:26: error: unknown key `tga` in `environments.staging` [unknown-key]
                                <stdin>:3:53: error: unknown key `prot` in `defaults` [unknown-key]
                                """));
    }

    @Test
    void namesTheEnvironmentThatCausesAProblem() {
        Run run = Run.reading(folder, """
                name: shop
                services: {worker: {tag: 1.0, user: "1", cpu: 512, memory: 1024}}
                environments:
                  staging: {defaults: {cpu: 256}, services: {worker: {cpu: null}, other: {tag: 1.0}}}
                  live: {services: {worker: {memory: 512}}}
                """, "check", "-", "--format", "line");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .startsWith("<stdin>:4:67: warning: ")
                                .endsWith("exists only in the environment `staging` [environment-adds-service]"),
                        line -> assertThat(line)
                                .startsWith("<stdin>:5:38: error: ")
                                .endsWith(" (with `-e live`) [fargate-size]"));
    }

    @Test
    void reportsAProblemInDefaultsOnceAndNamesTheServices() {
        Run run = Run.reading(folder, """
                name: shop
                defaults: {image: "a:1", port: 80, ingress: [10.0.0.1/8], healthCheck: {command: x}}
                services: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}}
                """, "check", "-", "--format", "line");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("<stdin>:2:46: error: ")
                .contains("10.0.0.1/8")
                .endsWith("[not-a-network]");
        Run stuck = Run.reading(folder, """
                name: shop
                defaults: {image: "a:1", deployment: {minPercent: 100, maxPercent: 100}}
                services: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}}
                """, "check", "-", "--format", "line");
        assertThat(stuck.err().lines())
                .singleElement()
                .asString()
                .contains("a deployment of `a` cannot progress")
                .endsWith("; same for `b`, `c`, `d`, `e` and 2 more [deployment-stuck]");
    }

    @Test
    void reportsTwoProblemsWithTheSameIdAtOneLocation() {
        Run run = Run.reading(folder, """
                name: shop
                namespace: {id: ns-abcdefgh}
                services: {}
                """, "check", "-", "--format", "line");

        assertThat(run.err().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("<stdin>:2:17:").endsWith("[existing-namespace]"));
    }

    // ---- Several configs ----

    @Test
    void printsOneLinePerConfigIfThereAreNoProblems() throws IOException {
        write("shop.yaml", "name: shop\nservices: {}\n");
        write("market.yaml", "name: market\nservices: {}\nenvironments: {staging: {}}\n");

        assertThat(Run.of(folder, "check", "shop.yaml", "market.yaml", "shop.yaml"))
                .isEqualTo(new Run(
                        0,
                        "",
                        "No problems in shop.yaml.\nNo problems in market.yaml (also checked with -e staging).\n"));
        assertThat(Run.of(folder, "check", "shop.yaml", "market.yaml", "--format", "json"))
                .isEqualTo(new Run(0, "", "[]\n"));
    }

    @Test
    void examplesReferToEachOtherCorrectly() {
        Path examples = Path.of("..", "examples");

        assertThat(Run.of(examples, "check", "shop/config.yaml", "joining/config.yaml", "--strict", "-q"))
                .isEqualTo(new Run(0, "", ""));
    }

    @Test
    void reportsAWrongReferenceFromOneExampleToTheOther() throws IOException {
        Path examples = Path.of("..", "examples");
        String joining = Files.readString(examples.resolve("joining").resolve("config.yaml"));

        Run run = Run.reading(
                examples,
                joining.replace("orders: { stack: shop", "order: { stack: shop")
                        .replace("calls: [orders,", "calls: [order,"),
                "check",
                "-",
                "shop/config.yaml",
                "-q",
                "--format",
                "line");

        assertThat(run)
                .isEqualTo(new Run(
                        1, "", "<stdin>:10:3: error: the stack `shop` has no service `order` [peer-unknown]\n"));
    }

    @Test
    void reportsProblemsOfAllConfigsInOneList() throws IOException {
        write("a.yaml", "name: a\nplatform: shop\nservises: {}\nservices: {b: {image: 'x:1'}}\n");
        write("b.yaml", "name: b\nplatform: shop\n\n\nservices: {b: {image: 'x:1'}}\n");

        assertThat(Run.of(folder, "check", "b.yaml", "a.yaml").err()).isEqualTo("""
                a.yaml:3:1: error: unknown key `servises` [unknown-key]
                 3 | servises: {}
                   | ^^^^^^^^
                hint: did you mean `services`?

                a.yaml:4:12: error: the stack `b` also has a service `b`, and both stacks are in the same namespace and cluster [same-service]
                 4 | services: {b: {image: 'x:1'}}
                   |            ^
                hint: rename it, or remove it and declare it under `peers`: `b: {stack: b, …}`

                2 errors.
                """);
    }

    @Test
    void failsWithExitCode3IfAConfigIsMissing() throws IOException {
        write("a.yaml", "name: a\n");

        assertThat(Run.of(folder, "check", "a.yaml", "b.yaml"))
                .isEqualTo(new Run(3, "", "ecs-discovery: `b.yaml` does not exist\n"));
        assertThat(Run.of(folder, "check").code()).isEqualTo(2);
    }

    @Test
    void neverReportsAnEntryForCrossStackWarningsAsUnused() throws IOException {
        write("shop.yaml", "name: shop\nnetwork: {zones: 3}\nservices: {}\n");
        String joining = "name: a\nplatform: shop\nservices: {b: {image: 'x:1', user: '1'}}\n";
        write("a.yaml", joining);
        write("b.yaml", joining + "acceptWarnings: {fewer-zones: it is a test}\n");

        assertThat(Run.of(folder, "check", "shop.yaml", "a.yaml", "--strict", "--format", "line"))
                .isEqualTo(new Run(
                        1,
                        "",
                        "a.yaml:2:11: error: `network.zones` is `2`, but the platform `shop` has `3` [fewer-zones]\n"));
        assertThat(Run.of(folder, "check", "shop.yaml", "b.yaml", "--strict").code())
                .isZero();
        assertThat(Run.of(folder, "check", "b.yaml", "--strict").code()).isZero();
    }

    @Test
    void checksReferencesBetweenStacksOfEnvironments() throws IOException {
        write("shop.yaml", """
                name: shop
                defaults: {image: "x:1", user: "1", port: 80, healthCheck: {command: x}}
                services: {orders: {}}
                environments: {staging: {services: {orders: {port: 81}}}}
                """);
        write("a.yaml", """
                name: a
                platform: shop
                peers: {orders: {stack: shop, port: 80}}
                services: {b: {image: "x:1", user: "1", calls: [orders]}}
                environments: {staging: {platform: shop-staging, peers: {orders: {stack: shop-staging}}}}
                """);

        assertThat(Run.of(folder, "check", "shop.yaml", "a.yaml", "--format", "line"))
                .isEqualTo(new Run(
                        1,
                        "",
                        "a.yaml:3:37: error: `orders` of `shop-staging` has no port `80/http`"
                                + " (with `-e staging`) [peer-port]\n"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
