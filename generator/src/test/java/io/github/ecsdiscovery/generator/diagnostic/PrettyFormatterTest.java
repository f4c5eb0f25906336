package io.github.ecsdiscovery.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests the format {@code pretty}. */
final class PrettyFormatterTest {
    @Test
    void showsTheLineWithCaretsBelow() {
        assertThat(format(
                        "    calls: [paymnets]",
                        problem(12, 13, 8, "`calls` of `orders` names `paymnets`", "did you mean `payments`?")))
                .isEqualTo("""
                        config.yaml:12:13: error: `calls` of `orders` names `paymnets` [unknown-value]
                         12 |     calls: [paymnets]
                            |             ^^^^^^^^
                        hint: did you mean `payments`?

                        1 error. Nothing was written.
                        """);
    }

    @Test
    void separatesProblemsByABlankLineAndCountsThem() {
        Problem error = problem(1, 1, 4, "first", null);
        Problem warning = problem(2, 1, 4, "second", "try").as(Severity.WARNING);
        Problem note = problem(3, 1, 4, "third", null).as(Severity.NOTE);

        assertThat(format("name: x", error, warning, error, note)).isEqualTo("""
                        config.yaml:1:1: error: first [unknown-value]
                         1 | name: x
                           | ^^^^

                        config.yaml:2:1: warning: second [unknown-value]
                         2 | name: x
                           | ^^^^
                        hint: try

                        config.yaml:1:1: error: first [unknown-value]
                         1 | name: x
                           | ^^^^

                        config.yaml:3:1: note: third [unknown-value]
                         3 | name: x
                           | ^^^^

                        2 errors, 1 warning, 1 note. Nothing was written.
                        """);
    }

    @Test
    void omitsTheConsequenceIfThereAreOnlyWarnings() {
        assertThat(format("name: x", problem(1, 1, 4, "odd", null).as(Severity.WARNING)))
                .endsWith("\n\n1 warning.\n");
    }

    @Test
    void printsNothingWithoutProblems() {
        assertThat(format("name: x")).isEmpty();
    }

    @Test
    void omitsTheLineIfThereIsNone() {
        assertThat(format(null, problem(1, 1, 1, "the config says nothing", "write one")))
                .isEqualTo("""
                        config.yaml:1:1: error: the config says nothing [unknown-value]
                        hint: write one

                        1 error. Nothing was written.
                        """);
    }

    @Test
    void putsTwoCaretsUnderACharacterThatTakesTwoColumns() {
        assertThat(carets("tags: {名前: 値}", 8, 2)).isEqualTo("""
                         1 | tags: {名前: 値}
                           |        ^^^^
                        """);
        assertThat(carets("名前: 値", 5, 1)).isEqualTo("""
                         1 | 名前: 値
                           |       ^^
                        """);
        assertThat(carets("a: 🍣 # sushi", 4, 1)).isEqualTo("""
                         1 | a: 🍣 # sushi
                           |    ^^
                        """);
    }

    @Test
    void combiningMarkTakesNoColumn() {
        assertThat(carets("e\u0301: x", 5, 1)).isEqualTo("""
                         1 | e\u0301: x
                           |    ^
                        """);
    }

    @Test
    void tabTakesFourColumns() {
        assertThat(carets("\tname:\tx", 8, 1)).isEqualTo("""
                         1 |     name:    x
                           |              ^
                        """);
        assertThat(carets("\tname: x", 1, 1)).isEqualTo("""
                         1 |     name: x
                           | ^^^^
                        """);
    }

    @Test
    void marksTheColumnAfterTheEndOfALine() {
        assertThat(carets("name: [", 8, 1)).isEqualTo("""
                         1 | name: [
                           |        ^
                        """);
        assertThat(carets("", 1, 1)).isEqualTo(" 1 |\n   | ^\n");
    }

    @Test
    void shortensALongLineAroundTheMark() {
        String line = "a".repeat(300) + "WRONG" + "b".repeat(300);

        assertThat(carets(line, 301, 5))
                .isEqualTo(
                        " 1 | …" + "a".repeat(40) + "WRONG" + "b".repeat(53) + "…\n   | " + " ".repeat(41) + "^^^^^\n");
    }

    @Test
    void usesTheFullWidthForAMarkAtTheStartOrEnd() {
        assertThat(carets("WRONG" + "b".repeat(300), 1, 5))
                .isEqualTo(" 1 | WRONG" + "b".repeat(93) + "…\n   | ^^^^^\n");
        assertThat(carets("a".repeat(300) + "WRONG", 301, 5))
                .isEqualTo(" 1 | …" + "a".repeat(93) + "WRONG\n   | " + " ".repeat(94) + "^^^^^\n");
    }

    @Test
    void shortensCaretsWithTheLine() {
        assertThat(carets("x: " + "b".repeat(300), 4, 300))
                .isEqualTo(" 1 | x: " + "b".repeat(95) + "…\n   |    " + "^".repeat(95) + "\n");
    }

    @Test
    void replacesCharactersThatWouldChangeTheTerminal() {
        Problem problem = problem(1, 3, 1, "`\u001B[2J` and `\u202Egnp`", "or `\u0000`");

        assertThat(format("a \u001B[2J\u202E", problem)).isEqualTo("""
                        config.yaml:1:3: error: `�[2J` and `�gnp` [unknown-value]
                         1 | a �[2J�
                           |   ^
                        hint: or `�`

                        1 error. Nothing was written.
                        """);
    }

    @Test
    void usesColorsOnlyIfRequested() {
        List<Problem> problems = List.of(problem(1, 1, 4, "odd", null));

        assertThat(new PrettyFormatter(place -> "name: x", "", true).format(problems))
                .isEqualTo("""
                        \u001B[1mconfig.yaml:1:1:\u001B[0m \u001B[1;31merror:\u001B[0m odd [unknown-value]
                         1 | name: x
                           | \u001B[1;31m^^^^\u001B[0m

                        1 error.
                        """);
        assertThat(new PrettyFormatter(place -> "name: x", "", false).format(problems))
                .doesNotContain("\u001B");
    }

    private static String carets(String line, int column, int length) {
        return format(line, problem(1, column, length, "x", null))
                .lines()
                .skip(1)
                .limit(2)
                .map(shown -> shown + "\n")
                .collect(Collectors.joining());
    }

    private static String format(@Nullable String line, Problem... problems) {
        return new PrettyFormatter(place -> line, "Nothing was written.", false).format(Arrays.asList(problems));
    }

    private static Problem problem(int line, int column, int length, String message, @Nullable String hint) {
        return new Problem(
                ProblemKind.error("unknown-value", ""),
                new SourceLocation("config.yaml", line, column, length),
                message,
                hint);
    }
}
