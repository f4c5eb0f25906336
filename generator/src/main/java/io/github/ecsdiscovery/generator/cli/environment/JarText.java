package io.github.ecsdiscovery.generator.cli.environment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads text files from the jar. */
public final class JarText {
    private static final String FOLDER = "/io/github/ecsdiscovery/generator/cli/";

    private JarText() {}

    /** Returns the text of a file in the folder of the command line's resources. */
    public static String text(String name) {
        try (InputStream in = JarText.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
