package io.github.ecsdiscovery.generator.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * The path from the root of a config to one of its values.
 *
 * @param steps keys, and 0-based positions in lists; empty for the whole config
 */
public record Path(List<String> steps) {
    public static final Path TOP = new Path(List.of());

    public Path {
        steps = List.copyOf(steps);
    }

    public static Path of(String... steps) {
        return new Path(List.of(steps));
    }

    public Path with(String... more) {
        List<String> all = new ArrayList<>(steps);
        all.addAll(List.of(more));
        return new Path(all);
    }

    public Path with(int position) {
        return with(Integer.toString(position));
    }

    /** Returns the path without its last step. The parent of the root is the root. */
    public Path parent() {
        return steps.isEmpty() ? this : new Path(steps.subList(0, steps.size() - 1));
    }

    /** Returns the path without its first steps. */
    public Path from(int start) {
        return new Path(steps.subList(Math.min(start, steps.size()), steps.size()));
    }

    /** Returns the path of the same key in {@code defaults}, for a key of a service. Returns any other path unchanged. */
    public Path inDefaults() {
        return steps.size() > 2 && steps.get(0).equals("services")
                ? of("defaults").with(from(2).steps.toArray(String[]::new))
                : this;
    }

    public boolean startsWith(Path prefix) {
        return steps.size() >= prefix.steps.size()
                && steps.subList(0, prefix.steps.size()).equals(prefix.steps);
    }

    /**
     * Returns the path as a phrase for messages: {@code `cpu` of `orders`} for a key of a service, {@code `network.cidr`} for
     * any other key. The phrase for a key of an environment does not mention the environment.
     */
    public String spoken() {
        List<String> printed = steps;
        if (printed.size() > 2 && printed.get(0).equals("environments")) {
            printed = printed.subList(2, printed.size());
        }
        if (printed.size() > 2 && printed.get(0).equals("services")) {
            return "`" + keys(printed.subList(2, printed.size())) + "` of `" + printed.get(1) + "`";
        }
        return printed.isEmpty() ? "the config" : "`" + keys(printed) + "`";
    }

    private static String keys(List<String> steps) {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            boolean isPosition =
                    !text.isEmpty() && !step.isEmpty() && step.chars().allMatch(Character::isDigit);
            if (isPosition) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    /** Returns the steps with dots: {@code services.orders.calls.0}. */
    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
