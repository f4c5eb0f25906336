package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.environment.FileFault;
import io.github.ecsdiscovery.generator.cli.environment.Version;
import io.github.ecsdiscovery.generator.config.layer.UnknownEnvironment;
import java.io.PrintStream;

/** Prints why a run failed with an exception, and chooses its exit code: a file, the command line, or a bug. */
final class CrashHandler {
    private final PrintStream err;

    CrashHandler(PrintStream err) {
        this.err = err;
    }

    ExitCode handle(Throwable thrown) {
        if (thrown instanceof FileFault) {
            err.print("ecs-discovery: " + thrown.getMessage() + "\n");
            return ExitCode.FILE;
        }
        if (thrown instanceof UnknownEnvironment) {
            err.print("ecs-discovery: " + thrown.getMessage() + "\n");
            return ExitCode.USAGE;
        }
        err.print("This is a bug in ecs-discovery " + Version.text()
                + ". Please report it with the lines below and, if you can share it, the config.\n");
        thrown.printStackTrace(err);
        return ExitCode.BUG;
    }
}
