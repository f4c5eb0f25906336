package io.github.ecsdiscovery.generator.config.jsonschema;

import io.github.ecsdiscovery.generator.diagnostic.JsonText;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Prints maps, lists and scalars as JSON, indented by two spaces, with short lists on one line. */
final class JsonTree {
    private static final int SHORT = 100;

    private final StringBuilder json = new StringBuilder();

    String print(Object tree) {
        value(tree, 0);
        return json.append('\n').toString();
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            block('{', '}', map.entrySet(), map.size() == 1 && isShort(map), depth);
        } else if (value instanceof List<?> list) {
            block('[', ']', list, isShort(list), depth);
        } else {
            json.append(scalar(value));
        }
    }

    private void block(char open, char close, Collection<?> items, boolean oneLine, int depth) {
        json.append(open);
        String separator = oneLine ? "" : "\n" + "  ".repeat(depth + 1);
        String before = "";
        for (Object item : items) {
            json.append(before).append(separator);
            if (item instanceof Map.Entry<?, ?> entry) {
                json.append(scalar(entry.getKey())).append(": ");
                value(entry.getValue(), depth + 1);
            } else {
                value(item, depth + 1);
            }
            before = oneLine ? ", " : ",";
        }
        json.append(oneLine || items.isEmpty() ? "" : "\n" + "  ".repeat(depth)).append(close);
    }

    private static boolean isShort(Object value) {
        return value.toString().length() < SHORT;
    }

    private static String scalar(Object value) {
        return value instanceof String text ? JsonText.quoted(text) : value.toString();
    }
}
