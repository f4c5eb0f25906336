package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The whole command line. */
public final class GeneratorCommand {
    private final CommandEnvironment surroundings;

    public GeneratorCommand(CommandEnvironment surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs what the arguments ask for, and says what the process should end with. */
    public int execute(String... args) {
        CrashHandler crashes = new CrashHandler(surroundings.err());
        try {
            Rendering everyday = EverydayArguments.rendering(surroundings, args);
            return everyday == null ? parse(crashes, args) : everyday.run().code();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return crashes.handle(e).code();
        }
    }

    private int parse(CrashHandler crashes, String... args) {
        return commandLine()
                .setExecutionExceptionHandler(
                        (e, command, parsed) -> crashes.handle(e).code())
                .execute(args);
    }

    CommandLine commandLine() {
        DefaultCommand root = new DefaultCommand(surroundings);
        CommandLine line = new CommandLine(root)
                .addSubcommand(new RenderCommand(root.diagnostics, surroundings))
                .addSubcommand(new CheckCommand(root.diagnostics, surroundings))
                .addSubcommand(new ComposeCommand(root.diagnostics, surroundings))
                .addSubcommand(new RepositoriesCommand(root.diagnostics, surroundings))
                .addSubcommand(new ExplainCommand(root.diagnostics, surroundings))
                .addSubcommand(new InitCommand(root.diagnostics, surroundings))
                .addSubcommand(new AddCommand(root.diagnostics, surroundings))
                .addSubcommand(new SchemaCommand(surroundings))
                .addSubcommand(new CompletionCommand(surroundings));
        HelpLayout.apply(line);
        return line.setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(surroundings.colour() ? Help.Ansi.AUTO : Help.Ansi.OFF))
                .setOut(new PrintWriter(new OutputStreamWriter(surroundings.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(new UsageHandler(surroundings.err()))
                .setExecutionStrategy(GeneratorCommand::run);
    }

    private static int run(ParseResult parsed) {
        UsageHandler.refuseBeforeCommand(parsed);
        return new RunLast().execute(parsed);
    }
}
