package io.github.ecsdiscovery.generator.cli.environment;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file could not be read or written; the message is one line for the user. */
public final class FileFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileFault(String message, @Nullable IOException cause) {
        super(message, cause);
    }
}
