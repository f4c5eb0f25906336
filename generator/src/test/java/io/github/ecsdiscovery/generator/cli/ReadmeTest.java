package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.rule.template.TemplateSize;
import io.github.ecsdiscovery.generator.stack.task.ContractVariables;
import io.github.ecsdiscovery.generator.stack.task.Timing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the README shows is what the program reads, prints and takes. */
final class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLES = ROOT.resolve("examples");
    private static final Path SEED = EXAMPLES.resolve("seed");
    private static final String PROGRAM = "java -jar generator/target/generator.jar ";
    private static final String TWO_SERVICES = "services:\n  myservice-a: {}\n  myservice-b: {}\n";

    @TempDir
    private Path folder;

    @Test
    void beginsWithOneLineThatPrintsTheSeedAndNothingElse() throws IOException {
        String line = blocks("sh").get(0).strip();

        assertThat(line).doesNotContain("\n").matches("mvn [^|>]* package >&2 && " + PROGRAM + ".*");
        assertThat(Run.of(ROOT, words(line.substring(line.indexOf(PROGRAM)))))
                .isEqualTo(new Run(0, Files.readString(SEED.resolve("template.yaml")), ""));
    }

    @Test
    void showsTheConfigAndTheTemplateOfTheSeed() throws IOException {
        List<String> shown = blocks("yaml");

        assertThat(shown).hasSize(2);
        assertThat(Files.readString(SEED.resolve("config.yaml"))).contains("\n" + shown.get(0));
        assertThat(Files.readString(SEED.resolve("template.yaml"))).contains("\n" + shown.get(1));
    }

    @Test
    void showsWhatIsToldOfAMistake() throws IOException {
        List<String> steps = List.of(blocks("console").get(0).split("(?m)^\\$ "));
        assertThat(steps).hasSize(3);
        String[] file = steps.get(1).split("\n", 2);
        String[] told = steps.get(2).split("\n", 2);
        Files.writeString(folder.resolve(file[0].replaceFirst("^cat ", "")), file[1]);

        assertThat(Run.of(folder, words(told[0]))).isEqualTo(new Run(1, "", told[1]));
    }

    @Test
    void namesEveryCommandAndNoOther() throws IOException {
        assertThat(rows("What goes in and what comes out"))
                .containsExactlyInAnyOrderElementsOf(
                        commandLine().getSubcommands().keySet());
    }

    @Test
    void namesOptionsThatThereAre() throws IOException {
        Set<String> options = Stream.concat(Stream.of(commandLine()), commandLine().getSubcommands().values().stream())
                .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(found("`(--?[a-z-]+)", section("What goes in and what comes out")))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(options).contains(option));
    }

    @Test
    void showsTheCommandThatDeploysTheSeed() throws IOException {
        Run run = Run.of(folder, SEED.resolve("config.yaml").toAbsolutePath().toString(), "-o", "template.yaml");

        assertThat(found("(?m)^ *(aws cloudformation deploy .*)$", run.err()))
                .singleElement()
                .satisfies(deploy -> assertThat(readme()).contains("`" + deploy + "`"));
    }

    @Test
    void namesEveryVariableThatAServiceIsTold() throws IOException {
        assertThat(found("`([A-Z<][A-Z_>]+)`", section("What each service is told")).stream()
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ContractVariables.all().stream()
                        .map(ContractVariables.ContractVariable::name)
                        .toList());
    }

    @Test
    void saysTheTimesOfTheDefaultTtl() throws IOException {
        Timing timing = Timing.of(10, null);

        assertThat(Files.readString(ROOT.resolve("docs/stopping.md")))
                .contains("With the default TTL of 10 s the three are " + timing.lameDuck() + ", " + timing.drain()
                        + " and " + timing.stopTimeout() + " s.");
        assertThat(Files.readString(ROOT.resolve("docs/stopping.svg")))
                .contains("SERVICE_LAME_DUCK = " + timing.lameDuck() + "<")
                .contains("SERVICE_DRAIN = " + timing.drain() + ",")
                .contains("stopTimeout = " + timing.stopTimeout() + ":");
    }

    @Test
    void saysHowManyServicesOneStackHolds() throws IOException {
        String seed = Files.readString(SEED.resolve("config.yaml"));
        String apart = Files.readString(EXAMPLES.resolve("two-services").resolve("config.yaml"));

        assertThat(section("Limits"))
                .contains(
                        String.format(
                                Locale.ROOT,
                                "%d services in the shape of `seed`, or %d in that of `two-services`, stay below the %,d"
                                        + " bytes that need no bucket (with `--compact` %d and %d)",
                                most(seed),
                                most(apart),
                                TemplateSize.REQUEST_BYTES,
                                most(seed, "--compact"),
                                most(apart, "--compact")),
                        String.format(Locale.ROOT, " %,d bytes.", TemplateSize.MOST_BYTES));
    }

    @Test
    void takesItsFiguresFromTheResultsOfTheBenchmarks() throws IOException {
        List<String> said = new ArrayList<>();
        for (String folder : List.of("generator", "archetype")) {
            String benchmark = folder + "/benchmark";
            Path results = ROOT.resolve(benchmark + "/results.md");
            if (Files.exists(results)) {
                said.add(section(Files.readString(results), "What the README says")
                                .strip()
                        + " All figures: [results](" + benchmark + "/results.md) of `" + benchmark + "/run.py`.");
            }
        }

        assertThat(said).isNotEmpty().doesNotContain("");
        assertThat(section("How fast, how small").strip()).isEqualTo(String.join("\n\n", said));
    }

    @Test
    void namesEveryModule() throws IOException {
        assertThat(rows("Modules"))
                .containsExactlyElementsOf(found("<module>(.*)</module>", Files.readString(ROOT.resolve("pom.xml"))));
    }

    /** The most services, all like the config's two, of which the template needs no bucket. */
    private int most(String config, String... options) {
        assertThat(config).contains(TWO_SERVICES);
        int fit = 2;
        while (bytes(config, fit + 1, options) <= TemplateSize.REQUEST_BYTES) {
            fit++;
        }
        return fit;
    }

    private int bytes(String config, int services, String... options) {
        String more = IntStream.range(0, services)
                .mapToObj(number -> "  myservice-" + (char) ('a' + number) + ": {}\n")
                .collect(Collectors.joining("", "services:\n", ""));
        String[] args =
                Stream.concat(Stream.of("-", "--quiet"), Stream.of(options)).toArray(String[]::new);
        Run run = Run.reading(folder, config.replace(TWO_SERVICES, more), args);
        assertThat(run.code()).isZero();
        return run.out().getBytes(StandardCharsets.UTF_8).length;
    }

    private CommandLine commandLine() {
        return new GeneratorCommand(CommandEnvironment.ofThisProcess()).commandLine();
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    private static String section(String heading) throws IOException {
        return section(readme(), heading);
    }

    /** What stands below a heading, each paragraph on one line. */
    private static String section(String page, String heading) {
        return found("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)", page)
                .get(0)
                .replaceAll("(?<=[^\\n])\\n *(?=[^\\n ])", " ");
    }

    /** The first words of the rows of a section's table. */
    private static List<String> rows(String heading) throws IOException {
        return found("\\| `([a-z/]+)[^`]*` \\|", section(heading));
    }

    private static List<String> blocks(String language) throws IOException {
        return found("(?ms)^```" + language + "\\n(.*?)^```$", readme());
    }

    private static List<String> found(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String[] words(String line) {
        assertThat(line).startsWith(PROGRAM);
        return line.substring(PROGRAM.length()).split(" ");
    }
}
