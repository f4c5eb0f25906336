package io.github.ecsdiscovery.generator.seed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path in a template, such as {@code Resources.Vpc.Properties.CidrBlock}. Elements of lists are selected by index
 * ({@code Policies[0]}) or by a property ({@code Tags[Key=Name]}).
 */
record TemplatePath(String text) {
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d+)]|\\[(\\w+)=([^\\]]+)]");

    /** Returns the value at this path, or nothing if the path does not exist. */
    Optional<Object> in(Map<String, Object> template) {
        @Nullable Object value = template;
        var steps = STEP.matcher(text);
        var end = 0;
        while (steps.find() && steps.start() == end) {
            end = steps.end();
            value = steps.group(1) != null
                    ? key(value, steps.group(1))
                    : steps.group(2) != null
                            ? element(value, Integer.parseInt(steps.group(2)))
                            : element(value, steps.group(3), steps.group(4));
            if (value == null) {
                return Optional.empty();
            }
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("not a path: " + text);
        }
        return Optional.of(value);
    }

    private static @Nullable Object key(@Nullable Object map, String key) {
        return map instanceof Map<?, ?> entries ? entries.get(key) : null;
    }

    private static @Nullable Object element(@Nullable Object list, int index) {
        return list instanceof List<?> elements && index < elements.size() ? elements.get(index) : null;
    }

    private static @Nullable Object element(@Nullable Object list, String key, String value) {
        return list instanceof List<?> elements
                ? elements.stream()
                        .filter(candidate -> Objects.equals(key(candidate, key), value))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
