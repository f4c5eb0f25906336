package io.github.ecsdiscovery.generator.cli.environment;

import java.io.IOException;

/** Reports that a file cannot be read or written. The message is one line for the user. */
public final class FileFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileFault(String message) {
        super(message);
    }

    public FileFault(String message, IOException cause) {
        super(message, cause);
    }
}
