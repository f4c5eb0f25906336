package io.github.ecsdiscovery.generator.stack;

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
 */
public record Context(String why, List<String> must, Map<String, Mutability> mutability) {
    public Context {
        must = List.copyOf(must);
        mutability = Collections.unmodifiableMap(new LinkedHashMap<>(mutability));
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
