package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.AnyOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.diagnostic.JsonText;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Phrases for messages about the structure of a config: the written value and the expected one. */
final class MessageText {
    /** Texts that every YAML parser reads as one plain item of a list in brackets. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-][A-Za-z0-9_./:=@+-]*(?<!:)");

    private static final Pattern MISSING_SPACE = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,50}:)\\S+");

    private MessageText() {}

    /** Returns the written value as the subject and verb of a sentence: {@code `cpu` of `orders` is `1 vCPU`}. */
    static String value(Node node, Path path) {
        boolean isShown = node instanceof Node.Scalar scalar && !scalar.text().isEmpty();
        String value = isShown ? "`" + ((Node.Scalar) node).shown() + "`" : node.kind();
        return isItem(path) ? path.parent().spoken() + " contains " + value : path.spoken() + " is " + value;
    }

    /** Returns the allowed values as a phrase that follows the word {@code expected}. */
    static String expected(KeySchema schema) {
        if (schema instanceof AnyOf choice) {
            return choice.alternatives().stream()
                    .map(alternative -> expected(alternative.schema()))
                    .distinct()
                    .collect(Collectors.joining(" or "));
        }
        if (schema instanceof KeySchema.Text text) {
            return text.format().expected();
        }
        if (schema instanceof KeySchema.EnumValue enumValue) {
            return "one of " + quoted(enumValue.values());
        }
        if (schema instanceof KeySchema.Number number) {
            return expected(number);
        }
        if (schema instanceof KeySchema.Bool) {
            return "`true` or `false`";
        }
        return schema instanceof ListOf ? "a list" : "a map";
    }

    private static String expected(KeySchema.Number schema) {
        if (schema.oneOf().size() == 1) {
            return "`" + schema.oneOf().get(0) + "`";
        }
        if (!schema.oneOf().isEmpty()) {
            return "one of " + schema.oneOf().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return schema.max() == Integer.MAX_VALUE
                ? "a number of at least " + schema.min()
                : "a number from " + schema.min() + " to " + schema.max();
    }

    /** Returns a text as an item of a list in brackets. */
    static String item(String text) {
        return isPlain(text) ? text : JsonText.quoted(text);
    }

    /** Returns whether a text needs no quotes in a list or map in brackets. */
    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    static String quoted(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /** Returns a hint if a name contains a colon, which YAML reads as part of the name without a space after it. */
    static Optional<String> missingSpace(String name) {
        Matcher matcher = MISSING_SPACE.matcher(name);
        return matcher.matches() ? Optional.of("write a space after `" + matcher.group(1) + "`") : Optional.empty();
    }

    /** Returns the hint to write a text. */
    static String write(String text) {
        return "write `" + text + "`";
    }

    /** Returns the map at a path by its last key only, so that the message is the same in every layer. */
    static String owner(Path path) {
        if (path.steps().isEmpty()) {
            return "the config";
        }
        return isItem(path) ? "an entry of `" + last(path.parent()) + "`" : "`" + last(path) + "`";
    }

    private static boolean isItem(Path path) {
        return !path.steps().isEmpty() && last(path).matches("[0-9]+");
    }

    /** Returns the last step of a path; empty for the whole config. */
    static String last(Path path) {
        List<String> steps = path.steps();
        return steps.isEmpty() ? "" : steps.get(steps.size() - 1);
    }
}
