package io.github.ecsdiscovery.generator.stack;

import java.util.List;

/**
 * What a whole template is there for, in the shape of AWS's Context metadata.
 *
 * @param arch what it consists of, and how that works together
 * @param must sentences; what breaks one of them breaks the system
 */
public record StackContext(String arch, List<String> must) {
    public StackContext {
        must = List.copyOf(must);
    }
}
