package io.github.ecsdiscovery.generator.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a template, with the line that its key or it itself stands in; what is not there is {@link None}. */
public sealed interface TemplateNode {
    int line();

    /** A text, number or boolean. */
    record Text(String text, int line) implements TemplateNode {}

    /** A list. */
    record Items(List<TemplateNode> all, int line) implements TemplateNode {
        public Items {
            all = List.copyOf(all);
        }
    }

    /** A map, in the order in which it is written. */
    record Fields(Map<String, TemplateNode> entries, int line) implements TemplateNode {
        public Fields {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /**
     * One of CloudFormation's functions.
     *
     * @param function by its long name: {@code Fn::Sub}, {@code Ref}
     */
    record Call(String function, TemplateNode argument, int line) implements TemplateNode {}

    /**
     * Nothing.
     *
     * @param line where it is missing
     */
    record None(int line) implements TemplateNode {}

    default boolean isThere() {
        return !(this instanceof None);
    }

    /** What stands below these keys, one within another. */
    default TemplateNode at(String... keys) {
        TemplateNode tree = this;
        for (String key : keys) {
            TemplateNode next = tree instanceof Fields fields ? fields.entries().get(key) : null;
            tree = next == null ? new None(tree.line()) : next;
        }
        return tree;
    }

    /** The items of a list; a single value is a list of one, as CloudFormation and IAM often take it. */
    default List<TemplateNode> items() {
        if (this instanceof Items items) {
            return items.all();
        }
        return isThere() ? List.of(this) : List.of();
    }

    /** The entries of a map, none of anything else. */
    default Map<String, TemplateNode> fields() {
        return this instanceof Fields fields ? fields.entries() : Map.of();
    }
}
