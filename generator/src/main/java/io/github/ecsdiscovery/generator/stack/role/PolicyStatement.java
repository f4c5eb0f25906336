package io.github.ecsdiscovery.generator.stack.role;

import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement of an IAM policy, with the names and values of its JSON format. */
public record PolicyStatement(@Nullable String sid, String effect, List<Element> elements, List<Condition> conditions) {
    public PolicyStatement {
        elements = List.copyOf(elements);
        conditions = List.copyOf(conditions);
    }

    /** {@code Action}, {@code NotAction}, {@code Resource} or {@code NotResource}. */
    public record Element(String key, List<Value> values) {
        public Element {
            values = List.copyOf(values);
        }

        /** Returns whether the template prints each value on a line of its own. */
        public boolean isLong() {
            return values.size() > 1 && values.stream().anyMatch(value -> !(value instanceof Value.Literal));
        }
    }

    /** A condition operator such as {@code StringEquals} and its keys with values. */
    public record Condition(String operator, List<Element> tests) {
        public Condition {
            tests = List.copyOf(tests);
        }
    }
}
