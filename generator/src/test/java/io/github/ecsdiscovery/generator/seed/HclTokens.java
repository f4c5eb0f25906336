package io.github.ecsdiscovery.generator.seed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, strings, numbers and signs of a Terraform file, one after the other. */
final class HclTokens {
    private static final Pattern TOKEN =
            Pattern.compile("(?:\\s|#[^\\n]*)*(\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][\\w-]*|\\d+|[^\\s#])?");

    private final Matcher tokens;
    private String next = "";

    HclTokens(String text) {
        tokens = TOKEN.matcher(text);
        advance();
    }

    /** The token that {@link #take()} gives next, or empty text at the end. */
    String peek() {
        return next;
    }

    boolean atEnd() {
        return next.isEmpty();
    }

    String take() {
        var taken = next;
        advance();
        return taken;
    }

    /** Takes the next token if it is this one. */
    boolean takeIf(String expected) {
        var same = next.equals(expected);
        if (same) {
            advance();
        }
        return same;
    }

    void expect(String expected) {
        if (!takeIf(expected)) {
            throw new IllegalArgumentException(
                    "expected " + expected + " but found " + next + " at offset " + tokens.start(1));
        }
    }

    private void advance() {
        next = tokens.find() && tokens.group(1) != null ? tokens.group(1) : "";
    }
}
