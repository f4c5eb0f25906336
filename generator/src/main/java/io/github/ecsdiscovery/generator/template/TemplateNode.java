package io.github.ecsdiscovery.generator.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in a template. A value that the template does not have is {@link Missing}, never null. */
public sealed interface TemplateNode {
    /** Returns the line of the value, or of its key if it has one, counted from 1. */
    int line();

    /** A string, number or boolean, as text. */
    record Scalar(String text, int line) implements TemplateNode {}

    /** A list. */
    record Sequence(List<TemplateNode> items, int line) implements TemplateNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A map, in the order of the template. */
    record Mapping(Map<String, TemplateNode> entries, int line) implements TemplateNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /**
     * A call of an intrinsic function.
     *
     * @param function the long name of the function: {@code Fn::Sub}, {@code Ref}
     */
    record FunctionCall(String function, TemplateNode argument, int line) implements TemplateNode {}

    /**
     * The absence of a value.
     *
     * @param line the line of the closest parent that exists
     */
    record Missing(int line) implements TemplateNode {}

    /** Returns whether the template has this value. */
    default boolean isPresent() {
        return !(this instanceof Missing);
    }

    /** Returns the value below the given keys, each nested in the one before it, or {@link Missing}. */
    default TemplateNode at(String... keys) {
        TemplateNode node = this;
        for (String key : keys) {
            TemplateNode child = node.entries().get(key);
            node = child == null ? new Missing(node.line()) : child;
        }
        return node;
    }

    /**
     * Returns the items of a list, and no items if the value is missing. Any other value counts as a list of one item,
     * because CloudFormation and IAM accept a single value in place of many lists.
     */
    default List<TemplateNode> items() {
        return isPresent() ? List.of(this) : List.of();
    }

    /** Returns the entries of a map, and no entries for any other value. */
    default Map<String, TemplateNode> entries() {
        return Map.of();
    }
}
