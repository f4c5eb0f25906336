package io.github.ecsdiscovery.generator.stack.metadata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a resource is there for, in the shape of AWS's Context metadata.
 *
 * @param why it is there
 * @param must sentences; what breaks one of them breaks the system
 * @param mutability how safe it is to change a property, of those that differ from the rest
 * @param deps services and stacks that have to be there for it
 */
public record ContextMetadata(String why, List<String> must, Map<String, Mutability> mutability, List<String> deps) {
    public ContextMetadata {
        must = List.copyOf(must);
        mutability = Collections.unmodifiableMap(new LinkedHashMap<>(mutability));
        deps = List.copyOf(deps);
    }

    /** The same of a resource that depends on others. */
    ContextMetadata with(List<String> others) {
        return new ContextMetadata(why, must, mutability, others);
    }

    /** How safe it is to change a property, in AWS's words. */
    public enum Mutability {
        MUST_NEVER_CHANGE("must-never-change"),
        CHANGE_WITH_CONSTRAINTS("change-with-constraints"),
        ;

        private final String word;

        Mutability(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}
