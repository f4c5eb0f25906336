package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports an invalid command line in two lines: the error, then the command that prints the help. */
final class UsageHandler implements IParameterExceptionHandler {
    private final PrintStream err;

    UsageHandler(PrintStream err) {
        this.err = err;
    }

    /**
     * Rejects options of a command that are placed before the command, because they would have no effect there.
     *
     * @throws ParameterException if there is such an option
     */
    static void rejectOptionsBeforeCommand(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            return;
        }
        for (ArgSpec argument : parsed.matchedArgs()) {
            if (argument.scopeType() != ScopeType.INHERIT) {
                String command = parsed.subcommand().commandSpec().name();
                throw new ParameterException(
                        parsed.commandSpec().commandLine(), "`" + name(argument) + "` must follow `" + command + "`");
            }
        }
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        err.print("ecs-discovery: " + message(e) + "\n");
        err.print("Run `" + command.getCommandSpec().qualifiedName() + " --help` for usage.\n");
        return ExitCode.USAGE.code();
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        return String.valueOf(e.getMessage());
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String argument = e.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        if (!e.isUnknownOption()) {
            return unknownCommand(command).orElse("unexpected argument `" + argument + "`");
        }
        List<String> known = command.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        String option = argument.split("=", 2)[0];
        return "unknown option `" + option + "`"
                + Suggestion.hint(option, known).map(hint -> "; " + hint).orElse("");
    }

    /** Returns the message if picocli parsed a mistyped command as CONFIG of the default command. */
    private static Optional<String> unknownCommand(CommandLine command) {
        ParseResult parsed = command.getParseResult();
        if (command.getSubcommands().isEmpty()
                || parsed == null
                || parsed.matchedPositionals().isEmpty()) {
            return Optional.empty();
        }
        return parsed.matchedPositional(0).originalStringValues().stream()
                .findFirst()
                .flatMap(CommandNames::unknown);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
