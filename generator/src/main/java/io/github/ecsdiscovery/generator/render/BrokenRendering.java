package io.github.ecsdiscovery.generator.render;

import org.jspecify.annotations.Nullable;

/** An error in a template or in its data. It is a bug in this program, never an error of the user. */
public final class BrokenRendering extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenRendering(String message) {
        super(message);
    }

    BrokenRendering(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
