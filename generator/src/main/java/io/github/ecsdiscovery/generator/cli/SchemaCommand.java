package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.config.jsonschema.JsonSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code schema}: prints the JSON Schema of configs. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of configs, for completion and checks in editors.",
        footer = {
            "",
            "Example:",
            "  ecs-discovery schema > config.schema.json",
            "",
            "Then add this as the first line of the config:",
            "  # yaml-language-server: $schema=config.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    private final CommandEnvironment environment;

    SchemaCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        environment.print(JsonSchema.text());
        return ExitCode.DONE.code();
    }
}
