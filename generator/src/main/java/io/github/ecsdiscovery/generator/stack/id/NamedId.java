package io.github.ecsdiscovery.generator.stack.id;

import java.util.List;

/**
 * A logical id and what has it; two of the same id are an error that names both.
 *
 * @param kind what it was made by
 * @param names what it was made from, in the order of the kind's holes
 * @param owner in words: {@code the call from `orders` to `payments`}
 * @param path the keys in the config that it comes from
 */
public record NamedId(String id, LogicalId kind, List<String> names, String owner, List<String> path) {
    public NamedId {
        names = List.copyOf(names);
        path = List.copyOf(path);
    }
}
