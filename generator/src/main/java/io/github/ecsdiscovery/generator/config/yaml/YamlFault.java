package io.github.ecsdiscovery.generator.config.yaml;

import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Translates errors of the YAML parser to problems. */
final class YamlFault {
    private static final String NOT_YAML = "this cannot be read as YAML";
    private static final String SHARED_KEYS = "move shared keys to `defaults`";

    private static final Pattern KEY_WITHOUT_SPACE = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_-]*:)([^\\s/].*)");

    private final YamlTokens tokens;
    private final String problem;
    private final String context;
    private final SourceLocation at;
    private final SourceLocation from;
    private final String before;
    private final int line;

    private YamlFault(MarkedYamlEngineException fault, YamlTokens tokens) {
        this.tokens = tokens;
        this.problem = Optional.ofNullable(fault.getProblem()).orElse("");
        this.context = Optional.ofNullable(fault.getContext()).orElse("");
        this.at = location(fault.getProblemMark());
        this.from = fault.getContextMark().isPresent() ? location(fault.getContextMark()) : at;
        this.before = fault.getProblemMark().map(this::before).orElse("");
        this.line = fault.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    static Problem of(JacksonException fault, YamlTokens tokens) {
        if (fault.getCause() instanceof MarkedYamlEngineException marked) {
            return new YamlFault(marked, tokens).problem();
        }
        TokenStreamLocation location = fault.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        // The only error that Jackson itself reports; its location is the end of the token.
        String token = String.valueOf(fault.getOriginalMessage()).replaceFirst("(?s).*got this instead: ?", "");
        if (token.startsWith("=ALI ")) {
            int length = token.substring("=ALI ".length()).strip().length();
            SourceLocation alias = tokens.at(line, Math.max(1, column - length), length);
            return new Problem(YamlProblems.YAML_ANCHOR, alias, "YAML aliases are not supported", SHARED_KEYS);
        }
        boolean isKey = token.startsWith("+SEQ") || token.startsWith("+MAP");
        return syntax(tokens.at(line, column, 1), isKey ? "a key cannot be a list or map" : NOT_YAML, null);
    }

    private Problem problem() {
        Problem known = character();
        known = known == null ? value() : known;
        known = known == null ? nesting() : known;
        return known == null ? syntax(at, NOT_YAML, null) : known;
    }

    /** Returns the problem if a single character is the cause. */
    private @Nullable Problem character() {
        if (problem.contains("TAB")) {
            return new Problem(YamlProblems.YAML_TAB, at, "a tab cannot indent YAML", "indent with spaces");
        }
        if (context.contains("flow node") && problem.contains("stream end")) {
            return syntax(at, "a `[` or `{` is never closed", null);
        }
        if (problem.contains("cannot start any token") || problem.contains("expected the node content")) {
            return syntax(at, "a value cannot start with this character", "put the value in quotes");
        }
        if (context.contains("an alias") || context.contains("an anchor")) {
            return new Problem(
                    YamlProblems.YAML_ANCHOR, from, "YAML anchors and aliases are not supported", SHARED_KEYS);
        }
        if (context.contains("a tag") || problem.contains("tag handle")) {
            return new Problem(
                    YamlProblems.YAML_TYPE_TAG,
                    from,
                    "YAML tags are not supported",
                    "put the value in quotes if it starts with `!`");
        }
        return null;
    }

    /** Returns the problem if the cause is within one value. */
    private @Nullable Problem value() {
        if (context.contains("quoted scalar")) {
            return problem.contains("escape")
                    ? syntax(at, "this is not an escape sequence of YAML double quotes", "use single quotes")
                    : syntax(from, "this quote is never closed", null);
        }
        if (context.contains("block scalar")) {
            return problem.contains("leading empty lines")
                    ? syntax(
                            at,
                            "the blank lines above this text are indented deeper than the text",
                            "remove the extra spaces")
                    : syntax(at, "unexpected text after `|` or `>`", "start the text on the next line");
        }
        if (problem.contains("mapping values are not allowed")) {
            return mappingValue();
        }
        if (problem.contains("sequence entries are not allowed")) {
            return syntax(at, "a list with `-` must start on a new line", null);
        }
        return null;
    }

    private Problem mappingValue() {
        if (before.contains(": ")) {
            String hint = "put the value in quotes, or start a new line for the map";
            return syntax(at, "there is a second `: ` on this line", hint);
        }
        int above = line - 1;
        while (above > 0 && tokens.line(above).isBlank()) {
            above--;
        }
        Matcher key = KEY_WITHOUT_SPACE.matcher(above > 0 ? tokens.line(above) : "");
        if (key.matches()) {
            SourceLocation value = tokens.at(above, key.start(2) + 1, 1);
            return syntax(value, "expected a space after `" + key.group(1) + "`", null);
        }
        return syntax(
                at,
                "this line continues the value above, but contains `: `",
                "indent it like the keys it belongs to, or put the value in quotes");
    }

    /** Returns the problem if the cause is the structure around the error. */
    private @Nullable Problem nesting() {
        if (context.contains("flow sequence")) {
            return open('[', ']');
        }
        if (context.contains("flow mapping")) {
            return open('{', '}');
        }
        if (problem.contains("expected <block end>")) {
            return before.isBlank()
                    ? syntax(
                            at,
                            "the indentation does not match any line above",
                            "indent it like the lines it belongs to")
                    : syntax(at, "unexpected text after the end of the value", "put the whole value in quotes");
        }
        if (problem.contains("could not find expected ':'")) {
            return syntax(from, "expected `:` after this key", null);
        }
        if (context.contains("directive") || problem.contains("directive") || problem.contains("incompatible")) {
            return syntax(at, "unknown YAML directive", "remove it");
        }
        if (problem.contains("document start")) {
            return syntax(at, "unexpected text after the end of the config", "a config is one YAML document");
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

    private SourceLocation location(Optional<Mark> mark) {
        return mark.map(m -> tokens.at(m.getLine() + 1, column(m) + 1, 1)).orElseGet(() -> tokens.at(1, 1, 1));
    }

    /** Returns the text before the mark on its line. */
    private String before(Mark mark) {
        String line = tokens.line(mark.getLine() + 1);
        return line.substring(0, line.offsetByCodePoints(0, column(mark)));
    }

    /** Returns the column, limited to the end of the line: the parser counts a carriage return at the end of the file. */
    private int column(Mark mark) {
        String line = tokens.line(mark.getLine() + 1);
        return Math.min(mark.getColumn(), line.codePointCount(0, line.length()));
    }

    private static Problem syntax(SourceLocation location, String message, @Nullable String hint) {
        return new Problem(YamlProblems.YAML_SYNTAX, location, message, hint);
    }
}
