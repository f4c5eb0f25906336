package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tests that Docker Compose parses the Compose files. Needs no Docker engine. Without Docker Compose, the tests are skipped with
 * a message, or fail if {@code CI} is set.
 */
final class DockerComposeTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void lookForCompose() {
        if (compose(Path.of(""), "version").code() == 0) {
            return;
        }
        String missing = "NOT CHECKED: there is no `docker compose` here to read the Compose files"
                + " (Debian 13: apt install docker-cli docker-compose)";
        System.out.println("docker compose: " + missing);
        assertThat(System.getenv("CI")).as(missing).isNull();
        Assumptions.abort(missing);
    }

    static List<Path> files() throws IOException {
        return ComposeSchemaTest.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void parsesEveryFileWithoutWarnings(Path file) {
        assertThat(compose(Path.of(""), "-f", file.toString(), "config", "--quiet"))
                .isEqualTo(new Run(0, "", ""));
    }

    /** Compose prints the parsed file in its own syntax, with each `$` doubled again. */
    @Test
    void readsEveryTextAsWrittenInTheConfig() throws IOException {
        Map<String, String> variables = new TreeMap<>(Map.of(
                "x-extension", "x-value",
                "with.dots", "[a, b]",
                "$DOLLAR", "$HOME $$ ${HOME} ${A:-b} $",
                "${AWS::Region}", "${AWS::Region} ${AWS::StackName} ${AWS::Regio}",
                "日本\u200b", "値\u0085\u2028😀 end",
                "LINES", "a\nb\r\n\tc  ",
                "#", "# no comment",
                "null", "~",
                "\"", "' \" \\"));
        List<String> words = List.of("", "$x", "a  b", "-c", "{{.Name}}", "~");
        Files.writeString(
                folder.resolve("config.yaml"),
                "name: shop\ntag: 1\nregion: cn-north-1\nservices:\n  \"no\":\n    environment: " + json(variables)
                        + "\n    command: " + json(words) + "\n    entrypoint: " + json(words)
                        + "\n    healthCheck: {command: " + json(words) + "}\n    writablePaths: [\"/$a,b\"]\n");
        assertThat(Run.of(folder, "compose", "config.yaml", "-q", "-o", "compose.yaml"))
                .isEqualTo(new Run(0, "", ""));

        Run run = compose(folder, "-f", "compose.yaml", "config");

        assertThat(run.err()).isEmpty();
        Tree service = Tree.of(run.out().replace("$$", "$")).at("services", "no");
        variables.put("${AWS::Region}", "cn-north-1 shop ${AWS::Regio}");
        variables.put("SERVICE_NAME", "no");
        variables.put("SERVICE_NAMESPACE", "shop.internal");
        List<String> test = new ArrayList<>(words);
        test.add(0, "CMD");
        assertThat(service.at("environment").map()).isEqualTo(variables);
        assertThat(service.at("command").node()).isEqualTo(words);
        assertThat(service.at("entrypoint").node()).isEqualTo(words);
        assertThat(service.at("healthcheck", "test").node()).isEqualTo(test);
        assertThat(service.at("volumes").text()).contains("target=/$a,b");
    }

    /** Returns JSON, which is valid YAML. */
    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static Run compose(Path folder, String... args) {
        List<String> words = new ArrayList<>(List.of("docker", "compose"));
        words.addAll(List.of(args));
        try {
            Path err = Files.createTempFile("compose", ".err");
            Process process = new ProcessBuilder(words)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Run run = new Run(process.waitFor(), out, Files.readString(err));
            Files.delete(err);
            return run;
        } catch (IOException e) {
            return new Run(127, "", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
