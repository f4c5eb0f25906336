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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Compares the README, and the pages that it leads to, with what the program reads, prints and accepts. */
final class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Path EXAMPLES = ROOT.resolve("examples");
    private static final Path SEED = EXAMPLES.resolve("seed");
    private static final String PROGRAM = "java -jar generator/target/generator.jar ";
    private static final String TWO_SERVICES = "services:\n  myservice-a: {}\n  myservice-b: {}\n";

    @TempDir
    private Path folder;

    /** Code and tables do not count. */
    @Test
    void hasAtMost1100Words() throws IOException {
        String prose = readme().replaceAll("(?ms)^```.*?^```$", "").replaceAll("(?m)^\\|.*$", "");

        assertThat(prose.split("\\s+")).hasSizeLessThanOrEqualTo(1_100);
    }

    @Test
    void beginsWithOneLineThatPrintsTheSeedAndNothingElse() throws IOException {
        String line = blocks("sh").get(0).strip();

        assertThat(line).doesNotContain("\n").matches("mvn [^|>]* package >&2 && " + PROGRAM + ".*");
        assertThat(Run.of(ROOT, words(line.substring(line.indexOf(PROGRAM)))))
                .isEqualTo(new Run(0, Files.readString(SEED.resolve("template.yaml")), ""));
    }

    @Test
    void showsTheCommandThatRunsTheTests() throws IOException {
        assertThat(blocks("sh")).last().isEqualTo("mvn -B -ntp verify\n");
    }

    @Test
    void showsAConfigOfEightLinesThatOpensNothing() throws IOException {
        String config = blocks("yaml").get(0);
        String template = Run.reading(folder, config, "-").out();

        assertThat(config.lines()).hasSize(8);
        assertThat(template).doesNotContain(" SecurityGroupIngress:");
        assertThat(found("(?ms)^    Type: AWS::EC2::SecurityGroupIngress\\n(.*?)^\\n", template))
                .singleElement()
                .asString()
                .contains("GroupId: !Ref PaymentsSecurityGroup", "SourceSecurityGroupId: !Ref OrdersSecurityGroup");
    }

    @Test
    void namesEveryExampleAndNoOther() throws IOException {
        try (Stream<Path> configs = Files.find(
                EXAMPLES, 2, (file, attributes) -> file.endsWith("config.yaml") && attributes.isRegularFile())) {
            assertThat(found("\\| \\[([a-z-]+)\\]\\(examples/\\1\\) \\|", section("Examples")))
                    .containsExactlyInAnyOrderElementsOf(configs.map(config ->
                                    config.getName(config.getNameCount() - 2).toString())
                            .toList());
        }
    }

    @Test
    void namesEveryCommandAndNoOther() throws IOException {
        assertThat(rows(section("Commands")))
                .containsExactlyInAnyOrderElementsOf(
                        commandLine().getSubcommands().keySet());
    }

    @Test
    void namesOptionsThatThereAre() throws IOException {
        Set<String> options = Stream.concat(Stream.of(commandLine()), commandLine().getSubcommands().values().stream())
                .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                .collect(Collectors.toSet());

        assertThat(found("`(--?[a-z-]+)", section("Commands")))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(options).contains(option));
    }

    @Test
    void showsTheCommandThatDeploysTheSeed() throws IOException {
        Run run = Run.of(folder, SEED.resolve("config.yaml").toAbsolutePath().toString(), "-o", "template.yaml");

        assertThat(found("(?m)^ *(aws cloudformation deploy .*)$", run.err()))
                .singleElement()
                .satisfies(deploy ->
                        assertThat(Files.readString(SEED.resolve("README.md"))).contains("\n" + deploy + "\n"));
    }

    @Test
    void namesEveryVariableOfAService() throws IOException {
        assertThat(found("`([A-Z<][A-Z_>]+)`", section("What a service gets")).stream()
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ContractVariables.all().stream()
                        .map(ContractVariables.ContractVariable::name)
                        .toList());
    }

    @Test
    void saysTheTimesOfTheDefaultTtl() throws IOException {
        Timing timing = Timing.of(10, null);

        assertThat(Files.readString(ROOT.resolve("docs/explanation/time-contract.md")))
                .contains("With the default TTL of 10 s the three are " + timing.lameDuck() + ", " + timing.drain()
                        + " and " + timing.stopTimeout() + " s.");
        assertThat(Files.readString(ROOT.resolve("docs/explanation/time-contract.svg")))
                .contains("SERVICE_LAME_DUCK = " + timing.lameDuck() + "<")
                .contains("SERVICE_DRAIN = " + timing.drain() + ",")
                .contains("stopTimeout = " + timing.stopTimeout() + ":");
    }

    @Test
    void saysHowManyServicesOneStackHolds() throws IOException {
        String seed = Files.readString(SEED.resolve("config.yaml"));
        String apart = Files.readString(EXAMPLES.resolve("two-services").resolve("config.yaml"));

        assertThat(section(Files.readString(ROOT.resolve("docs/limits.md")), "Size of a stack"))
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
                        String.format(Locale.ROOT, " %,d bytes.", TemplateSize.MAX_BYTES));
    }

    @ParameterizedTest
    @CsvSource({"generator, The generator", "archetype, The scaffolded service"})
    void performancePageHasTheFiguresOfTheBenchmarks(String module, String heading) throws IOException {
        String results = module + "/benchmark/results.md";
        String summary =
                section(Files.readString(ROOT.resolve(results)), "Summary").strip();

        assertThat(summary).isNotEmpty();
        assertThat(section(Files.readString(ROOT.resolve("docs/performance.md")), heading)
                        .strip())
                .isEqualTo(summary + "\n\nAll figures, and what is compared: [" + results + "](../" + results + ").");
    }

    @Test
    void indexNamesEveryModule() throws IOException {
        assertThat(rows(section(Files.readString(ROOT.resolve("docs/README.md")), "For contributors")))
                .containsExactlyElementsOf(found("<module>(.*)</module>", Files.readString(ROOT.resolve("pom.xml"))));
    }

    /** Returns how many services, all like the config's two, fit into a template that needs no bucket. */
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

    /** Returns the text below a heading, with each paragraph on one line. */
    private static String section(String page, String heading) {
        return found("(?ms)^## " + Pattern.quote(heading) + "$(.*?)(?=^## |\\z)", page)
                .get(0)
                .replaceAll("(?<=[^\\n])\\n *(?=[^\\n ])", " ");
    }

    /** Returns the first words of the rows of a section's table. */
    private static List<String> rows(String section) {
        return found("\\| `([a-z/]+)[^`]*` \\|", section);
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
