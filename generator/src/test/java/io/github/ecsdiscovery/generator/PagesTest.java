package io.github.ecsdiscovery.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that pages link to files that exist, name files and classes that exist, and stay short. */
final class PagesTest {
    private static final Path ROOT = Path.of("..");

    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> examples = Files.walk(ROOT.resolve("examples"), 2);
                Stream<Path> generator = Files.walk(ROOT.resolve("generator/benchmark"), 1);
                Stream<Path> archetype = Files.walk(ROOT.resolve("archetype/benchmark"), 1);
                Stream<Path> service = Files.list(ROOT.resolve("archetype/service"))) {
            return Stream.of(top, docs, examples, generator, archetype, service)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadToFiles(Path page) throws IOException {
        assertThat(found("]\\(([^):#]+)[^):]*\\)", page))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    /** Paths from the root in backquotes exist, except build output and paths with a placeholder. */
    @ParameterizedTest
    @MethodSource("pages")
    void namedFilesExist(Path page) throws IOException {
        assertThat(found("`((?:\\.ci|archetype|docs|examples|generator|templates|verification)/[^` <>=*]*)`", page))
                .filteredOn(path -> !path.contains("/target/"))
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONTRIBUTING.md",
                "docs/development/architecture.md",
                "docs/development/containers.md",
                "docs/development/decisions.md",
                "docs/development/testing.md"
            })
    void namedClassesExist(String page) throws IOException {
        assertThat(found("`([A-Z][a-z]+[A-Z][A-Za-z]+)[`.#(]", ROOT.resolve(page)))
                .isNotEmpty()
                .isSubsetOf(classes());
    }

    @ParameterizedTest
    @CsvSource({"README.md, 150", "CONTRIBUTING.md, 180", "STYLE.md, 120"})
    void pageIsShort(String page, int lines) throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve(page))).hasSizeLessThanOrEqualTo(lines);
    }

    @Test
    void everyExampleHasAReadme() throws IOException {
        try (Stream<Path> configs =
                Files.find(ROOT.resolve("examples"), 2, (file, attributes) -> file.endsWith("config.yaml"))) {
            assertThat(configs)
                    .isNotEmpty()
                    .allSatisfy(config ->
                            assertThat(config.resolveSibling("README.md")).exists());
        }
    }

    @Test
    void findsThePages() throws IOException {
        assertThat(pages()).contains(ROOT.resolve("README.md"), ROOT.resolve("examples/seed/README.md"));
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> generator = Files.walk(Path.of("src"));
                Stream<Path> containers = Files.walk(ROOT.resolve("archetype/containers/src"))) {
            return Stream.concat(generator, containers)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> found(String regex, Path page) throws IOException {
        return Pattern.compile(regex)
                .matcher(Files.readString(page))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
