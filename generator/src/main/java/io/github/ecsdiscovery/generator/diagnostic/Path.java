package io.github.ecsdiscovery.generator.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from the top of a config to one of its values: keys, and positions from 0 within lists.
 *
 * @param steps empty for the whole config
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

    /** The path without its last step; the top for the top. */
    public Path parent() {
        return steps.isEmpty() ? this : new Path(steps.subList(0, steps.size() - 1));
    }

    /** The path without its first steps. */
    public Path from(int start) {
        return new Path(steps.subList(Math.min(start, steps.size()), steps.size()));
    }

    /** The path of what {@code defaults} say, for a path of a service's key; any other as it is. */
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
     * The path in a sentence, with the service's name behind the key: {@code `cpu` of `orders`}; elsewhere
     * {@code `network.cidr`}. What is below an environment is said as if it stood in the config.
     */
    public String spoken() {
        List<String> said = steps;
        if (said.size() > 2 && said.get(0).equals("environments")) {
            said = said.subList(2, said.size());
        }
        if (said.size() > 2 && said.get(0).equals("services")) {
            return "`" + keys(said.subList(2, said.size())) + "` of `" + said.get(1) + "`";
        }
        return said.isEmpty() ? "the config" : "`" + keys(said) + "`";
    }

    private static String keys(List<String> steps) {
        StringBuilder text = new StringBuilder();
        for (String step : steps) {
            boolean position =
                    !text.isEmpty() && !step.isEmpty() && step.chars().allMatch(Character::isDigit);
            if (position) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    /** {@code services.orders.calls.0}. */
    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
