package io.github.ecsdiscovery.generator.output;

import org.jspecify.annotations.Nullable;

/** An output in memory, for tests. */
public final class MemoryOutput implements Output {
    private @Nullable String content;

    @Override
    public boolean holds(String text) {
        return text.equals(content);
    }

    @Override
    public boolean write(String text) {
        boolean changed = !holds(text);
        content = text;
        return changed;
    }

    /** Returns the text that was written last, or null. */
    public @Nullable String content() {
        return content;
    }
}
