package io.github.ecsdiscovery.generator.proof.start;

import java.util.Locale;
import java.util.regex.Pattern;

/** Matches the wildcards {@code *} and {@code ?} of IAM policies. */
final class IamPattern {
    private IamPattern() {}

    /** Returns whether a pattern matches an action. IAM ignores the case of actions. */
    static boolean matchesAction(String pattern, String action) {
        return matches(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a pattern matches an ARN. Placeholders such as <code>${AWS::Region}</code> match only themselves. */
    static boolean matchesArn(String pattern, String arn) {
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
