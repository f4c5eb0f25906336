package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
 * What the command line promises whatever the config: it ends as its help says, tells each mistake at a place that is
 * there, prints a template or nothing, knows the services of its own template, and is done soon.
 */
final class FuzzedRun {
    /** A hundred times what it takes on a machine that has nothing else to do. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Path NOWHERE = Path.of("");
    private static final JsonMapper JSON = new JsonMapper();

    private final byte[] config;
    private final List<String> options;

    /** @param options of {@code render}, which may be wrong too */
    FuzzedRun(byte[] config, List<String> options) {
        this.config = config.clone();
        this.options = options;
    }

    void hold() {
        assertTimeoutPreemptively(SOON, this::holdAll);
    }

    private void holdAll() {
        Run check = run("check", "-", "--format=json");
        assertThat(check.code()).as(check.err()).isIn(0, 1);
        assertThat(check.out()).isEmpty();
        assertThat(tellsAnError(check.err())).isEqualTo(check.code() == 1);

        Run render = render();
        if (check.code() == 0) {
            assertThat(render.code() == 0 || !options.isEmpty())
                    .as(render.err())
                    .isTrue();
            holdAdd();
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

    /** The config's own bytes are all there, in their order, with nothing but one piece between them. */
    private void holdAdd() {
        Run add = run("add", "-", "fuzzed", "--port=8080");
        assertThat(add.code()).as(add.err()).isIn(0, 1, 3);
        if (add.code() == 0) {
            byte[] more = add.out().getBytes(StandardCharsets.UTF_8);
            int same = 0;
            while (same < config.length && same < more.length && config[same] == more[same]) {
                same++;
            }
            int rest = config.length - same;
            assertThat(more.length).isGreaterThan(config.length);
            assertThat(new String(more, more.length - rest, rest, StandardCharsets.ISO_8859_1))
                    .isEqualTo(new String(config, same, rest, StandardCharsets.ISO_8859_1));
            assertThat(ConfigReader.read("-", more, null, List.of())
                            .config()
                            .orElseThrow()
                            .services())
                    .containsKey("fuzzed");
        }
    }

    private Run run(String... args) {
        return Run.reading(NOWHERE, new ByteArrayInputStream(config), false, args);
    }

    /** Whether one of the problems is an error; each of them stands on a line of the config, or right behind the last. */
    private boolean tellsAnError(String json) {
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
