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

/** Says in two lines what is wrong with a command line. */
final class UsageHandler implements IParameterExceptionHandler {
    private final PrintStream err;

    UsageHandler(PrintStream err) {
        this.err = err;
    }

    /** Refuses what stands before a command and would have no effect there. */
    static void refuseBeforeCommand(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            return;
        }
        for (ArgSpec argument : parsed.matchedArgs()) {
            if (argument.scopeType() != ScopeType.INHERIT) {
                String command = parsed.subcommand().commandSpec().name();
                throw new ParameterException(
                        parsed.commandSpec().commandLine(),
                        "`" + name(argument) + "` belongs behind `" + command + "`, not before it");
            }
        }
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        err.print("ecs-discovery: " + message(e) + "\n");
        err.print("`" + command.getCommandSpec().qualifiedName() + " --help` tells how it is used.\n");
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
            return "`" + argument + "` is one argument too many" + commandHint(command);
        }
        List<String> known = command.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        String written = argument.split("=", 2)[0];
        return "there is no option `" + written + "`"
                + Suggestion.hint(written, known).map(hint -> "; " + hint).orElse("");
    }

    /** Where a command is misspelt, it was taken for the config. */
    private static String commandHint(CommandLine command) {
        ParseResult parsed = command.getParseResult();
        Optional<String> first = parsed == null || parsed.matchedPositionals().isEmpty()
                ? Optional.empty()
                : parsed.matchedPositional(0).originalStringValues().stream().findFirst();
        return first.flatMap(
                        word -> Suggestion.hint(word, command.getSubcommands().keySet()))
                .map(hint -> "; " + hint)
                .orElse("");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
