package io.github.ecsdiscovery.generator;

import io.github.ecsdiscovery.generator.cli.GeneratorCommand;
import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(new GeneratorCommand(CommandEnvironment.ofThisProcess()).execute(args));
    }
}
