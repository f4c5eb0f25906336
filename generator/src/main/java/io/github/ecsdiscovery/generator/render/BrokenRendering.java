package io.github.ecsdiscovery.generator.render;

import org.jspecify.annotations.Nullable;

/** A fault of a template or of what it was given: a bug in this program, never the user's mistake. */
public final class BrokenRendering extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenRendering(String message) {
        super(message);
    }

    BrokenRendering(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
