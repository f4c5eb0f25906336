package io.github.ecsdiscovery.generator.hostile;

import io.github.ecsdiscovery.generator.hostile.TextInsertion.InsertedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes a tree as YAML in flow style. Every text is in single or double quotes, and every inserted text has its own line.
 */
final class QuotedYaml {
    private final Random random;
    private final StringBuilder yaml = new StringBuilder();
    private final Map<Integer, InsertedText> textsByLine = new HashMap<>();
    private int line = 1;

    private QuotedYaml(Random random) {
        this.random = random;
    }

    /** The YAML and its inserted texts by line. */
    record Written(String yaml, Map<Integer, InsertedText> textsByLine) {}

    static Written of(Object node, Random random) {
        QuotedYaml bytes = new QuotedYaml(random);
        bytes.node(node);
        return new Written(bytes.yaml.toString(), bytes.textsByLine);
    }

    private void node(Object node) {
        if (node instanceof Map<?, ?> map) {
            yaml.append('{');
            map.forEach((key, value) -> {
                text(key);
                yaml.append(": ");
                node(value);
                yaml.append(", ");
            });
            yaml.append('}');
        } else if (node instanceof List<?> list) {
            yaml.append('[');
            list.forEach(item -> {
                node(item);
                yaml.append(", ");
            });
            yaml.append(']');
        } else {
            text(node);
        }
    }

    private void text(Object node) {
        if (node instanceof InsertedText inserted) {
            newLine();
            textsByLine.put(line, inserted);
            scalar(inserted.text());
        } else if (node instanceof String text) {
            if (textsByLine.containsKey(line)) {
                newLine();
            }
            scalar(text);
        } else {
            yaml.append(node);
        }
    }

    private void newLine() {
        yaml.append('\n');
        line++;
    }

    private void scalar(String text) {
        boolean isPlain = text.codePoints().allMatch(QuotedYaml::isPlainCharacter);
        if (isPlain && random.nextBoolean()) {
            yaml.append('\'').append(text.replace("'", "''")).append('\'');
        } else {
            doubleQuoted(text);
        }
    }

    private void doubleQuoted(String text) {
        yaml.append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                yaml.append('\\').appendCodePoint(c);
            } else if (isPlainCharacter(c) && random.nextInt(4) > 0) {
                yaml.appendCodePoint(c);
            } else {
                yaml.append(String.format(c > 0xFFFF ? "\\U%08X" : c > 0xFF ? "\\u%04X" : "\\x%02X", c));
            }
        });
        yaml.append('"');
    }

    private static boolean isPlainCharacter(int c) {
        boolean printable = c >= 0x20 && c != 0x7F && (c > 0x9F || c < 0x7F);
        return printable && c != 0xFEFF && c != 0x2028 && c != 0x2029 && (c & 0xFFFE) != 0xFFFE;
    }
}
