package io.github.ecsdiscovery.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the configs that the how-to pages show, and runs the generator's commands in them. */
final class HowToPagesTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path HOW_TO = DOCS.resolve("how-to");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
    private static final Pattern NAME = Pattern.compile("^name: ([a-z0-9-]+)$", Pattern.MULTILINE);
    private static final String PROMPT = "$ ecs-discovery ";

    @TempDir
    Path folder;

    static List<Path> howTos() throws IOException {
        try (Stream<Path> files = Files.walk(HOW_TO)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The how-to pages, and the page for a first config once it is there. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(howTos());
        Path start = DOCS.resolve("getting-started.md");
        if (Files.exists(start)) {
            pages.add(start);
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void configsHaveNoErrors(Path page) throws IOException {
        assertThat(configs(page)).allSatisfy(config -> {
            Files.writeString(folder.resolve("config.yaml"), config);
            Run run = Run.of(folder, "check", "-q", "config.yaml");

            assertThat(run).as(config).isEqualTo(new Run(0, "", ""));
        });
    }

    /** A block without a name is no config, and says in its first line what it is. */
    @ParameterizedTest
    @MethodSource("howTos")
    void fragmentsAreMarked(Path page) throws IOException {
        assertThat(blocks(YAML, page)).allSatisfy(block -> assertThat(block).containsPattern("\\A(name: |# )"));
    }

    /** Commands find the page's configs as {@code <name>.yaml}, and the first one as {@code config.yaml} too. */
    @ParameterizedTest
    @MethodSource("howTos")
    void generatorPrintsTheCommandsThatThePageShows(Path page) throws IOException {
        List<String> configs = configs(page);
        for (String config : reversed(configs)) {
            Files.writeString(folder.resolve(nameOf(config) + ".yaml"), config);
            Files.writeString(folder.resolve("config.yaml"), config);
        }
        for (String block : blocks(CONSOLE, page)) {
            Stream.of(block.split("(?m)^(?=\\$ )"))
                    .filter(command -> command.startsWith(PROMPT))
                    .forEach(this::printsItsCommands);
        }
    }

    @Test
    void findsConfigsAndCommands() throws IOException {
        List<String> configs = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (Path page : howTos()) {
            configs.addAll(configs(page));
            blocks(CONSOLE, page)
                    .forEach(block -> block.lines()
                            .filter(line -> line.startsWith(PROMPT))
                            .forEach(commands::add));
        }
        assertThat(configs).hasSizeGreaterThanOrEqualTo(9);
        assertThat(commands).hasSizeGreaterThanOrEqualTo(12);
    }

    /** Runs the command in the first line, and looks for the lines below it that are commands themselves. */
    private void printsItsCommands(String shown) {
        List<String> lines = shown.lines().toList();
        Run run = Run.of(folder, lines.get(0).substring(PROMPT.length()).split(" +"));
        List<String> printed = Stream.concat(run.out().lines(), run.err().lines())
                .map(String::strip)
                .toList();

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(lines.stream().skip(1).map(String::strip))
                .filteredOn(line -> line.matches("(aws|docker) .*"))
                .allSatisfy(line -> assertThat(printed).contains(line));
    }

    private static List<String> configs(Path page) throws IOException {
        return blocks(YAML, page).stream()
                .filter(block -> block.startsWith("name:"))
                .toList();
    }

    private static List<String> reversed(List<String> configs) {
        List<String> reversed = new ArrayList<>(configs);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String nameOf(String config) {
        return NAME.matcher(config)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> blocks(Pattern block, Path page) throws IOException {
        return block.matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
