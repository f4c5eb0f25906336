package io.github.ecsdiscovery.generator.config;

import io.github.ecsdiscovery.generator.diagnostic.Place;
import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in our words what the YAML parser could not read. */
final class YamlFault {
    private static final String NOT_YAML = "this cannot be read as YAML";

    private YamlFault() {}

    /** Makes a place from a line, a column and a length. */
    interface Places {
        Place at(int line, int column, int length);
    }

    static Problem of(JacksonException fault, Places places) {
        if (fault.getCause() instanceof MarkedYamlEngineException marked) {
            return of(marked, places);
        }
        TokenStreamLocation location = fault.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        return syntax(places.at(line, column, 1), NOT_YAML, null);
    }

    private static Problem of(MarkedYamlEngineException fault, Places places) {
        String problem = Optional.ofNullable(fault.getProblem()).orElse("");
        String context = Optional.ofNullable(fault.getContext()).orElse("");
        Place at = place(fault.getProblemMark(), places);
        Place from = fault.getContextMark().isPresent() ? place(fault.getContextMark(), places) : at;
        boolean atEnd = problem.contains("end of stream") || problem.contains("<stream end>");
        if (problem.contains("TAB")) {
            return new Problem(ProblemId.YAML_TAB, at, "a tab stands here", "YAML indents with spaces");
        }
        if (problem.contains("cannot start any token")) {
            return syntax(at, "no value begins with this character", "put the value in quotes");
        }
        if (problem.contains("mapping values are not allowed")) {
            return syntax(at, "a second `: ` on this line", "put the value in quotes, or its map on lines of its own");
        }
        if (context.contains("quoted scalar") && atEnd) {
            return syntax(from, "this quote is never closed", null);
        }
        if (problem.contains("escape character")) {
            return syntax(at, "this is no escape of YAML's double quotes", "put the value in single quotes");
        }
        if (context.contains("flow sequence")) {
            return atEnd ? syntax(from, "this `[` is never closed", null) : syntax(at, "expected `,` or `]`", null);
        }
        if (context.contains("flow mapping")) {
            return atEnd ? syntax(from, "this `{` is never closed", null) : syntax(at, "expected `,` or `}`", null);
        }
        if (problem.contains("expected <block end>")) {
            return syntax(at, "this fits nothing above it", "indent it like the lines that it belongs to");
        }
        if (problem.contains("could not find expected ':'")) {
            return syntax(from, "a key without `:`", null);
        }
        return syntax(at, NOT_YAML, null);
    }

    private static Place place(Optional<Mark> mark, Places places) {
        return mark.map(m -> places.at(m.getLine() + 1, m.getColumn() + 1, 1)).orElseGet(() -> places.at(1, 1, 1));
    }

    private static Problem syntax(Place place, String message, @Nullable String hint) {
        return new Problem(ProblemId.YAML_SYNTAX, place, message, hint);
    }
}
