package io.github.ecsdiscovery.generator.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Formats problems as one JSON array, with one object per line, or {@code []} if there are none. A {@code hint} can be null.
 * Lines, columns and lengths count as in {@link SourceLocation}.
 *
 * <pre>
 * [
 * {"file":"config.yaml","line":12,"column":13,"length":8,"severity":"error","id":"unknown-callee","message":"…","hint":"…"}
 * ]
 * </pre>
 */
public final class JsonFormatter implements ProblemFormatter {
    @Override
    public String format(List<Problem> problems) {
        if (problems.isEmpty()) {
            return "[]\n";
        }
        StringBuilder json = new StringBuilder("[\n");
        String separator = "";
        for (Problem problem : problems) {
            json.append(separator);
            object(json, problem);
            separator = ",\n";
        }
        return json.append("\n]\n").toString();
    }

    private static void object(StringBuilder json, Problem problem) {
        SourceLocation location = problem.location();
        text(json.append('{'), "file", location.source());
        number(json.append(','), "line", location.line());
        number(json.append(','), "column", location.column());
        number(json.append(','), "length", location.length());
        text(json.append(','), "severity", problem.severity().toString());
        text(json.append(','), "id", problem.id().toString());
        text(json.append(','), "message", problem.message());
        text(json.append(','), "hint", problem.hint());
        json.append('}');
    }

    private static void text(StringBuilder json, String key, @Nullable String value) {
        json.append('"').append(key).append("\":");
        if (value == null) {
            json.append("null");
        } else {
            JsonText.appendQuoted(json, value);
        }
    }

    private static void number(StringBuilder json, String key, int value) {
        json.append('"').append(key).append("\":").append(value);
    }
}
