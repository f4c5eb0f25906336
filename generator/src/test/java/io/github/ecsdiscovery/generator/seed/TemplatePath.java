package io.github.ecsdiscovery.generator.seed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a template: {@code Resources.Vpc.Properties.CidrBlock}, with a place in a list by number ({@code Policies[0]}) or by
 * what the element says ({@code Tags[Key=Name]}).
 */
record TemplatePath(String text) {
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[(\\d+)]|\\[(\\w+)=([^\\]]+)]");

    /** What stands at this place, if the template has it. */
    Optional<Object> in(Map<String, Object> template) {
        @Nullable Object here = template;
        var steps = STEP.matcher(text);
        var end = 0;
        while (steps.find() && steps.start() == end) {
            end = steps.end();
            here = steps.group(1) != null
                    ? key(here, steps.group(1))
                    : steps.group(2) != null
                            ? element(here, Integer.parseInt(steps.group(2)))
                            : element(here, steps.group(3), steps.group(4));
            if (here == null) {
                return Optional.empty();
            }
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("not a path: " + text);
        }
        return Optional.of(here);
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
                        .filter(one -> Objects.equals(key(one, key), value))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
