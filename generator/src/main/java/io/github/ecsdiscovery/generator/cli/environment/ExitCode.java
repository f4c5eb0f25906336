package io.github.ecsdiscovery.generator.cli.environment;

/** What a run ends with. */
public enum ExitCode {
    DONE(0, "done; the config may have drawn warnings"),
    CONFIG_HAS_ERRORS(1, "the config has errors, or warnings with `--strict`; nothing was written"),
    USAGE(2, "the command line is wrong: no CONFIG, an unknown option, environment or service, a `--set` without `=`"),
    FILE(3, "a file could not be read or written"),
    DIFFERENCE(4, "`--check` found a difference"),
    BUG(70, "a bug of this program; the message says so, with the trace");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** A phrase for the help and the reference. */
    public String meaning() {
        return meaning;
    }
}
