package io.github.ecsdiscovery.generator.output;

import org.jspecify.annotations.Nullable;

/** An output that is gone with the program, for tests. */
public final class MemoryOutput implements Output {
    private @Nullable String held;

    @Override
    public boolean holds(String text) {
        return text.equals(held);
    }

    @Override
    public boolean write(String text) {
        boolean changed = !holds(text);
        held = text;
        return changed;
    }

    /** What was written last, null if nothing was. */
    public @Nullable String held() {
        return held;
    }
}
