package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that goldens detect missing, different and unexpected outputs. */
final class GoldenRunnerTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeGolden() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "input\n");
        Files.writeString(folder.resolve("a.txt"), "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    }

    @Test
    void passesIfNothingDiffers() {
        assertThatCode(() -> compare(Map.of("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9\n")))
                .doesNotThrowAnyException();
    }

    @Test
    void showsTheDifferenceAndHowToAcceptIt() {
        assertThatThrownBy(() -> compare(Map.of("a.txt", "1\n2\n3\n4\n5!\n6\n7\n8\n9\n")))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "differs: " + folder.resolve("a.txt")
                                + "\n@@ line 5 @@\n  2\n  3\n  4\n- 5\n+ 5!\n  6\n  7\n  8\nrun with -Dgolden.update to accept");
    }

    @Test
    void showsDifferentLineEndings() {
        assertThatThrownBy(() -> compare(Map.of("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n9")))
                .hasMessageContaining("- 9\n+ 9\n(no line ending)\n");
        assertThatThrownBy(() -> compare(Map.of("a.txt", "1\r\n2\n3\n4\n5\n6\n7\n8\n9\n")))
                .hasMessageContaining("- 1\n+ 1\\r\n");
    }

    @Test
    void reportsMissingAndUnexpectedOutputs() {
        assertThatThrownBy(() -> compare(Map.of("b.txt", "x\n")))
                .hasMessageContaining("missing: " + folder.resolve("b.txt"))
                .hasMessageContaining("unexpected: " + folder.resolve("a.txt"));
    }

    @Test
    void updatesOutputsAndDeletesUnexpectedOnes() {
        golden().verify(Map.of("b.txt", "x\n"), Golden.Mode.UPDATE);

        assertThat(folder).isDirectoryContaining("glob:**/b.txt").isDirectoryNotContaining("glob:**/a.txt");
        assertThat(folder.resolve("config.yaml")).hasContent("input\n");
        assertThatCode(() -> compare(Map.of("b.txt", "x\n"))).doesNotThrowAnyException();
    }

    @Test
    void neverUpdatesInContinuousIntegration() {
        assertThat(Golden.Mode.requested(false, true)).isEqualTo(Golden.Mode.COMPARE);
        assertThat(Golden.Mode.requested(true, false)).isEqualTo(Golden.Mode.UPDATE);
        assertThatThrownBy(() -> Golden.Mode.requested(true, true))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CI is set");
    }

    private void compare(Map<String, String> actual) {
        golden().verify(actual, Golden.Mode.COMPARE);
    }

    private Golden golden() {
        return new Golden(folder, name -> name.endsWith(".txt"));
    }
}
