package io.github.ecsdiscovery.generator.cli.environment;

/** Quotes words for the command line of a POSIX shell. */
public final class Shell {
    private Shell() {}

    /** Returns the word, in single quotes if it has characters that are special to a shell. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
