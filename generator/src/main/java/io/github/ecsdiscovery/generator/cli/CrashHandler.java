package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.cli.environment.FileFault;
import io.github.ecsdiscovery.generator.cli.environment.Version;
import io.github.ecsdiscovery.generator.config.layer.UnknownEnvironment;
import java.io.PrintStream;

/** Tells what ended a run: a file, the command line, or a bug of ours. */
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
                + ". Please report it with these lines and, if you may show it, the config:\n");
        thrown.printStackTrace(err);
        return ExitCode.BUG;
    }
}
