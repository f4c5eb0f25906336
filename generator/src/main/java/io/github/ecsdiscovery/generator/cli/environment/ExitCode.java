package io.github.ecsdiscovery.generator.cli.environment;

/** The exit codes of a run. */
public enum ExitCode {
    DONE(0, "success, possibly with warnings"),
    CONFIG_HAS_ERRORS(1, "the config has errors, or warnings with `--strict`; nothing was written"),
    USAGE(
            2,
            "the command line is invalid: CONFIG is missing, a command, option, environment or service is unknown, or"
                    + " `--set` has no `=`"),
    FILE(3, "a file could not be read or written"),
    DIFFERENCE(4, "`--check` found a difference"),
    BUG(70, "a bug in ecs-discovery; the stack trace is on standard error");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** Returns the meaning as a phrase for the help and the reference. */
    public String meaning() {
        return meaning;
    }
}
