package io.github.ecsdiscovery.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that the text that people read avoids the phrases of {@code plain-english.txt}, and that sentences are short. */
final class PlainEnglishTest {
    private static final Path ROOT = Path.of("..");
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final int MOST_WORDS = 20;
    private static final String ARROW = " → ";

    /** Folders with copies, build output or tools of others. */
    private static final Set<String> SKIPPED_FOLDERS =
            Set.of(".git", ".idea", ".mypy_cache", ".ruff_cache", "node_modules", "target");

    private record Phrase(Pattern pattern, String better) {
        static Phrase parse(String line) {
            String[] parts = line.split(ARROW, 2);
            return new Phrase(Pattern.compile(parts[0].replace(" ", "\\s+"), Pattern.CASE_INSENSITIVE), parts[1]);
        }
    }

    private record PhraseException(String file, String text) {
        static PhraseException parse(String line) {
            String[] parts = line.split(ARROW, 2)[0].split(": ", 2);
            return new PhraseException(parts[0], parts[1]);
        }

        boolean covers(String path, String prose, Matcher phrase) {
            if (!path.equals(file)) {
                return false;
            }
            Matcher allowed = Pattern.compile(Pattern.quote(text).replace(" ", "\\E\\s+\\Q"))
                    .matcher(prose);
            return allowed.results().anyMatch(at -> at.start() <= phrase.start() && phrase.end() <= at.end());
        }
    }

    static List<String> pages() throws IOException {
        return files().stream().filter(file -> file.endsWith(".md")).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void avoidsListedPhrases(String file) throws IOException {
        assertThat(findings(file, exceptions()))
                .as("Reword these, or add a line with a reason to plain-english-exceptions.txt")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasShortSentences(String page) throws IOException {
        List<String> sentences = Prose.sentences(Files.readString(ROOT.resolve(page)));

        double mean = sentences.stream().mapToLong(Prose::words).average().orElse(0);

        assertThat(mean)
                .as(
                        "Mean number of words in a sentence of %s. Split the longest ones:%n%s",
                        page, String.join("\n", longest(sentences)))
                .isLessThanOrEqualTo(MOST_WORDS);
    }

    @Test
    void readsTheWholeRepository() throws IOException {
        assertThat(files())
                .hasSizeGreaterThan(500)
                .anyMatch(file -> file.startsWith("archetype/"))
                .anyMatch(file -> file.startsWith("docs/"))
                .anyMatch(file -> file.startsWith("generator/"))
                .anyMatch(file -> file.startsWith("templates/"))
                .anyMatch(file -> file.startsWith("verification/"));
    }

    @Test
    void everyExceptionIsNeeded() throws IOException {
        for (PhraseException exception : exceptions()) {
            List<PhraseException> others = new ArrayList<>(exceptions());
            others.remove(exception);

            assertThat(findings(exception.file(), others))
                    .as("Remove the line of plain-english-exceptions.txt for %s", exception)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java | /** Callers are t-old. */ | 1",
                "java | int t-old = 1; | 0",
                "java | var text = \"a t-old caller\"; | 1",
                "java | char quote = '\"'; int t-old = 1; | 0",
                "java | /**~ * The way by~ * which it runs~ */ | 1",
                "py | t-old = '# t-old' | 0",
                "py | x = 1  # t-old | 1",
                "py | \"\"\"It was t-old.\"\"\" | 1",
                "md | It was `t-old`. | 0",
                "md | ```~t-old~``` | 0",
                "md | It ends. W-hat counts is this. | 1",
                "md | It ends. What counts? | 0",
                "md | The way by~which it runs. | 1",
                "sh | # t-old | 1"
            })
    void findsPhrasesInTextAndNotInCode(String extension, String source, int findings) throws IOException {
        // The hyphens and the tilde keep this file itself free of findings.
        String prose = Prose.of(
                extension,
                source.replace("t-old", "t" + "old")
                        .replace("W-hat", "W" + "hat")
                        .replace('~', '\n'));

        assertThat(phrases().stream()
                        .filter(phrase -> phrase.pattern().matcher(prose).find()))
                .hasSize(findings);
    }

    @Test
    void countsWordsOfSentences() {
        String page = "# A heading\n\nOne two `three four` five. Six\nseven:\n\n- eight\n- nine ten\n\n| a | b |\n";

        assertThat(Prose.sentences(page).stream().map(Prose::words)).containsExactly(4L, 2L, 1L, 2L);
    }

    private static List<String> findings(String file, List<PhraseException> exceptions) throws IOException {
        String prose = Prose.of(extension(file), Files.readString(ROOT.resolve(file)));
        List<String> findings = new ArrayList<>();
        for (Phrase phrase : phrases()) {
            Matcher matcher = phrase.pattern().matcher(prose);
            while (matcher.find()) {
                if (exceptions.stream().noneMatch(exception -> exception.covers(file, prose, matcher))) {
                    long line = prose.substring(0, matcher.start()).lines().count();
                    findings.add("%s:%d: \"%s\" → %s"
                            .formatted(
                                    file, Math.max(line, 1), matcher.group().replaceAll("\\s+", " "), phrase.better()));
                }
            }
        }
        return findings;
    }

    private static List<String> longest(List<String> sentences) {
        return sentences.stream()
                .sorted((a, b) -> Long.compare(Prose.words(b), Prose.words(a)))
                .limit(10)
                .map(sentence -> Prose.words(sentence) + " words: " + sentence.replaceAll("\\s+", " "))
                .toList();
    }

    private static List<Phrase> phrases() throws IOException {
        return lines("plain-english.txt").map(Phrase::parse).toList();
    }

    private static List<PhraseException> exceptions() throws IOException {
        return lines("plain-english-exceptions.txt").map(PhraseException::parse).toList();
    }

    private static Stream<String> lines(String resource) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(resource), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static String extension(String file) {
        return file.substring(file.lastIndexOf('.') + 1);
    }

    /** Returns the paths of all files with text for people, from the root of the repository. */
    static List<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return SKIPPED_FOLDERS.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = ROOT.relativize(file).toString().replace('\\', '/');
                if (Prose.isIn(extension(path))) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return List.copyOf(files);
    }
}
