package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParseResult;

/** Tests that the fast parser agrees with picocli. */
final class EverydayArgumentsTest {
    private static final Path WORKING_FOLDER = Path.of("");
    private static final List<String> WORDS = List.of(
            "render",
            "check",
            "init",
            "config.yaml",
            "a/b",
            "-",
            "--",
            "",
            "-q",
            "--quiet",
            "--strict",
            "--compact",
            "--check",
            "--no-limits",
            "-o",
            "--output",
            "-o",
            "out.yaml",
            "-e",
            "--environment",
            "staging",
            "--set",
            "--set",
            "tag=1.4",
            "a.b={x: 1}",
            "x='y'",
            "\"q\".yaml",
            "tag",
            "@file.yaml",
            "-ox.yaml",
            "--format",
            "line",
            "${x}.yaml",
            "-eo",
            "--set=a=b",
            "--help");

    private static GeneratorCommand command() {
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new GeneratorCommand(new CommandEnvironment(
                new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err, Path.of(""), false));
    }

    @Test
    void parsesAcceptedArgumentsLikePicocli() {
        Random random = new Random(7);
        int accepted = 0;
        for (int round = 0; round < 20_000; round++) {
            List<String> words = new ArrayList<>();
            for (int count = 1 + random.nextInt(6); count > 0; count--) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            String[] args = words.toArray(String[]::new);
            EverydayArguments fast = EverydayArguments.parse(WORKING_FOLDER, args);
            if (fast != null) {
                accepted++;
                assertSameAsPicocli(fast, args);
            }
        }
        assertThat(accepted).isGreaterThan(300);
    }

    private static void assertSameAsPicocli(EverydayArguments fast, String... args) {
        ParseResult parsed = command().commandLine().parseArgs(args);
        DefaultCommand root = (DefaultCommand) parsed.commandSpec().userObject();
        RenderCommand command = parsed.hasSubcommand()
                ? (RenderCommand) parsed.subcommand().commandSpec().userObject()
                : null;
        assertSame(fast.config(), command == null ? root.config : command.config, args);
        assertSame(fast.options(), command == null ? root.options : command.options, args);
        assertSame(fast.diagnostics(), root.diagnostics, args);
    }

    private static void assertSame(Object fast, Object parsed, String... args) {
        assertThat(fast)
                .as(String.join(" ", args))
                .usingRecursiveComparison()
                .ignoringFields("spec")
                .isEqualTo(parsed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.yaml",
                "-",
                "render config.yaml -q",
                "shop/config.yaml -o template.yaml -e staging --set tag=1.4 --set registry=x",
                "-q --strict --compact --no-limits config.yaml --check -o x.json"
            })
    void acceptsFrequentCommandLines(String line) {
        assertThat(EverydayArguments.parse(WORKING_FOLDER, line.split(" "))).isNotNull();
    }

    @Test
    void leavesCommandsToPicocli() {
        assertThat(command().commandLine().getSubcommands().keySet())
                .isEqualTo(CommandNames.ALL)
                .allSatisfy(name -> {
                    assertThat(name).doesNotContain(".", "/").isNotEqualTo("-");
                    assertThat(EverydayArguments.parse(WORKING_FOLDER, name)).isNull();
                    assertThat(EverydayArguments.parse(WORKING_FOLDER, "config.yaml", "-e", name))
                            .isNull();
                });
    }
}
