package io.github.ecsdiscovery.generator.cli.environment;

/** How a word is written on the command line of a POSIX shell. */
public final class Shell {
    private Shell() {}

    /** The word as it is where no shell gives it a meaning, else in single quotes. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
