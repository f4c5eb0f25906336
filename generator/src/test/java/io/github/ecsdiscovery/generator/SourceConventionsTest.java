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
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^(?:@.*\\n)*public (?:(?:abstract|final|non-sealed|sealed) )*(?:class|enum|interface|record) ");

    @Test
    void publicTypesSayWhatTheyAre() throws IOException {
        assertThat(sources()).isNotEmpty().allSatisfy(file -> {
            String source = Files.readString(file);
            for (Matcher type = PUBLIC_TYPE.matcher(source); type.find(); ) {
                assertThat(source.substring(0, type.start())).endsWith("*/\n");
            }
        });
    }

    @Test
    void filesHaveAtMost400Lines() throws IOException {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(400));
    }

    /** Null is checked where a package is marked, and nowhere else. */
    @Test
    void packagesAreNullMarked() throws IOException {
        assertThat(sources().stream().map(Path::getParent).distinct())
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content(StandardCharsets.UTF_8)
                        .contains("\n@NullMarked\n"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
