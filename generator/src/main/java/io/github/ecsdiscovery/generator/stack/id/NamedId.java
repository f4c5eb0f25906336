package io.github.ecsdiscovery.generator.stack.id;

import java.util.List;

/**
 * A logical id and its owner. Two owners with the same id are an error, and its message names both.
 *
 * @param kind the kind of resource or parameter
 * @param names values for the placeholders of the kind's pattern, in their order
 * @param owner the owner as a noun phrase: {@code the call from `orders` to `payments`}
 * @param path the keys in the config that the id comes from
 */
public record NamedId(String id, LogicalId kind, List<String> names, String owner, List<String> path) {
    public NamedId {
        names = List.copyOf(names);
        path = List.copyOf(path);
    }

    /** Returns a text in which each placeholder of the kind's pattern is replaced by its name. */
    public String filled(String text) {
        return kind.filled(text, names);
    }
}
