package io.github.ecsdiscovery.generator.stack.value;

import io.github.ecsdiscovery.generator.stack.value.Value.ImportValue;
import io.github.ecsdiscovery.generator.stack.value.Value.Join;
import io.github.ecsdiscovery.generator.stack.value.Value.Literal;
import io.github.ecsdiscovery.generator.stack.value.Value.Ref;
import io.github.ecsdiscovery.generator.stack.value.Value.Sub;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Two readers that evaluate a value as template readers do. A value is safe if both return the same text. */
final class SubReaders {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:]+");
    private static final Pattern ESCAPE = Pattern.compile("\\$\\{!([^}]*)}");

    private SubReaders() {}

    /** Fails for each <code>${</code> that the documentation of Fn::Sub does not cover. */
    static String strict(Value value, Map<String, String> refs) {
        return evaluate(value, refs, text -> {
            var matcher = VARIABLE.matcher(text);
            int documented = 0;
            var result = new StringBuilder();
            while (matcher.find()) {
                documented++;
                String name = matcher.group(1);
                boolean isEscape = name.startsWith("!");
                String variable = isEscape ? name.substring(1) : name;
                if (!NAME.matcher(variable).matches()) {
                    throw new AssertionError("Fn::Sub of " + text);
                }
                String replacement =
                        isEscape ? "${" + variable + "}" : Objects.requireNonNull(refs.get(variable), variable);
                matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
            }
            if (documented != text.split("\\$\\{", -1).length - 1) {
                throw new AssertionError("Fn::Sub of " + text);
            }
            return matcher.appendTail(result).toString();
        });
    }

    /** Replaces one name after another, then removes the exclamation marks of escapes. */
    static String lenient(Value value, Map<String, String> refs) {
        return evaluate(value, refs, text -> {
            // Markers replace the names first, because moto and others look for names only once, before they insert
            // values.
            String result = text;
            for (String name : refs.keySet()) {
                result = result.replace("${" + name + "}", "\u0001" + name + "\u0002");
            }
            result = ESCAPE.matcher(result).replaceAll("\\${$1}");
            for (var ref : refs.entrySet()) {
                result = result.replace("\u0001" + ref.getKey() + "\u0002", ref.getValue());
            }
            return result;
        });
    }

    private static String evaluate(Value value, Map<String, String> refs, UnaryOperator<String> sub) {
        if (value instanceof Literal literal) {
            return literal.text();
        }
        if (value instanceof Ref ref) {
            return Objects.requireNonNull(refs.get(ref.id()), ref.id());
        }
        if (value instanceof Sub text) {
            return sub.apply(text.text());
        }
        if (value instanceof Join join) {
            return join.parts().stream()
                    .map(part -> evaluate(part, refs, sub))
                    .collect(Collectors.joining(join.delimiter()));
        }
        throw new AssertionError(((ImportValue) value).name());
    }
}
