package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static final Pattern HINT = Pattern.compile("(?m)^hint: .*`calls: ([^`]*)` at `([^`]*)` opens (.*)$");

    @TempDir
    private Path folder;

    @Test
    void printsTheResultAloneAndTellsProblemsBeside() {
        Run run = Run.reading(
                folder, CONFIG.replace(", healthCheck: {command: probe}", ""), "explain", "-", "front", "goods");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("front reaches goods at tcp 9090:\n\n");
        assertThat(run.err()).contains(": warning: ").doesNotContain("front reaches");
    }

    @Test
    void explainsNothingWhereTheConfigHasErrors() {
        Run run = Run.reading(folder, "name: shop\nservices: {a: {calls: [b]}}\n", "explain", "-", "x", "y");
        Run strict =
                Run.reading(folder, CONFIG.replace(", healthCheck: {command: probe}", ""), "explain", "-", "--strict");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("[unknown-callee]").endsWith("errors. Nothing was explained.\n");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fron goods | the config has no service `fron`; did you mean `front`?",
                "front good | the config has no service `good`; did you mean `goods`?",
                "front x | the config has no service `x`; it has `front`, `goods`, `hidden`, `plain`, `worker`",
            })
    void endsWith2WhereAServiceIsUnknown(String pair, String message) {
        Run run = Run.reading(folder, CONFIG, ("explain - -q " + pair).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst()).contains("ecs-discovery: " + message);
    }

    @Test
    void looksAtTheEnvironmentAndTheSettings() {
        String apart = Run.reading(folder, CONFIG, "explain", "-", "-q", "worker", "plain")
                .out();
        String shared = Run.reading(folder, CONFIG, "explain", "-", "-q", "-e", "open", "worker", "plain")
                .out();
        String moved = Run.reading(
                        folder, CONFIG, "explain", "-", "-q", "--set", "services.plain.port=81", "worker", "plain")
                .out();

        assertThat(apart).startsWith("worker does not reach plain at tcp 80:\n");
        assertThat(shared).startsWith("worker reaches plain at tcp 80:\n").doesNotContain("hint:");
        assertThat(moved).startsWith("worker does not reach plain at tcp 81:\n");
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
    void saysWhatOpensAPortThatIsShut(String from, String to, String port) {
        String told =
                Run.reading(folder, CONFIG, "explain", "-", "-q", from, to).out();
        Matcher hint = HINT.matcher(told);
        boolean found = false;
        while (hint.find()) {
            if (hint.group(3).equals(port)) {
                found = true;
                String setting = "services." + hint.group(2) + ".calls=" + hint.group(1);
                assertThat(Run.reading(folder, CONFIG, "explain", "-", "-q", "--set", setting, from, to)
                                .out())
                        .contains(from + " reaches " + (from.equals(to) ? "itself" : to) + " at " + port + ":\n");
            }
        }
        assertThat(found).isEqualTo(!port.equals("nothing"));
    }

    @Test
    void saysWhatACalleeLacks() {
        assertThat(Run.reading(folder, CONFIG, "explain", "-", "-q", "front", "worker")
                        .out())
                .startsWith("front does not reach worker:\n")
                .endsWith("\nhint: `worker` needs a port, such as `port: 8080`, before anybody can call it\n");
        assertThat(Run.reading(folder, CONFIG, "explain", "-", "-q", "worker", "hidden")
                        .out())
                .contains("  NO  record   hidden has no DNS or Service Connect name\n")
                .endsWith(
                        "\nhint: `discovery: dns` at `hidden` gives it a name; then `calls: [front, hidden]` at `worker`"
                                + " opens tcp 8080\n");
    }

    @Test
    void explainsAPlatformWithoutServices() {
        assertThat(Run.reading(folder, "name: shop\nservices: {}\n", "explain", "-")
                        .out())
                .isEqualTo("""
                0 services, read from the template alone; its lines are those that `render` prints.

                Open to the outside: nothing
                """);
    }
}
