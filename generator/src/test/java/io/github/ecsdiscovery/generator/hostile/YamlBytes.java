package io.github.ecsdiscovery.generator.hostile;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes a tree as YAML by the plainest of means: flow style, every text in quotes of one kind or the other. */
final class YamlBytes {
    private final Random random;

    YamlBytes(Random random) {
        this.random = random;
    }

    String of(Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> scalar(entry.getKey().toString()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof List<?> list) {
            return list.stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return node instanceof String text ? scalar(text) : node.toString();
    }

    private String scalar(String text) {
        boolean onOneLine = text.codePoints().allMatch(YamlBytes::isPlainCharacter);
        return onOneLine && random.nextBoolean() ? "'" + text.replace("'", "''") + "'" : doubleQuoted(text);
    }

    private String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPlainCharacter(c) && random.nextInt(4) > 0) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format(c > 0xFFFF ? "\\U%08X" : c > 0xFF ? "\\u%04X" : "\\x%02X", c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPlainCharacter(int c) {
        boolean printable = c >= 0x20 && c != 0x7F && (c > 0x9F || c < 0x7F);
        return printable && c != 0xFEFF && c != 0x2028 && c != 0x2029 && (c & 0xFFFE) != 0xFFFE;
    }
}
