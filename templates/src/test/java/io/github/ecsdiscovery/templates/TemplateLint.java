package io.github.ecsdiscovery.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a template must not do: escape by hand, decide, compute, or lay its lines out by tricks. */
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
    private static final Set<String> NEVER = Set.of("eval", "eval_json", "interpret", "new", "api", "markup_string");

    private final String path;
    private final List<String> violations = new ArrayList<>();
    private int number;

    private TemplateLint(String path) {
        this.path = path;
    }

    /** What is wrong with the template at a path below the folder of templates, as {@code path:line: what}. */
    static List<String> violations(String path, String text) {
        var lint = new TemplateLint(path);
        lint.file(text);
        return lint.violations;
    }

    private void file(String text) {
        number = 1;
        require(
                FIRST_LINE.matcher(text.lines().findFirst().orElse("")).matches(),
                "no comment that says what this renders and from what");
        require(text.endsWith("\n") && !text.endsWith("\n\n"), "the file does not end with one line break");
        String[] lines = withoutComments(text).split("\n", -1);
        for (String line : lines) {
            line(line);
            number++;
        }
    }

    private String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll((MatchResult comment) -> {
            boolean alone = (comment.start() == 0 || text.charAt(comment.start() - 1) == '\n')
                    && (comment.end() == text.length() || text.charAt(comment.end()) == '\n');
            // Keeps the lines apart and in number; what is left of the comment is no line of its own.
            String left = alone ? "" : "<#-- a comment that is not alone on its lines -->";
            return Matcher.quoteReplacement(left
                    + "\n".repeat((int)
                            comment.group().chars().filter(c -> c == '\n').count()));
        });
    }

    private void line(String line) {
        require(line.indexOf('\t') < 0, "a tab");
        require(line.indexOf('\r') < 0, "a carriage return");
        require(!line.endsWith(" "), "white space at the end of a line");
        require(!isPart() || !line.startsWith(TYPE), "a type, which `lib/head.ftl` writes");
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
            require(false, "a directive that is not alone on its line, from the first column on");
            return;
        }
        if (tag.group(1).equals("#")) {
            String name = tag.group(2);
            boolean known = DIRECTIVES.contains(name) || inLibrary() && LIBRARY_DIRECTIVES.contains(name);
            require(known, "the directive <#" + name + ">");
        }
        expression(tag.group(3).replaceFirst("/$", ""));
    }

    private void expression(String expression) {
        String bare = STRING.matcher(expression).replaceAll("_");
        BUILT_IN.matcher(bare).results().map(builtIn -> builtIn.group(1)).forEach(name -> {
            boolean known = inLibrary() ? !NEVER.contains(name) : BUILT_INS.contains(name);
            require(known, "the built-in ?" + name);
        });
        require(!DEFAULT.matcher(bare).find(), "a default, which belongs to the record");
        require(inLibrary() || !ARITHMETIC.matcher(bare).find(), "arithmetic, which belongs to the record");
        require(!isPart() || !bare.matches(".*\\bstack\\b.*"), "the whole stack, where a resource gets what it needs");
    }

    private void position(Interpolation interpolation, boolean inComment) {
        if (interpolation.nested()) {
            return;
        }
        require(
                !interpolation.expression().endsWith("?c"),
                "?c outside a string, which would print a number in quotes");
        boolean complete = VALUE_BEFORE.matcher(interpolation.before()).matches()
                && (inComment || VALUE_AFTER.matcher(interpolation.after()).matches());
        require(complete, "an interpolation that is only a part of a scalar");
    }

    private boolean isPart() {
        return path.startsWith("resource/");
    }

    private boolean inLibrary() {
        return path.startsWith("lib/");
    }

    private void require(boolean truth, String otherwise) {
        if (!truth) {
            violations.add(path + ":" + number + ": " + otherwise);
        }
    }
}
