package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings that the config's author has read. */
final class AcceptTest {
    /** Draws `image-latest` and `no-health-check` for each service, and `namespace-local`. */
    private static final String CONFIG = """
            name: shop
            namespace: {name: shop.local}
            defaults: {port: 8080, user: 10001:10001}
            services:
              orders: {image: "a.example/orders:latest"}
              payments: {image: "a.example/payments:latest"}
            """;

    @TempDir
    private Path folder;

    @Test
    void reportsWarningsThatAreNotAccepted() {
        assertThat(reported(CONFIG))
                .containsExactly(
                        "2:19 namespace-local",
                        "5:3 no-health-check",
                        "5:19 image-latest",
                        "6:3 no-health-check",
                        "6:21 image-latest");
    }

    @Test
    void acceptsWarningsOfWholeConfig() {
        assertThat(reported(CONFIG + "acceptWarnings: {image-latest: yes, no-health-check: yes}\n"))
                .containsExactly("2:19 namespace-local");
    }

    @Test
    void acceptsWarningsOfOneService() {
        assertThat(reported(CONFIG + "    acceptWarnings: {}\n")).hasSize(1);
        assertThat(reported("""
                        name: shop
                        defaults: {port: 8080, user: 10001:10001, acceptWarnings: {no-health-check: no shell}}
                        services:
                          orders: {image: "a.example/orders:latest", acceptWarnings: {image-latest: yes}}
                          payments: {image: "a.example/payments:latest", healthCheck: {command: [/probe]}}
                        """)).containsExactly("5:21 image-latest");
    }

    @Test
    void reportsUnusedEntries() {
        assertThat(reported("""
                        name: shop
                        services:
                          worker: {image: "a.example/worker:1", user: "1", acceptWarnings: {image-latest: yes}}
                        acceptWarnings: {namespace-local: yes}
                        """)).containsExactly("3:69 accept-unused", "4:18 accept-unused");
    }

    @Test
    void reportsEntryOfDefaultsOnlyIfNoServiceUsesIt() {
        String config = """
                name: shop
                defaults: {image: "a.example/worker:%s", user: "1", acceptWarnings: {image-latest: yes}}
                services:
                  one: {}
                  two: {image: "a.example/two:1"}
                """;

        assertThat(reported(config.formatted("latest"))).isEmpty();
        assertThat(reported(config.formatted("1"))).containsExactly("2:69 accept-unused");
    }

    @Test
    void rejectsUnknownIdsAndErrors() {
        assertThat(Run.reading(folder, """
                                name: shop
                                services: {}
                                acceptWarnings:
                                  image-lastest: misspelt
                                  utterly-unheard-of: unknown
                                  unknown-key: an error
                                  accept-unused: itself
                                """, "-").err()).isEqualTo("""
                        <stdin>:4:3: error: there is no warning with the id `image-lastest` [accept-unknown]
                         4 |   image-lastest: misspelt
                           |   ^^^^^^^^^^^^^
                        hint: did you mean `image-latest`?

                        <stdin>:5:3: error: there is no warning with the id `utterly-unheard-of` [accept-unknown]
                         5 |   utterly-unheard-of: unknown
                           |   ^^^^^^^^^^^^^^^^^^
                        hint: write the id that is printed in brackets after a warning

                        <stdin>:6:3: error: `unknown-key` is an error; only warnings and notes can be accepted [accept-error]
                         6 |   unknown-key: an error
                           |   ^^^^^^^^^^^
                        hint: remove it

                        <stdin>:7:3: error: `accept-unused` cannot be accepted [accept-error]
                         7 |   accept-unused: itself
                           |   ^^^^^^^^^^^^^
                        hint: remove it

                        4 errors. Nothing was written.
                        """);
    }

    @Test
    void reportsEntryOnlyIfUnusedInAllEnvironments() {
        String config = """
                name: shop
                services: {one: {image: "a.example/one:1", user: "1"}}
                acceptWarnings: {image-latest: staging only, namespace-local: nowhere}
                environments:
                  staging: {defaults: {image: "a.example/one:latest"}, services: {one: {image: null}}}
                  live: {acceptWarnings: {image-latest: null}}
                """;

        assertThat(reported(config)).isEmpty();
        assertThat(reported(config, "-e", "staging")).isEmpty();
        assertThat(reported(config, "-e", "live")).isEmpty();
        assertThat(problems(Run.reading(folder, config, "check", "-", "--format", "line")))
                .containsExactly("3:46 accept-unused");
    }

    @Test
    void reportsNoUnusedEntriesIfValuesAreSetOnCommandLine() {
        String config = """
                name: shop
                services: {one: {image: "a.example/one", user: "1"}}
                tag: latest
                acceptWarnings: {image-latest: CI sets the tag}
                """;

        assertThat(reported(config)).isEmpty();
        assertThat(reported(config, "--set", "tag=1.0")).isEmpty();
    }

    @Test
    void reportsNoUnusedEntriesIfConfigHasErrors() {
        assertThat(reported("name: shop\nservices: {one: {imag: x}}\nacceptWarnings: {image-latest: yes}\n"))
                .containsExactly("2:18 unknown-key");
    }

    private List<String> reported(String config, String... args) {
        String[] all = new String[args.length + 3];
        System.arraycopy(args, 0, all, 3, args.length);
        all[0] = "-";
        all[1] = "--format";
        all[2] = "line";
        return problems(Run.reading(folder, config, all));
    }

    /** {@code 5:3 image-latest}. */
    private static List<String> problems(Run run) {
        return run.err()
                .lines()
                .map(line -> line.replaceAll("^<stdin>:([0-9]+:[0-9]+): .* \\[([a-z0-9-]+)]$", "$1 $2"))
                .toList();
    }
}
