package io.github.ecsdiscovery.generator.stack.metadata;

import java.util.List;

/**
 * The purpose of a template, in the format of AWS's Context metadata.
 *
 * @param arch the architecture: the parts of the stack and how they work together
 * @param must sentences; a change that violates one of them breaks the system
 */
public record StackContextMetadata(String arch, List<String> must) {
    public StackContextMetadata {
        must = List.copyOf(must);
    }
}
