package io.github.ecsdiscovery.generator.config.check;

import io.github.ecsdiscovery.generator.config.schema.KeySchema;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.AnyOf;
import io.github.ecsdiscovery.generator.config.schema.KeySchema.ListOf;
import io.github.ecsdiscovery.generator.config.yaml.Node;
import io.github.ecsdiscovery.generator.diagnostic.JsonText;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.schema.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Hints for a single text at a key that expects a list. */
final class ListHints {
    private static final String SHELL_CHARACTERS = "&|;<>()$`*?\\~";
    private static final String EXPANDED_IN_QUOTES = "$`\\";

    private ListHints() {}

    /** Returns what to write instead of the text, if that is clear and short enough to be shown. */
    static Optional<String> hint(ListOf schema, Node.Scalar written, Path path) {
        String text = written.text().strip();
        if (text.isEmpty() || !text.equals(Node.shown(text))) {
            return Optional.empty();
        }
        if (schema.item() instanceof KeySchema.Text item && item.format() == Format.TEXT) {
            return Optional.of(
                    words(text).map(words -> MessageText.write(list(words))).orElseGet(() -> shell(text, path)));
        }
        if (schema.item() instanceof KeySchema.RecordOf item) {
            return ShapeHints.asMap(item, written)
                    .filter(map -> !map.contains("`"))
                    .map(map -> MessageText.write("[" + map + "]"));
        }
        List<String> items = List.of(text.split("\\s*,\\s*|\\s+"));
        return items.stream().allMatch(item -> matches(schema.item(), item))
                ? Optional.of(MessageText.write(list(items)))
                : format(schema.item())
                        .flatMap(format -> FormatHints.hint(format, text))
                        .map(hint -> hint.replaceFirst("^write `([^`]*)`", "write `[$1]`"));
    }

    private static boolean matches(KeySchema schema, String item) {
        if (schema instanceof KeySchema.EnumValue enumValue) {
            return enumValue.values().contains(item);
        }
        return format(schema).map(format -> format.matches(item)).orElse(false);
    }

    private static Optional<Format> format(KeySchema schema) {
        if (schema instanceof KeySchema.Text text) {
            return Optional.of(text.format());
        }
        return schema instanceof AnyOf choice
                ? choice.alternatives().stream()
                        .flatMap(alternative -> format(alternative.schema()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Splits a command into words, as Compose and the shell do; empty if only a shell can run it. */
    private static Optional<List<String>> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean isWord = false;
        char quote = 0;
        for (char c : (text + " ").toCharArray()) {
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                isWord = true;
            } else if ((quote == 0 ? SHELL_CHARACTERS : quote == '"' ? EXPANDED_IN_QUOTES : "").indexOf(c) >= 0) {
                return Optional.empty();
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (isWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                isWord = false;
            } else {
                word.append(c);
                isWord = true;
            }
        }
        return quote == 0 && !isWord ? Optional.of(words) : Optional.empty();
    }

    /** Returns how to run a text in a shell without losing the entry point of the image unnoticed. */
    private static String shell(String text, Path path) {
        return MessageText.last(path).equals("entrypoint")
                ? MessageText.write("[sh, -c, " + JsonText.quoted(text) + "]")
                : MessageText.write("[" + JsonText.quoted(text) + "]")
                        + " and set `entrypoint: [sh, -c]` to run it in a shell";
    }

    private static String list(List<String> items) {
        return items.stream().map(MessageText::item).collect(Collectors.joining(", ", "[", "]"));
    }
}
