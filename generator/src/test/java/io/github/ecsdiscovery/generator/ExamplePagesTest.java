package io.github.ecsdiscovery.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the page of each example with the files beside it. */
final class ExamplePagesTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml|)\\n(.*?)^```$");
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z0-9]+|[A-Z]+_[A-Z_]+)`");
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *#.*\\n| +#.*$");

    static List<Path> examples() throws IOException {
        try (Stream<Path> configs =
                Files.find(Path.of("..", "examples"), 2, (file, attributes) -> file.endsWith("config.yaml"))) {
            return configs.map(Path::getParent).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsPartsOfItsConfigOrItsTemplate(Path example) throws IOException {
        String config = "\n" + withoutComments(Files.readString(example.resolve("config.yaml")));
        String template = Files.readString(example.resolve("template.yaml"));

        assertThat(blocks(example, "yaml"))
                .allSatisfy(part -> assertThat(config.contains("\n" + part) || template.contains("\n" + part))
                        .as(part)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void showsTheCommandThatRendersIt(Path example) throws IOException {
        assertThat(String.join("", blocks(example, "")))
                .contains(
                        "java -jar generator/target/generator.jar examples/" + example.getFileName() + "/config.yaml");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void namesWhatItsTemplatesHave(Path example) throws IOException {
        StringBuilder templates = new StringBuilder();
        try (Stream<Path> files = Files.list(example)) {
            for (Path file :
                    files.filter(file -> file.toString().contains("template")).toList()) {
                templates.append(Files.readString(file));
            }
        }

        assertThat(NAME.matcher(page(example)).results().map(name -> name.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(templates.toString()).containsPattern("\\b" + name + "\\b"));
    }

    /** Code and tables do not count. */
    @ParameterizedTest
    @MethodSource("examples")
    void hasAtMost250Words(Path example) throws IOException {
        String prose = BLOCK.matcher(page(example)).replaceAll("").replaceAll("(?m)^\\|.*$", "");

        assertThat(prose.split("\\s+")).hasSizeLessThanOrEqualTo(250);
    }

    private static List<String> blocks(Path example, String language) throws IOException {
        return BLOCK.matcher(page(example))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static String page(Path example) throws IOException {
        return Files.readString(example.resolve("README.md"));
    }

    private static String withoutComments(String config) {
        return COMMENT.matcher(config).replaceAll("");
    }
}
