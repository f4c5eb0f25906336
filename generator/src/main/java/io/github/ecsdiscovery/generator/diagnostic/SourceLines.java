package io.github.ecsdiscovery.generator.diagnostic;

import org.jspecify.annotations.Nullable;

/** What the user wrote, by line. */
@FunctionalInterface
public interface SourceLines {
    /** The line of a place, without its end: of a config, or the whole argument of a {@code --set}; null if there is none. */
    @Nullable
    String at(SourceLocation place);
}
