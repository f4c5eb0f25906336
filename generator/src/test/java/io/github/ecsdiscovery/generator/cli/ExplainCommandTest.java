package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the command {@code explain}. */
final class ExplainCommandTest {
    private static final String CONFIG = """
            name: shop
            tag: "1"
            defaults: {user: "1", healthCheck: {command: probe}}
            services:
              front: {port: 8080, ingress: [198.51.100.0/24], calls: {stock: "goods:admin"}}
              goods: {ports: {query: 53/udp, http: 8080, admin: 9090}}
              hidden: {port: 8080, discovery: none}
              worker: {healthCheck: null, calls: [front]}
              plain: {port: 80, user: root, calls: [front]}
            environments:
              open: {network: {securityGroups: shared}}
            """;

    private static final Pattern HINT = Pattern.compile("(?m)^hint: .*`calls: ([^`]*)` for `([^`]*)` to open (.*)$");

    @TempDir
    private Path folder;

    @Test
    void printsTheResultToStandardOutputAndProblemsToStandardError() {
        Run run = Run.reading(
                folder, CONFIG.replace(", healthCheck: {command: probe}", ""), "explain", "-", "front", "goods");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("front reaches goods on tcp 9090:\n\n");
        assertThat(run.err()).contains(": warning: ").doesNotContain("front reaches");
    }

    @Test
    void printsNoResultIfTheConfigHasErrors() {
        Run run = Run.reading(folder, "name: shop\nservices: {a: {calls: [b]}}\n", "explain", "-", "x", "y");
        Run strict =
                Run.reading(folder, CONFIG.replace(", healthCheck: {command: probe}", ""), "explain", "-", "--strict");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("[unknown-callee]").endsWith("errors. There is no template to explain.\n");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fron goods | the config has no service `fron`; did you mean `front`?",
                "front good | the config has no service `good`; did you mean `goods`?",
                "front x | the config has no service `x`; its services are `front`, `goods`, `hidden`, `plain`, `worker`",
            })
    void failsWithExitCode2IfAServiceIsUnknown(String pair, String message) {
        Run run = Run.reading(folder, CONFIG, ("explain - -q " + pair).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst()).contains("ecs-discovery: " + message);
    }

    @Test
    void appliesTheEnvironmentAndTheSettings() {
        String apart = Run.reading(folder, CONFIG, "explain", "-", "-q", "worker", "plain")
                .out();
        String shared = Run.reading(folder, CONFIG, "explain", "-", "-q", "-e", "open", "worker", "plain")
                .out();
        String moved = Run.reading(
                        folder, CONFIG, "explain", "-", "-q", "--set", "services.plain.port=81", "worker", "plain")
                .out();

        assertThat(apart).startsWith("worker does not reach plain on tcp 80:\n");
        assertThat(shared).startsWith("worker reaches plain on tcp 80:\n").doesNotContain("hint:");
        assertThat(moved).startsWith("worker does not reach plain on tcp 81:\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "worker | plain | tcp 80",
                "plain | worker | nothing",
                "worker | goods | udp 53",
                "worker | goods | tcp 8080",
                "worker | goods | tcp 9090",
                "front | goods | udp 53",
                "front | goods | tcp 8080",
                "front | front | tcp 8080",
                "plain | front | nothing",
            })
    void suggestsCallsThatOpenABlockedPort(String from, String to, String port) {
        String report =
                Run.reading(folder, CONFIG, "explain", "-", "-q", from, to).out();
        Matcher hint = HINT.matcher(report);
        boolean hasHint = false;
        while (hint.find()) {
            if (hint.group(3).equals(port)) {
                hasHint = true;
                String setting = "services." + hint.group(2) + ".calls=" + hint.group(1);
                assertThat(Run.reading(folder, CONFIG, "explain", "-", "-q", "--set", setting, from, to)
                                .out())
                        .contains(from + " reaches " + (from.equals(to) ? "itself" : to) + " on " + port + ":\n");
            }
        }
        assertThat(hasHint).isEqualTo(!port.equals("nothing"));
    }

    @Test
    void suggestsAPortOrANameForTheCallee() {
        assertThat(Run.reading(folder, CONFIG, "explain", "-", "-q", "front", "worker")
                        .out())
                .startsWith("front does not reach worker:\n")
                .endsWith("\nhint: `worker` has no port to call; set one, such as `port: 8080`\n");
        assertThat(Run.reading(folder, CONFIG, "explain", "-", "-q", "worker", "hidden")
                        .out())
                .contains("  NO  record   hidden has no DNS or Service Connect name\n")
                .endsWith(
                        "\nhint: set `discovery: dns` for `hidden` and `calls: [front, hidden]` for `worker` to open tcp"
                                + " 8080\n");
    }

    @Test
    void explainsAPlatformWithoutServices() {
        assertThat(Run.reading(folder, "name: shop\nservices: {}\n", "explain", "-")
                        .out())
                .isEqualTo("""
                0 services. Everything below is read from the rendered template; line numbers refer to it.

                Open to the outside: nothing
                """);
    }
}
