package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatWasCheckedWhereNothingIsWrong() {
        String config = "name: shop\nservices: {}\n";

        assertThat(Run.reading(folder, config, "check", "-")).isEqualTo(new Run(0, "", "No problems in <stdin>.\n"));
        assertThat(Run.reading(folder, config + "environments: {staging: {}, live: {}}\n", "check", "-")
                        .err())
                .isEqualTo("No problems in <stdin>, also with -e staging and -e live.\n");
    }

    @Test
    void tellsAllThatIsWrongOnceAndWritesNothing() {
        Run run = Run.reading(folder, """
                nam: shop
                services: {orders: {prot: 1}}
                environments: {staging: {tga: 1}, live: {defaults: {prot: 1}}}
                """, "check", "-", "--format", "line");

        assertThat(run).isEqualTo(new Run(1, "", """
                                <stdin>:1:1: error: there is no key `nam` [unknown-key]
                                <stdin>:2:12: error: `orders` runs the default image, and no tag says which one [image-needs-tag]
                                <stdin>:2:21: error: there is no key `prot` in `services.orders` [unknown-key]
                                <stdin>:3:26: error: there is no key `tga` in `environments.staging` [unknown-key]
                                <stdin>:3:53: error: there is no key `prot` in `defaults` [unknown-key]
                                """));
    }

    @Test
    void saysWithWhichEnvironmentAProblemComes() {
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
                                .endsWith("is only in the environment `staging` [environment-adds-service]"),
                        line -> assertThat(line)
                                .startsWith("<stdin>:5:38: error: ")
                                .endsWith(" (with `-e live`) [fargate-size]"));
    }

    @Test
    void tellsOnceWhatServicesHaveFromDefaultsAndNamesThem() {
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
                .contains("of `a` never moves")
                .endsWith("; likewise `b`, `c`, `d`, `e` and 2 more [deployment-stuck]");
    }

    @Test
    void tellsTwoProblemsOfAKindAtOnePlace() {
        Run run = Run.reading(folder, """
                name: shop
                namespace: {id: ns-abcdefgh}
                services: {}
                """, "check", "-", "--format", "line");

        assertThat(run.err().lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("<stdin>:2:17:").endsWith("[existing-namespace]"));
    }
}
