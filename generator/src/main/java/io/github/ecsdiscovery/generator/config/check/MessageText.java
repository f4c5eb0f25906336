package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.Choice;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.diagnostic.JsonText;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How messages about the structure of a config name what is there and what should be. */
final class MessageText {
    /** What may stand in a flow list without quotes, whoever reads it. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./-][A-Za-z0-9_./:=@+-]*(?<!:)");

    private MessageText() {}

    /** What is written, as the subject and verb of a sentence: {@code `cpu` of `orders` is `1 vCPU`}. */
    static String said(Node node, Path path) {
        boolean shown = node instanceof Node.Scalar scalar && !scalar.text().isEmpty();
        String value = shown ? "`" + ((Node.Scalar) node).shown() + "`" : node.kind();
        return isItem(path) ? value + " in " + path.parent().spoken() : path.spoken() + " is " + value;
    }

    /** What should stand there, behind the word {@code expected}. */
    static String expected(KeySchema shape) {
        if (shape instanceof Choice choice) {
            return choice.ways().stream()
                    .map(way -> expected(way.shape()))
                    .distinct()
                    .collect(Collectors.joining(" or "));
        }
        if (shape instanceof KeySchema.Text text) {
            return text.format().expected();
        }
        if (shape instanceof KeySchema.Word word) {
            return "one of " + quoted(word.words());
        }
        if (shape instanceof KeySchema.Number number) {
            return expected(number);
        }
        if (shape instanceof KeySchema.Flag) {
            return "`true` or `false`";
        }
        return shape instanceof ListOf ? "a list" : "a map";
    }

    private static String expected(KeySchema.Number shape) {
        if (shape.oneOf().size() == 1) {
            return "`" + shape.oneOf().get(0) + "`";
        }
        if (!shape.oneOf().isEmpty()) {
            return "one of " + shape.oneOf().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return shape.max() == Integer.MAX_VALUE
                ? "a number from " + shape.min() + " on"
                : "a number from " + shape.min() + " to " + shape.max();
    }

    /** The list that was meant by one text, if it is short enough to be shown. */
    static Optional<String> asList(ListOf shape, Node.Scalar written) {
        String text = written.text().strip();
        if (!text.equals(Node.shown(text))) {
            return Optional.empty();
        }
        boolean words = shape.item() instanceof KeySchema.Text item && item.format() == Format.TEXT;
        String separator = words ? "\\s+" : "\\s*,\\s*|\\s+";
        List<String> items = List.of(text.split(separator));
        if (!words
                && shape.item() instanceof KeySchema.Text item
                && !items.stream().allMatch(item.format()::matches)) {
            return Optional.empty();
        }
        String list = items.stream().map(MessageText::item).collect(Collectors.joining(", ", "[", "]"));
        boolean shell = words && !Pattern.matches("[^\"'`$&|;<>()*?\\\\]*", text);
        return Optional.of(shell ? "[sh, -c, " + JsonText.quoted(text) + "]" : list);
    }

    private static String item(String text) {
        return isPlain(text) ? text : JsonText.quoted(text);
    }

    /** Whether a text needs no quotes in a list or map in brackets. */
    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    static String quoted(Collection<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    /** The hint that a text was meant. */
    static String meant(String text) {
        return "did you mean `" + text + "`?";
    }

    /** Whose key is missing: the last key of the path, so that it reads the same wherever a layer is laid over. */
    static String owner(Path path) {
        if (path.steps().isEmpty()) {
            return "the config";
        }
        return isItem(path) ? "an entry of `" + last(path.parent()) + "`" : "`" + last(path) + "`";
    }

    /** The sentence as the end of another; words in capitals stay so. */
    static String lower(String sentence) {
        boolean word = sentence.length() > 1 && !Character.isUpperCase(sentence.charAt(1));
        return word ? sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1) : sentence;
    }

    private static boolean isItem(Path path) {
        return !path.steps().isEmpty() && last(path).matches("[0-9]+");
    }

    private static String last(Path path) {
        return path.steps().get(path.steps().size() - 1);
    }
}
