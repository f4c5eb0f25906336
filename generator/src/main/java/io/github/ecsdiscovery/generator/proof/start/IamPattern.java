package io.github.ecsdiscovery.generator.proof.start;

import java.util.Locale;
import java.util.regex.Pattern;

/** IAM's patterns, in which {@code *} and {@code ?} stand for others. */
final class IamPattern {
    private IamPattern() {}

    /** Whether a pattern means an action, of which case does not matter. */
    static boolean isAction(String pattern, String action) {
        return matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    /** Whether a pattern means an ARN; what only a stack knows is the same on both sides or not. */
    static boolean isArn(String pattern, String arn) {
        return matches(pattern, arn);
    }

    private static boolean matches(String pattern, String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return text.matches(regex.toString());
    }
}
