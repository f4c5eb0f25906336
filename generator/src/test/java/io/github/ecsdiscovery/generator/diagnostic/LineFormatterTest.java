package io.github.ecsdiscovery.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the format {@code line}. */
final class LineFormatterTest {
    @Test
    void printsOneLinePerProblem() {
        Problem first = new Problem(
                ProblemKind.error("unknown-key", ""),
                new SourceLocation("config.yaml", 3, 5, 4),
                "no key `x`",
                "drop it");
        Problem second = new Problem(
                        ProblemKind.error("yaml-tab", ""),
                        new SourceLocation("--set", 2, 1, 1),
                        "a tab is not allowed",
                        null)
                .as(Severity.WARNING);

        assertThat(new LineFormatter().format(List.of(first, second))).isEqualTo("""
                        config.yaml:3:5: error: no key `x` [unknown-key]
                        --set:2:1: warning: a tab is not allowed [yaml-tab]
                        """);
    }

    @Test
    void replacesLineBreaks() {
        Problem problem = new Problem(
                ProblemKind.error("malformed", ""),
                new SourceLocation("a\nb.yaml", 1, 1, 1),
                "line\u2028line\r\nline\u0085line\u001B",
                null);

        assertThat(new LineFormatter().format(List.of(problem)))
                .isEqualTo("a�b.yaml:1:1: error: line�line��line�line� [malformed]\n");
    }
}
