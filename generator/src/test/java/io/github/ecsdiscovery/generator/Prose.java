package io.github.ecsdiscovery.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Extracts from a source file the text that people read. Everything else becomes spaces, so line numbers stay. */
final class Prose {
    private static final Pattern JAVA = Pattern.compile(
            "'(?:\\\\.[0-9a-fA-Fu]*|[^'\\\\\\n])'" // a character
                    + "|\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\""
                    + "|//[^\\n]*|/\\*(?s:.*?)\\*/");
    private static final Pattern PYTHON =
            Pattern.compile("\"\"\"(?s:.*?)\"\"\"|'(?:\\\\.|[^'\\\\\\n])*+'|\"(?:\\\\.|[^\"\\\\\\n])*+\"|#[^\\n]*");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern CODE = Pattern.compile("(`+)[^`](?s:.*?)\\1|<!--(?s:.*?)-->");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[\"')*_]*\\s+");

    /** What begins a line of a comment, and what begins a line of a list. */
    private static final Pattern MARGIN = Pattern.compile("(?m)^[ \\t]*(?:/\\*\\*?|\\*/?|//|#+)(?=\\s|$)");

    private static final Set<String> WHOLE = Set.of("sh", "ftl", "md");

    private Prose() {}

    /** Whether a file of this extension has text for people. */
    static boolean isIn(String extension) {
        return WHOLE.contains(extension) || extension.equals("java") || extension.equals("py");
    }

    /** Returns the text of a file for people, at the lines where the file has it. */
    static String of(String extension, String source) {
        return switch (extension) {
            case "java" -> only(JAVA, found -> !found.startsWith("'"), source);
            case "py" -> only(PYTHON, found -> found.startsWith("#") || found.startsWith("\"\"\""), source);
            case "md" -> blank(CODE, blank(FENCE, source));
            default -> MARGIN.matcher(source).replaceAll(Prose::spaces);
        };
    }

    /** Returns the sentences of a Markdown page, without code, tables and headings. An item of a list ends a sentence. */
    static List<String> sentences(String markdown) {
        String text = FENCE.matcher(markdown).replaceAll("\n");
        text = Pattern.compile("<!--(?s:.*?)-->").matcher(text).replaceAll("");
        text = Pattern.compile("(`+)[^`](?s:.*?)\\1").matcher(text).replaceAll("code");
        text = LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(link.group(1)));
        text = text.replaceAll("(?m)^ *(?:\\||#+ |---).*$", "\n").replaceAll("(?m)^ *(?:[-*] |\\d+\\. |> )", "\n\n");
        List<String> sentences = new ArrayList<>();
        for (String paragraph : text.split("\\n\\s*\\n", -1)) {
            Stream.of(SENTENCE_END.split(paragraph.strip()))
                    .filter(sentence -> !sentence.isBlank())
                    .forEach(sentences::add);
        }
        return sentences;
    }

    /** Returns the number of words in a sentence. */
    static long words(String sentence) {
        return Stream.of(sentence.split("\\s+"))
                .filter(word -> word.matches(".*[\\p{L}\\p{N}].*"))
                .count();
    }

    private static String only(Pattern tokens, Predicate<String> isText, String source) {
        StringBuilder prose = new StringBuilder();
        int end = 0;
        for (MatchResult token : tokens.matcher(source).results().toList()) {
            prose.append(spaces(source.substring(end, token.start())));
            prose.append(isText.test(token.group()) ? token.group() : spaces(token.group()));
            end = token.end();
        }
        prose.append(spaces(source.substring(end)));
        return MARGIN.matcher(prose).replaceAll(Prose::spaces);
    }

    private static String blank(Pattern code, String source) {
        return code.matcher(source).replaceAll(Prose::spaces);
    }

    private static String spaces(MatchResult found) {
        return spaces(found.group());
    }

    private static String spaces(String text) {
        return text.replaceAll("[^\\n]", " ");
    }
}
