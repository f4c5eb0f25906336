package io.github.ecsdiscovery.generator.config.yaml;

import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in our words what the YAML parser could not read. */
final class YamlFault {
    private static final String NOT_YAML = "this cannot be read as YAML";
    private static final String SHARED = "put what services share under `defaults`";

    private final YamlTokens tokens;
    private final String problem;
    private final String context;
    private final SourceLocation at;
    private final SourceLocation from;
    private final String before;

    private YamlFault(MarkedYamlEngineException fault, YamlTokens tokens) {
        this.tokens = tokens;
        this.problem = Optional.ofNullable(fault.getProblem()).orElse("");
        this.context = Optional.ofNullable(fault.getContext()).orElse("");
        this.at = place(fault.getProblemMark());
        this.from = fault.getContextMark().isPresent() ? place(fault.getContextMark()) : at;
        this.before = fault.getProblemMark().map(this::before).orElse("");
    }

    static Problem of(JacksonException fault, YamlTokens tokens) {
        if (fault.getCause() instanceof MarkedYamlEngineException marked) {
            return new YamlFault(marked, tokens).told();
        }
        TokenStreamLocation location = fault.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        // The one thing that Jackson minds beside its parser; it points behind what it found.
        String found = String.valueOf(fault.getOriginalMessage()).replaceFirst("(?s).*got this instead: ?", "");
        if (found.startsWith("=ALI ")) {
            int length = found.substring("=ALI ".length()).strip().length();
            SourceLocation alias = tokens.at(line, Math.max(1, column - length), length);
            return new Problem(YamlProblems.YAML_ANCHOR, alias, "an alias stands here", SHARED);
        }
        boolean key = found.startsWith("+SEQ") || found.startsWith("+MAP");
        return syntax(tokens.at(line, column, 1), key ? "a list or map stands where a key is due" : NOT_YAML, null);
    }

    private Problem told() {
        Problem told = character();
        told = told == null ? value() : told;
        told = told == null ? nesting() : told;
        return told == null ? syntax(at, NOT_YAML, null) : told;
    }

    /** What a single character is to blame for. */
    private @Nullable Problem character() {
        if (problem.contains("TAB")) {
            return new Problem(YamlProblems.YAML_TAB, at, "a tab stands here", "YAML indents with spaces");
        }
        if (context.contains("flow node") && problem.contains("stream end")) {
            return syntax(at, "a `[` or `{` is never closed", null);
        }
        if (problem.contains("cannot start any token") || problem.contains("expected the node content")) {
            return syntax(at, "no value begins with this character", "put the value in quotes");
        }
        if (context.contains("an alias") || context.contains("an anchor")) {
            return new Problem(YamlProblems.YAML_ANCHOR, from, "an anchor or alias stands here", SHARED);
        }
        if (context.contains("a tag") || problem.contains("tag handle")) {
            return new Problem(
                    YamlProblems.YAML_TYPE_TAG,
                    from,
                    "a YAML tag stands here",
                    "put the value in quotes if `!` begins it");
        }
        return null;
    }

    /** What is wrong within one value. */
    private @Nullable Problem value() {
        if (context.contains("quoted scalar")) {
            return problem.contains("escape")
                    ? syntax(at, "this is no escape of YAML's double quotes", "put the value in single quotes")
                    : syntax(from, "this quote is never closed", null);
        }
        if (context.contains("block scalar")) {
            return problem.contains("leading empty lines")
                    ? syntax(at, "the empty lines above the text have more spaces than the text", "take them out")
                    : syntax(at, "this cannot stand behind `|` or `>`", "begin the text on the next line");
        }
        if (problem.contains("mapping values are not allowed")) {
            return before.contains(": ")
                    ? syntax(
                            at, "a second `: ` on this line", "put the value in quotes, or its map on lines of its own")
                    : syntax(
                            at,
                            "this line goes on with the value above it, and has a `: `",
                            "indent it like the keys that it belongs to, or put the value in quotes");
        }
        if (problem.contains("sequence entries are not allowed")) {
            return syntax(at, "a list with dashes begins on a line of its own", null);
        }
        return null;
    }

    /** What does not fit what stands around it. */
    private @Nullable Problem nesting() {
        if (context.contains("flow sequence")) {
            return open('[', ']');
        }
        if (context.contains("flow mapping")) {
            return open('{', '}');
        }
        if (problem.contains("expected <block end>")) {
            return before.isBlank()
                    ? syntax(at, "this fits nothing above it", "indent it like the lines that it belongs to")
                    : syntax(at, "the value ends before this", "put all of it in quotes");
        }
        if (problem.contains("could not find expected ':'")) {
            return syntax(from, "a key without `:`", null);
        }
        if (context.contains("directive") || problem.contains("directive") || problem.contains("incompatible")) {
            return syntax(at, "YAML has no such `%` line", "take it out");
        }
        if (problem.contains("document start")) {
            return syntax(at, "the config ends before this", "one config is one document");
        }
        return null;
    }

    private Problem open(char opened, char closed) {
        if (problem.contains("stream end")) {
            return syntax(from, "this `" + opened + "` is never closed", null);
        }
        String hint = "the `" + opened + "` on line " + from.line() + " is still open";
        return syntax(at, "expected `,` or `" + closed + "`", from.line() == at.line() ? null : hint);
    }

    private SourceLocation place(Optional<Mark> mark) {
        return mark.map(m -> tokens.at(m.getLine() + 1, column(m) + 1, 1)).orElseGet(() -> tokens.at(1, 1, 1));
    }

    /** What stands before the mark on its line. */
    private String before(Mark mark) {
        String line = tokens.line(mark.getLine() + 1);
        return line.substring(0, line.offsetByCodePoints(0, column(mark)));
    }

    /** At most the end of the line, behind which the parser counts a carriage return that ends the file. */
    private int column(Mark mark) {
        String line = tokens.line(mark.getLine() + 1);
        return Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
    }

    private static Problem syntax(SourceLocation place, String message, @Nullable String hint) {
        return new Problem(YamlProblems.YAML_SYNTAX, place, message, hint);
    }
}
