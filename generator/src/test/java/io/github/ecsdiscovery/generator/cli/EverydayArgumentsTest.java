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

final class EverydayArgumentsTest {
    private static final Path HERE = Path.of("");
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
    void readsWhatItTakesAsPicocliDoes() {
        Random random = new Random(7);
        int taken = 0;
        for (int round = 0; round < 20_000; round++) {
            List<String> words = new ArrayList<>();
            for (int count = 1 + random.nextInt(6); count > 0; count--) {
                words.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            String[] args = words.toArray(String[]::new);
            EverydayArguments read = EverydayArguments.of(HERE, args);
            if (read != null) {
                taken++;
                agree(read, args);
            }
        }
        assertThat(taken).isGreaterThan(300);
    }

    private static void agree(EverydayArguments read, String... args) {
        ParseResult parsed = command().commandLine().parseArgs(args);
        DefaultCommand root = (DefaultCommand) parsed.commandSpec().userObject();
        RenderCommand command = parsed.hasSubcommand()
                ? (RenderCommand) parsed.subcommand().commandSpec().userObject()
                : null;
        same(read.config(), command == null ? root.config : command.config, args);
        same(read.options(), command == null ? root.options : command.options, args);
        same(read.diagnostics(), root.diagnostics, args);
    }

    private static void same(Object read, Object parsed, String... args) {
        assertThat(read)
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
    void takesWhatIsTypedEveryDay(String line) {
        assertThat(EverydayArguments.of(HERE, line.split(" "))).isNotNull();
    }

    @Test
    void leavesCommandsToPicocli() {
        assertThat(command().commandLine().getSubcommands().keySet())
                .isEqualTo(EverydayArguments.COMMANDS)
                .allSatisfy(name -> {
                    assertThat(name).doesNotContain(".", "/").isNotEqualTo("-");
                    assertThat(EverydayArguments.of(HERE, name)).isNull();
                    assertThat(EverydayArguments.of(HERE, "config.yaml", "-e", name))
                            .isNull();
                });
    }
}
