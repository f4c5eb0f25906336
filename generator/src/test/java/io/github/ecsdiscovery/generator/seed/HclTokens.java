package io.github.ecsdiscovery.generator.seed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a Terraform file into words, strings, numbers and punctuation. */
final class HclTokens {
    private static final Pattern TOKEN =
            Pattern.compile("(?:\\s|#[^\\n]*)*(\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][\\w-]*|\\d+|[^\\s#])?");

    private final Matcher tokens;
    private String next = "";

    HclTokens(String text) {
        tokens = TOKEN.matcher(text);
        advance();
    }

    /** Returns the token that {@link #take()} returns next, or an empty text at the end. */
    String peek() {
        return next;
    }

    boolean atEnd() {
        return next.isEmpty();
    }

    String take() {
        var token = next;
        advance();
        return token;
    }

    /** Consumes the next token if it equals the expected one. */
    boolean takeIf(String expected) {
        var matches = next.equals(expected);
        if (matches) {
            advance();
        }
        return matches;
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
