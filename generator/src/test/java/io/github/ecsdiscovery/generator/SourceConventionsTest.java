package io.github.ecsdiscovery.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the project asks of its sources and no compiler sees. */
final class SourceConventionsTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    /** Wherever this repository has sources of Java. */
    private static final List<Path> ALL = List.of(
            Path.of("src"),
            Path.of("..", "archetype", "service", "src"),
            Path.of("..", "archetype", "src"),
            Path.of("..", "archetype", "containers", "src"),
            Path.of("..", "examples", "tools"));

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^(?:@.*\\n)*public (?:(?:abstract|final|non-sealed|sealed) )*(?:class|enum|interface|record) ");

    @Test
    void publicTypesSayWhatTheyAre() throws IOException {
        assertThat(sources(MAIN)).isNotEmpty().allSatisfy(file -> {
            String source = Files.readString(file);
            for (Matcher type = PUBLIC_TYPE.matcher(source); type.find(); ) {
                assertThat(source.substring(0, type.start())).endsWith("*/\n");
            }
        });
    }

    @Test
    void filesHaveAtMost400Lines() throws IOException {
        for (Path folder : ALL) {
            assertThat(sources(folder))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(400));
        }
    }

    /** Null is checked where a package is marked, and nowhere else. */
    @Test
    void packagesAreNullMarked() throws IOException {
        assertThat(sources(MAIN).stream().map(Path::getParent).distinct())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content(StandardCharsets.UTF_8)
                        .contains("\n@NullMarked\n"));
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
