package io.github.ecsdiscovery.generator.stack.metadata;

import java.util.List;

/**
 * What a whole template is there for, in the shape of AWS's Context metadata.
 *
 * @param arch what it consists of, and how that works together
 * @param must sentences; what breaks one of them breaks the system
 */
public record StackContextMetadata(String arch, List<String> must) {
    public StackContextMetadata {
        must = List.copyOf(must);
    }
}
