package io.github.ecsdiscovery.generator.stack;

import java.util.List;

/**
 * A logical id and what has it; two of the same id are an error that names both.
 *
 * @param owner in words: {@code the call from `orders` to `payments`}
 * @param path the keys in the config that it comes from
 */
public record NamedId(String id, String owner, List<String> path) {
    public NamedId {
        path = List.copyOf(path);
    }
}
