package io.github.ecsdiscovery.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the conventions of a template. A template must not escape values, choose defaults, compute, or control white space with
 * directives.
 */
final class TemplateLint {
    private static final Pattern COMMENT = Pattern.compile("(?s)<#--.*?-->");
    private static final Pattern FIRST_LINE = Pattern.compile("<#-- [A-Z].*\\. (?:Parameters|Data model): .+\\. -->");
    private static final String TYPE = "    Type: ";
    private static final Pattern TAG = Pattern.compile("</?[#@]");
    private static final Pattern LINE_OF_ONE_TAG = Pattern.compile("</?([#@])([A-Za-z_.]+)([^<]*)>");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern BUILT_IN = Pattern.compile("(?<!\\?)\\?([a-z_A-Z]+)");
    private static final Pattern DEFAULT = Pattern.compile("[\\w)\\]]!(?!=)");
    private static final Pattern ARITHMETIC = Pattern.compile("[\\w)\\]]\\s*[-+*/%]\\s*[\\w(\\[]");
    private static final Pattern VALUE_BEFORE = Pattern.compile("(?:|.*[ \\[{])");
    private static final Pattern VALUE_AFTER = Pattern.compile("(?:[,\\]}].*|:(?: .*)?|)");

    private static final Set<String> DIRECTIVES =
            Set.of("import", "macro", "list", "items", "sep", "if", "elseif", "else");
    private static final Set<String> LIBRARY_DIRECTIVES = Set.of("function", "return");
    private static final Set<String> BUILT_INS = Set.of("has_content", "c", "is_first", "is_last", "index", "counter");
    private static final Set<String> FORBIDDEN_BUILT_INS =
            Set.of("eval", "eval_json", "interpret", "new", "api", "markup_string");

    private final String path;
    private final List<String> violations = new ArrayList<>();
    private int lineNumber;

    private TemplateLint(String path) {
        this.path = path;
    }

    /** Returns the violations of a template as {@code path:line: message}; its path is relative to the template folder. */
    static List<String> violations(String path, String text) {
        var lint = new TemplateLint(path);
        lint.file(text);
        return lint.violations;
    }

    private void file(String text) {
        lineNumber = 1;
        require(
                FIRST_LINE.matcher(text.lines().findFirst().orElse("")).matches(),
                "the first line is not a comment with the purpose and the parameters");
        require(text.endsWith("\n") && !text.endsWith("\n\n"), "the file does not end with exactly one line break");
        String[] lines = withoutComments(text).split("\n", -1);
        for (String line : lines) {
            line(line);
            lineNumber++;
        }
    }

    private String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll((MatchResult comment) -> {
            boolean isAlone = (comment.start() == 0 || text.charAt(comment.start() - 1) == '\n')
                    && (comment.end() == text.length() || text.charAt(comment.end()) == '\n');
            // Keeps line numbers. A comment that shares a line with other text leaves a directive, which is a
            // violation.
            String replacement = isAlone ? "" : "<#-- a comment that is not alone on its lines -->";
            return Matcher.quoteReplacement(replacement
                    + "\n".repeat((int)
                            comment.group().chars().filter(c -> c == '\n').count()));
        });
    }

    private void line(String line) {
        require(line.indexOf('\t') < 0, "a tab");
        require(line.indexOf('\r') < 0, "a carriage return");
        require(!line.endsWith(" "), "white space at the end of a line");
        require(!isResource() || !line.startsWith(TYPE), "a resource type, which `lib/head.ftl` must print");
        if (TAG.matcher(line).find() && !(inLibrary() && line.startsWith("<#function "))) {
            tag(line);
        }
        for (Interpolation interpolation : Interpolation.in(line)) {
            expression(interpolation.expression());
            position(interpolation, line.strip().startsWith("#"));
        }
    }

    private void tag(String line) {
        Matcher tag = LINE_OF_ONE_TAG.matcher(line);
        if (!tag.matches()) {
            require(false, "a directive that is not alone on its line, starting in the first column");
            return;
        }
        if (tag.group(1).equals("#")) {
            String name = tag.group(2);
            boolean isAllowed = DIRECTIVES.contains(name) || inLibrary() && LIBRARY_DIRECTIVES.contains(name);
            require(isAllowed, "the directive <#" + name + "> is not allowed");
        }
        expression(tag.group(3).replaceFirst("/$", ""));
    }

    private void expression(String expression) {
        String withoutStrings = STRING.matcher(expression).replaceAll("_");
        BUILT_IN.matcher(withoutStrings)
                .results()
                .map(builtIn -> builtIn.group(1))
                .forEach(name -> {
                    boolean isAllowed = inLibrary() ? !FORBIDDEN_BUILT_INS.contains(name) : BUILT_INS.contains(name);
                    require(isAllowed, "the built-in ?" + name + " is not allowed");
                });
        require(!DEFAULT.matcher(withoutStrings).find(), "a default value, which belongs in the record");
        require(inLibrary() || !ARITHMETIC.matcher(withoutStrings).find(), "arithmetic, which belongs in the record");
        require(
                !isResource() || !withoutStrings.matches(".*\\bstack\\b.*"),
                "the variable `stack`; pass a resource only the data that it needs");
    }

    private void position(Interpolation interpolation, boolean inComment) {
        if (interpolation.nested()) {
            return;
        }
        require(!interpolation.expression().endsWith("?c"), "?c outside a string, which prints a number in quotes");
        boolean isCompleteScalar = VALUE_BEFORE.matcher(interpolation.before()).matches()
                && (inComment || VALUE_AFTER.matcher(interpolation.after()).matches());
        require(isCompleteScalar, "an interpolation that is only part of a scalar");
    }

    private boolean isResource() {
        return path.startsWith("resource/");
    }

    private boolean inLibrary() {
        return path.startsWith("lib/");
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            violations.add(path + ":" + lineNumber + ": " + message);
        }
    }
}
