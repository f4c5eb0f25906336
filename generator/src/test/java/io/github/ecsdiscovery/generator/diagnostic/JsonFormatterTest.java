package io.github.ecsdiscovery.generator.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the format {@code json}. */
final class JsonFormatterTest {
    private static final Problem PROBLEM = new Problem(
            ProblemKind.error("unknown-key", ""),
            new SourceLocation("config.yaml", 3, 5, 4),
            "no key `x`",
            "did you mean `y`?");

    @Test
    void printsAnArrayWithOneObjectPerLine() {
        assertThat(new JsonFormatter().format(List.of(PROBLEM, PROBLEM.as(Severity.NOTE))))
                .isEqualTo("""
                        [
                        {"file":"config.yaml","line":3,"column":5,"length":4,"severity":"error","id":"unknown-key","message":"no key `x`","hint":"did you mean `y`?"},
                        {"file":"config.yaml","line":3,"column":5,"length":4,"severity":"note","id":"unknown-key","message":"no key `x`","hint":"did you mean `y`?"}
                        ]
                        """);
    }

    @Test
    void printsAnEmptyArrayWithoutProblems() {
        assertThat(new JsonFormatter().format(List.of())).isEqualTo("[]\n");
    }

    @Test
    void parsersReadTheSameTexts() {
        String hostile = "\"\\\n\t\u0000\u001B\u007F\u2028\u202E\uFEFF名前🍣\",\"severity\":\"note";
        Problem problem =
                new Problem(ProblemKind.error("malformed", ""), new SourceLocation(hostile, 1, 2, 3), hostile, null);

        String json = new JsonFormatter().format(List.of(problem));

        JsonNode read = JsonMapper.shared().readTree(json).get(0);
        assertThat(read.get("file").stringValue()).isEqualTo(hostile);
        assertThat(read.get("message").stringValue()).isEqualTo(hostile);
        assertThat(read.get("severity").stringValue()).isEqualTo("error");
        assertThat(read.get("hint").isNull()).isTrue();
        assertThat(json.lines()).hasSize(3);
    }
}
