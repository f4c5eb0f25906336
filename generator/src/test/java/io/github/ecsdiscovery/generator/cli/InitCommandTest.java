package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the command {@code init}. */
final class InitCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsAConfigWithoutProblems() {
        Run run = Run.of(folder, "init");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("# ").endsWith("\n").doesNotContain("\r", "\t");
        assertThat(Run.reading(folder, run.out(), "check", "-", "--strict"))
                .isEqualTo(new Run(0, "", "No problems in <stdin>.\n"));
    }

    @Test
    void writesAFileAndPrintsTheNextStep() {
        Run run = Run.of(folder, "init", "-o", "my config.yaml");

        assertThat(run).isEqualTo(new Run(0, "", """
                        Wrote `my config.yaml`. Edit it, then render it with:
                          ecs-discovery 'my config.yaml' -o template.yaml
                        """));
        assertThat(folder.resolve("my config.yaml"))
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(Run.of(folder, "init").out());
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void doesNotOverwriteAFile() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "mine");
        Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("nowhere"));

        assertThat(Run.of(folder, "init", "-o", "config.yaml"))
                .isEqualTo(new Run(3, "", "ecs-discovery: `config.yaml` already exists; it was not changed\n"));
        assertThat(folder.resolve("config.yaml")).hasContent("mine");
        assertThat(Run.of(folder, "init", "-o", "link.yaml").code()).isEqualTo(3);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void failsIfTheFolderDoesNotExist() {
        assertThat(Run.of(folder, "init", "-o", "nowhere/config.yaml").code()).isEqualTo(3);
        assertThat(Run.of(folder, "init", "-o", ".").code()).isEqualTo(3);
    }

    @Test
    void printsNothingWithQuiet() {
        assertThat(Run.of(folder, "init", "-q", "-o", "config.yaml")).isEqualTo(new Run(0, "", ""));
    }
}
