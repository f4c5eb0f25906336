package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.cli.environment.Shell;
import io.github.ecsdiscovery.generator.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares all outputs with the reviewed ones, byte by byte.
 *
 * <pre>
 * golden/valid/NAME    config.yaml → template.yaml, template.ENVIRONMENT.yaml for each environment, compose.yaml, and
 *                      template-repositories.yaml if an image is in the account's registry
 * golden/invalid/FAULT config.yaml, several configs or another file → expected.txt: the problems and the exit code
 * golden/explain/CASE  args, which name a config elsewhere → expected.txt: the output
 * </pre>
 *
 * <p>The arguments of an invalid case are {@code check config.yaml}, unless a file {@code args} lists others, one per line.
 * {@code -Dgolden.update} writes the current outputs.
 */
final class GoldenTest {
    private static final Path GOLDENS = Path.of("src", "test", "resources", "golden");
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Golden.Mode MODE =
            Golden.Mode.requested(System.getProperty("golden.update") != null, System.getenv("CI") != null);

    static List<Named<Path>> valid() throws IOException {
        List<Named<Path>> folders = new ArrayList<>(folders(GOLDENS.resolve("valid")));
        folders(EXAMPLES).stream()
                .filter(folder -> Files.exists(folder.getPayload().resolve("config.yaml")))
                .forEach(folders::add);
        return folders;
    }

    static List<Named<Path>> invalid() throws IOException {
        return folders(GOLDENS.resolve("invalid"));
    }

    static List<Named<Path>> explain() throws IOException {
        return folders(GOLDENS.resolve("explain"));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void rendersValidConfigs(Path folder) throws IOException {
        byte[] config = Files.readAllBytes(folder.resolve("config.yaml"));
        Map<String, String> actual = new TreeMap<>();
        actual.put("template.yaml", rendered(folder, "render"));
        actual.put("compose.yaml", rendered(folder, "compose"));
        for (String environment :
                ConfigReader.read("config.yaml", config, null, List.of()).environments()) {
            actual.put("template." + environment + ".yaml", rendered(folder, "render", "-e", environment));
        }
        if (Run.of(folder, "repositories", "config.yaml").code() == 0) {
            actual.put("template-repositories.yaml", rendered(folder, "repositories"));
        }

        new Golden(folder, name -> name.matches("template([.-].*)?\\.yaml|compose\\.yaml")).verify(actual, MODE);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void reportsInvalidConfigs(Path folder) throws IOException {
        Path args = folder.resolve("args");
        List<String> words = Files.exists(args) ? Files.readAllLines(args) : List.of("check", "config.yaml");

        Run run = Run.of(folder, words.toArray(String[]::new));

        assertThat(run.out()).isEmpty();
        String actual = command(words) + run.err() + "$ echo $?\n" + run.code() + "\n";
        new Golden(folder, "expected.txt"::equals).verify(Map.of("expected.txt", actual), MODE);
    }

    @ParameterizedTest
    @MethodSource("explain")
    void explainsTemplates(Path folder) throws IOException {
        List<String> words = Files.readAllLines(folder.resolve("args"));

        Run run = Run.of(folder, words.toArray(String[]::new));

        assertThat(run).isEqualTo(new Run(0, run.out(), ""));
        String actual = command(words) + run.out();
        new Golden(folder, "expected.txt"::equals).verify(Map.of("expected.txt", actual), MODE);
    }

    private static String command(List<String> words) {
        return "$ ecs-discovery "
                + String.join(" ", words.stream().map(Shell::quoted).toList()) + "\n";
    }

    /** Renders twice. Both runs must give the same output without any warning that the config does not accept. */
    private static String rendered(Path folder, String command, String... args) {
        List<String> words = new ArrayList<>(List.of(command, "config.yaml", "--strict", "--quiet"));
        words.addAll(List.of(args));

        Run first = Run.of(folder, words.toArray(String[]::new));
        Run second = Run.of(folder, words.toArray(String[]::new));

        assertThat(first).isEqualTo(new Run(0, first.out(), ""));
        assertThat(second).isEqualTo(first);
        assertThat(first.out()).isNotEmpty().endsWith("\n").doesNotContain("\r", "\t", " \n");
        return first.out();
    }

    private static List<Named<Path>> folders(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder -> Named.of(String.valueOf(folder.getFileName()), folder))
                    .toList();
        }
    }
}
