package io.github.ecsdiscovery.generator.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.ecsdiscovery.generator.cli.Run;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import io.github.ecsdiscovery.generator.proof.Proof;
import io.github.ecsdiscovery.generator.proof.ServiceProof;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the behavior that the command line guarantees for any config:
 *
 * <ul>
 *   <li>The exit code is one of those in the help.
 *   <li>Each problem has a location that exists.
 *   <li>The output is a template or nothing.
 *   <li>The proof reads the rendered template.
 *   <li>The run ends in time.
 * </ul>
 */
final class FuzzedRun {
    /** A hundred times the duration on an idle machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Path WORKING_FOLDER = Path.of("");
    private static final JsonMapper JSON = new JsonMapper();

    private final byte[] config;
    private final List<String> options;

    /**
     * Creates a run.
     *
     * @param options options of {@code render}, which can be invalid
     */
    FuzzedRun(byte[] config, List<String> options) {
        this.config = config.clone();
        this.options = options;
    }

    void check() {
        assertTimeoutPreemptively(TIMEOUT, this::checkCommands);
    }

    private void checkCommands() {
        Run check = run("check", "-", "--format=json");
        assertThat(check.code()).as(check.err()).isIn(0, 1);
        assertThat(check.out()).isEmpty();
        assertThat(hasError(check.err())).isEqualTo(check.code() == 1);

        Run render = render();
        if (check.code() == 0) {
            assertThat(render.code() == 0 || !options.isEmpty())
                    .as(render.err())
                    .isTrue();
            checkAdd();
        }
    }

    private Run render() {
        List<String> args = new ArrayList<>(List.of("render", "-"));
        args.addAll(options);
        Run render = run(args.toArray(String[]::new));
        assertThat(render.code()).as(render.err()).isIn(options.isEmpty() ? List.of(0, 1) : List.of(0, 1, 2));
        assertThat(render.err()).doesNotContain("Exception", "snakeyaml", "freemarker");
        if (render.code() == 0) {
            Proof proof = Proof.of(render.out());
            assertThat(proof.services()).extracting(ServiceProof::name).isSorted();
            proof.flows();
        } else {
            assertThat(render.out()).isEmpty();
        }
        return render;
    }

    /** Checks that {@code add} keeps all bytes of the config in their order and inserts exactly one piece. */
    private void checkAdd() {
        Run add = run("add", "-", "fuzzed", "--port=8080");
        assertThat(add.code()).as(add.err()).isIn(0, 1, 3);
        if (add.code() == 0) {
            byte[] changed = add.out().getBytes(StandardCharsets.UTF_8);
            int same = 0;
            while (same < config.length && same < changed.length && config[same] == changed[same]) {
                same++;
            }
            int rest = config.length - same;
            assertThat(changed.length).isGreaterThan(config.length);
            assertThat(new String(changed, changed.length - rest, rest, StandardCharsets.ISO_8859_1))
                    .isEqualTo(new String(config, same, rest, StandardCharsets.ISO_8859_1));
            assertThat(ConfigReader.read("-", changed, null, List.of())
                            .config()
                            .orElseThrow()
                            .services())
                    .containsKey("fuzzed");
        }
    }

    private Run run(String... args) {
        return Run.reading(WORKING_FOLDER, new ByteArrayInputStream(config), false, args);
    }

    /** Returns whether a problem is an error. Checks that each problem is on a line of the config, or right after the last. */
    private boolean hasError(String json) {
        List<String> lines = new String(config, StandardCharsets.UTF_8).lines().toList();
        boolean error = false;
        for (JsonNode problem : JSON.readTree(json)) {
            int line = problem.get("line").asInt();
            String text = line <= lines.size() ? lines.get(line - 1) : "";
            int end = problem.get("column").asInt() + problem.get("length").asInt();
            assertThat(line).as(problem.toString()).isLessThanOrEqualTo(lines.size() + 1);
            assertThat(end).as(problem.toString()).isLessThanOrEqualTo(text.codePointCount(0, text.length()) + 2);
            assertThat(problem.get("message").asString()).isNotBlank().doesNotContain("Exception", "snakeyaml", "\n");
            error |= problem.get("severity").asString().equals("error");
        }
        return error;
    }
}
