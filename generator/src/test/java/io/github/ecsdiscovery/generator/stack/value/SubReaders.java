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

/** Two ways in which readers of templates evaluate a value. What they agree on is safe to write. */
final class SubReaders {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:]+");
    private static final Pattern ESCAPE = Pattern.compile("\\$\\{!([^}]*)}");

    private SubReaders() {}

    /** Refuses each <code>${</code> that the documentation of Fn::Sub does not explain. */
    static String strict(Value value, Map<String, String> refs) {
        return evaluate(value, refs, text -> {
            var matcher = VARIABLE.matcher(text);
            int explained = 0;
            var result = new StringBuilder();
            while (matcher.find()) {
                explained++;
                String name = matcher.group(1);
                boolean literal = name.startsWith("!");
                String bare = literal ? name.substring(1) : name;
                if (!NAME.matcher(bare).matches()) {
                    throw new AssertionError("Fn::Sub of " + text);
                }
                String put = literal ? "${" + bare + "}" : Objects.requireNonNull(refs.get(bare), bare);
                matcher.appendReplacement(result, Matcher.quoteReplacement(put));
            }
            if (explained != text.split("\\$\\{", -1).length - 1) {
                throw new AssertionError("Fn::Sub of " + text);
            }
            return matcher.appendTail(result).toString();
        });
    }

    /** Replaces what it finds first, one name after another, then takes the exclamation marks away. */
    static String lenient(Value value, Map<String, String> refs) {
        return evaluate(value, refs, text -> {
            // Marks stand for the values, as moto and others scan for names once, before they replace anything.
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
