package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line with all of its commands. */
public final class GeneratorCommand {
    private final CommandEnvironment environment;

    public GeneratorCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    /** Runs a command line and returns the exit code. Prints errors to standard error and never throws. */
    public int execute(String... args) {
        CrashHandler crashHandler = new CrashHandler(environment.err());
        try {
            Rendering rendering = EverydayArguments.rendering(environment, args);
            return rendering == null
                    ? parse(crashHandler, args)
                    : rendering.run().code();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return crashHandler.handle(e).code();
        }
    }

    private int parse(CrashHandler crashHandler, String... args) {
        return commandLine()
                .setExecutionExceptionHandler(
                        (e, command, parsed) -> crashHandler.handle(e).code())
                .execute(args);
    }

    CommandLine commandLine() {
        DefaultCommand root = new DefaultCommand(environment);
        CommandLine line = new CommandLine(root)
                .addSubcommand(new RenderCommand(root.diagnostics, environment))
                .addSubcommand(new CheckCommand(root.diagnostics, environment))
                .addSubcommand(new ComposeCommand(root.diagnostics, environment))
                .addSubcommand(new RepositoriesCommand(root.diagnostics, environment))
                .addSubcommand(new ExplainCommand(root.diagnostics, environment))
                .addSubcommand(new InitCommand(root.diagnostics, environment))
                .addSubcommand(new AddCommand(root.diagnostics, environment))
                .addSubcommand(new SchemaCommand(environment))
                .addSubcommand(new CompletionCommand(environment));
        HelpLayout.apply(line);
        return line.setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(environment.color() ? Help.Ansi.AUTO : Help.Ansi.OFF))
                .setOut(new PrintWriter(new OutputStreamWriter(environment.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(new UsageHandler(environment.err()))
                .setExecutionStrategy(GeneratorCommand::run);
    }

    private static int run(ParseResult parsed) {
        UsageHandler.rejectOptionsBeforeCommand(parsed);
        return new RunLast().execute(parsed);
    }
}
