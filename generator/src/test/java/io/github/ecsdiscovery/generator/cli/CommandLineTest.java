package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Tests options, exit codes and outputs that all commands share. */
final class CommandLineTest {
    private static final String CONFIG = "name: shop\nservices: {}\nenvironments: {staging: {}}\n";
    private static final String WARNS =
            "name: shop\nservices: {}\nenvironments: {staging: {services: {worker: {tag: 1.0}}}}\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none | CONFIG is missing",
                "render | CONFIG is missing",
                "check | Missing required parameter: 'CONFIG'",
                "--frmat line - | unknown option `--frmat`; did you mean `--format`?",
                "render --unknown=x - | unknown option `--unknown`",
                "check - --compact | unknown option `--compact`",
                "- config.yaml | unexpected argument `config.yaml`",
                "rendr - | unknown command `rendr`; did you mean `render`?",
                "rendr | unknown command `rendr`; did you mean `render`?",
                "validate config.yaml | unknown command `validate`; did you mean `check`?",
                "lint | unknown command `lint`; did you mean `check`?",
                "generate - -o x | unknown command `generate`; did you mean `render`?",
                "build - --set tag=1 | unknown command `build`; did you mean `render`?",
                "--format xml - | Invalid value for option '--format': `xml` is not one of `pretty`, `line`, `json`",
                "- --set tag | `--set tag` does not have the form PATH=VALUE",
                "- --set =1 | `--set =1` does not have the form PATH=VALUE",
                "- --check | `--check` needs a file to compare with; add `-o FILE`",
                "config.yaml --check -o - | `--check` needs a file to compare with; add `-o FILE`",
                "config.yaml -o ./config.yaml | `-o ./config.yaml` would overwrite the config",
                "- -o | Missing required parameter for option '--output' (FILE)",
                "-o x check - | `--output` must follow `check`",
                "config.yaml check - | `CONFIG` must follow `check`",
                "explain | CONFIG is missing",
                "explain - --set tag | `--set tag` does not have the form PATH=VALUE",
                "explain - orders | FROM is `orders`, but TO is missing",
                "explain - orders payments shipping | unexpected argument `shipping`",
                "explain - orders payments | the config has no service `orders`; it has no services",
                "explain - -o x | unknown option `-o`",
                "explain - -e stagin | the config has no environment `stagin`; did you mean `staging`?",
                "- -e stagin | the config has no environment `stagin`; did you mean `staging`?",
            })
    void failsWithExitCode2OnAnInvalidCommandLine(String args, String message) {
        Run run = Run.reading(folder, CONFIG, args == null ? new String[0] : args.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst()).contains("ecs-discovery: " + message);
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
    }

    @Test
    void rendersAFileThatIsNamedLikeAMistypedCommand() throws IOException {
        Files.writeString(folder.resolve("rendr"), CONFIG);

        assertThat(Run.of(folder, "rendr")).isEqualTo(Run.reading(folder, CONFIG, "-"));
    }

    @ParameterizedTest
    @CsvSource({"config.yaml", "render config.yaml", "compose config.yaml", "repositories config.yaml"})
    @DisabledOnOs(OS.WINDOWS)
    void rejectsAnOutputThatIsTheConfig(String args) throws IOException {
        Path config = Files.writeString(folder.resolve("config.yaml"), CONFIG);
        Path link = Files.createSymbolicLink(folder.resolve("template.yaml"), Path.of("config.yaml"));

        for (Path output : List.of(link, config.toAbsolutePath(), Path.of("template.yaml"))) {
            Run run = Run.of(folder, (args + " -o " + output).split(" "));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("ecs-discovery: `-o " + output + "` would overwrite the config\n")
                    .hasLineCount(2);
            assertThat(config).hasContent(CONFIG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "render -", "compose -", "repositories -", "init"})
    void writesToStandardOutputWithADash(String args) {
        String config = CONFIG.replace("services: {}", "services: {orders: {tag: 1.0, user: 1:1}}");
        Run without = Run.reading(folder, config, args.split(" "));

        assertThat(without.out()).isNotEmpty();
        assertThat(Run.reading(folder, config, (args + " -o -").split(" "))).isEqualTo(without);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void failsWithExitCode3IfTheConfigCannotBeRead() throws IOException {
        Files.createDirectory(folder.resolve("folder"));

        assertThat(Run.of(folder, "missing.yaml"))
                .isEqualTo(new Run(3, "", "ecs-discovery: `missing.yaml` does not exist\n"));
        assertThat(Run.of(folder, "check", "folder"))
                .isEqualTo(new Run(3, "", "ecs-discovery: `folder` is a folder, not a config file\n"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void failsWithExitCode3WithoutReadPermissionExceptForRoot() throws IOException {
        Path config = Files.writeString(folder.resolve("config.yaml"), CONFIG);
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("-w-------"));

        Run run = Run.of(folder, "config.yaml");

        if (Files.isReadable(config)) {
            assertThat(run.code()).isZero();
        } else {
            assertThat(run)
                    .isEqualTo(new Run(3, "", "ecs-discovery: `config.yaml` cannot be read: permission denied\n"));
        }
    }

    /** Even root cannot read this file. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void failsWithExitCode3OnAReadError() {
        Run run = Run.of(folder, "/proc/self/mem");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .startsWith("ecs-discovery: `/proc/self/mem` cannot be read: ")
                .hasLineCount(1);
    }

    @Test
    void failsWithExitCode3IfTheFileCannotBeWritten() throws IOException {
        Files.createDirectory(folder.resolve("folder"));

        Run intoNowhere = Run.reading(folder, CONFIG, "-", "-o", "nowhere/template.yaml");
        Run overFolder = Run.reading(folder, CONFIG, "-", "-o", "folder");
        Run compared = Run.reading(folder, CONFIG, "-", "-o", "folder", "--check");

        assertThat(intoNowhere.code()).isEqualTo(3);
        assertThat(intoNowhere.err()).contains("nowhere` does not exist").hasLineCount(1);
        assertThat(overFolder.code()).isEqualTo(3);
        assertThat(overFolder.err()).contains("folder` is a folder").hasLineCount(1);
        assertThat(compared.code()).isEqualTo(3);
    }

    @Test
    void failsWithExitCode3IfStandardOutputIsClosed() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(CONFIG.getBytes(StandardCharsets.UTF_8));
        CommandEnvironment environment =
                new CommandEnvironment(in, gone, new PrintStream(err, true, StandardCharsets.UTF_8), folder, false);

        assertThat(new GeneratorCommand(environment).execute("-")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("ecs-discovery: standard output cannot be written: Broken pipe\n");
    }

    @Test
    void failsWithExitCode70AndTheStackTraceOnABug() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("impossible");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                throw new IllegalStateException("impossible");
            }
        };

        Run run = Run.reading(folder, broken, false, "-");

        assertThat(run.code()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("This is a bug in ecs-discovery ")
                .contains("Please report it", "java.lang.IllegalStateException: impossible\n\tat ");
    }

    @Test
    void stopsReadingAfterTheMaximumSize() {
        class Endless extends InputStream {
            private long read;

            @Override
            public int read() {
                read++;
                return '#';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                Arrays.fill(bytes, offset, offset + length, (byte) '#');
                read += length;
                return length;
            }
        }
        Endless endless = new Endless();

        Run run = Run.reading(folder, endless, false, "-", "--format", "line");

        assertThat(run)
                .isEqualTo(new Run(1, "", "<stdin>:1:1: error: the config is larger than 4 MiB [file-too-large]\n"));
        assertThat(endless.read).isEqualTo(4 * 1024 * 1024 + 1);
    }

    @Test
    void treatsWarningsAsErrorsWithStrict() {
        Run lenient = Run.reading(folder, WARNS, "-", "-e", "staging");
        Run strict = Run.reading(folder, WARNS, "-", "-e", "staging", "--strict");
        Run strictBefore = Run.reading(folder, WARNS, "--strict", "check", "-");

        assertThat(lenient.code()).isZero();
        assertThat(lenient.err()).contains(": warning: ").endsWith("\n1 warning.\n");
        assertThat(lenient.out()).isNotEmpty();
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.err()).contains(": error: ").endsWith("\n1 error. Nothing was written.\n");
        assertThat(strict.out()).isEmpty();
        assertThat(strictBefore.code()).isEqualTo(1);
    }

    @Test
    void printsNoWarningsWithQuiet() {
        Run run = Run.reading(folder, WARNS, "-", "-e", "staging", "--quiet");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(Run.reading(folder, WARNS, "-", "-e", "staging", "--quiet", "--strict")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void printsOnlyOneJsonArrayWithJsonFormat() {
        Run fine = Run.reading(folder, CONFIG, "-", "-o", "template.yaml", "--format", "json");
        Run warns = Run.reading(folder, WARNS, "check", "-", "--format=json");

        assertThat(fine.err()).isEqualTo("[]\n");
        assertThat(JsonMapper.shared().readTree(warns.err()).get(0).get("id").stringValue())
                .isEqualTo("environment-adds-service");
    }

    @Test
    void usesColorsOnlyForATerminal() {
        InputStream in = new ByteArrayInputStream("x: 1".getBytes(StandardCharsets.UTF_8));

        assertThat(Run.reading(folder, in, true, "-").err()).contains("\u001B[1;31merror:\u001B[0m");
        assertThat(Run.reading(folder, "x: 1", "-").err()).contains("error:").doesNotContain("\u001B");
    }

    @Test
    void printsUtf8() {
        Run run = Run.reading(folder, "name: shop\ntags: {名前: 値段}\nservices: {}\n", "-");
        Run wrong = Run.reading(folder, "name: 値段\nservices: {}\n", "-");

        assertThat(run.out()).contains("{Key: '名前', Value: '値段'}");
        assertThat(wrong.err()).contains(" 1 | name: 値段\n   |       ^^^^\n");
    }

    static Stream<String> commands() {
        CommandEnvironment discarding = new CommandEnvironment(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                Path.of(""),
                false);
        return Stream.concat(
                Stream.of(""), new GeneratorCommand(discarding).commandLine().getSubcommands().keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void printsHelpForEveryCommand(String command) {
        Run run = Run.of(folder, (command + " --help").strip().split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: ecs-discovery " + command)
                .contains("Options of every command:\n", "--format", "--strict", "--quiet", "--help", "--version")
                .contains("Exit codes:\n", "70 ", "Example:\n")
                .doesNotContain("\u001B", "null");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void printsItsVersion() {
        assertThat(Run.of(folder, "--version").out()).startsWith("ecs-discovery ");
        assertThat(Run.of(folder, "check", "-V").out()).startsWith("ecs-discovery ");
    }

    @Test
    void printsACompletionScript() {
        Run run = Run.of(folder, "completion");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("#!/usr/bin/env bash")
                .contains("ecs-discovery", "--environment", "check")
                .doesNotContain("\r");
    }
}
