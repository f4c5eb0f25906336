package io.github.ecsdiscovery.generator.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceInsertionTest {
    private static final NewService NEW = new NewService("new", "80", List.of("a"));

    @Test
    void insertsAfterTheLastService() {
        assertThat(inserted("name: s\nservices:\n  a: {}\n  b:\n    cpu: 256\ntag: '1'\n"))
                .isEqualTo(
                        "name: s\nservices:\n  a: {}\n  b:\n    cpu: 256\n  new:\n    port: 80\n    calls: [a]\ntag: '1'\n");
    }

    @Test
    void keepsIndentation() {
        assertThat(inserted("services:\n    a:\n       cpu: 256\n"))
                .isEqualTo("services:\n    a:\n       cpu: 256\n    new:\n       port: 80\n       calls: [a]\n");
        assertThat(inserted("services:\n a: {}\n")).isEqualTo("services:\n a: {}\n new:\n  port: 80\n  calls: [a]\n");
        assertThat(inserted("  services:\n    a: {}\n  tag: '1'\n"))
                .isEqualTo("  services:\n    a: {}\n    new:\n      port: 80\n      calls: [a]\n  tag: '1'\n");
    }

    @Test
    void keepsLineEnds() {
        assertThat(inserted("services:\r\n  a: {}\r\ntag: '1'\r\n"))
                .isEqualTo("services:\r\n  a: {}\r\n  new:\r\n    port: 80\r\n    calls: [a]\r\ntag: '1'\r\n");
        assertThat(inserted("services:\n  a: {}"))
                .isEqualTo("services:\n  a: {}\n  new:\n    port: 80\n    calls: [a]");
        assertThat(inserted("services:\r\n  a: {}"))
                .isEqualTo("services:\r\n  a: {}\r\n  new:\r\n    port: 80\r\n    calls: [a]");
        assertThat(inserted("services:\r  a: {}\r"))
                .isEqualTo("services:\r  a: {}\r  new:\r    port: 80\r    calls: [a]\r");
        assertThat(inserted("\uFEFFservices:\n  a: {}\n"))
                .isEqualTo("\uFEFFservices:\n  a: {}\n  new:\n    port: 80\n    calls: [a]\n");
    }

    @Test
    void keepsCommentsWithTheirKeys() {
        assertThat(inserted("""
                                services:  # who
                                  a: {}    # one
                                    # of a
                                  # of all of them

                                # of the tag
                                tag: '1'
                                # the end
                                """)).isEqualTo("""
                        services:  # who
                          a: {}    # one
                            # of a
                          # of all of them
                          new:
                            port: 80
                            calls: [a]

                        # of the tag
                        tag: '1'
                        # the end
                        """);
    }

    @Test
    void separatesServicesWithBlankLinesIfOthersAre() {
        assertThat(inserted("services:\n  a: {}\n\n  # b\n  b: {}\n\ntag: '1'\n"))
                .isEqualTo(
                        "services:\n  a: {}\n\n  # b\n  b: {}\n\n  new:\n    port: 80\n    calls: [a]\n\ntag: '1'\n");
    }

    @Test
    void keepsMultiLineTexts() {
        String keep = "services:\n  a:\n    command:\n      - |+\n        echo\n\n        # no comment\n\n\ntag: '1'\n";

        assertThat(inserted(keep)).isEqualTo(keep.replace("tag:", "  new:\n    port: 80\n    calls: [a]\ntag:"));
    }

    @Test
    void addsServicesKeyIfMissing() {
        assertThat(inserted("name: s\n")).isEqualTo("name: s\nservices:\n  new:\n    port: 80\n    calls: [a]\n");
        assertThat(inserted("name: s")).isEqualTo("name: s\nservices:\n  new:\n    port: 80\n    calls: [a]");
        assertThat(inserted("---\nname: s\n...\n"))
                .isEqualTo("---\nname: s\nservices:\n  new:\n    port: 80\n    calls: [a]\n...\n");
        assertThat(inserted("services: # none yet\ntag: '1'\n"))
                .isEqualTo("services: # none yet\n  new:\n    port: 80\n    calls: [a]\ntag: '1'\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: {}\n",
                "services: {a: {}}\n",
                "services: {\n  a: {},\n}\n",
                "{name: s, services: {a: {}}}\n",
                "services: null\n",
                "services: ~\n",
                "services: []\n",
                "services: x\n",
                "- a\n",
                "a: [\n",
                "",
                "{}\n...\n",
                "services:\n  ? a\n  : {}\n",
                "services:\n  a:\n    user: |\n      a text that another line end would change",
            })
    void returnsNothingIfMoreWouldChange(String text) {
        assertThat(inserted(text)).isNull();
    }

    @Test
    void quotesTextsThatAreNotNames() {
        NewService hostile = new NewService("a: {}\nb", "80, cpu: 1", List.of("x]", "orders:", "é"));

        assertThat(hostile.flow())
                .isEqualTo("\"a: {}\\nb\": {port: \"80, cpu: 1\", calls: [\"x]\", \"orders:\", \"é\"]}");
    }

    static Stream<Path> configs() throws IOException {
        return Stream.of(Path.of("src", "test", "resources", "golden", "valid"), Path.of("..", "examples"))
                .flatMap(ServiceInsertionTest::below)
                .filter(file -> file.endsWith("config.yaml"));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void keepsAllOtherBytesOfRealConfigs(Path file) throws IOException {
        String text = Files.readString(file);

        assertKeepsAllOtherBytes(text);
        assertKeepsAllOtherBytes(text.replace("\r", "").replace("\n", "\r\n"));
        if (!text.contains(": |")) {
            assertKeepsAllOtherBytes(text.strip());
        }
    }

    private static void assertKeepsAllOtherBytes(String text) {
        String changed = Objects.requireNonNull(inserted(text));

        assertThat(changed).containsPattern("(\n|\r\n) +new:\r?\n +port: 80\r?\n +calls: \\[a]");
        int before = 0;
        while (before < text.length() && changed.charAt(before) == text.charAt(before)) {
            before++;
        }
        assertThat(changed).endsWith(text.substring(before));
        assertThat(changed.endsWith("\n")).isEqualTo(text.endsWith("\n"));
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static @Nullable String inserted(String text) {
        return ServiceInsertion.into(text, NEW).orElse(null);
    }
}
