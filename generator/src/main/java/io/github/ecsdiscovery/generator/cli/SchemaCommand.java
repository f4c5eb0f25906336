package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ExitCode;
import io.github.ecsdiscovery.generator.config.jsonschema.JsonSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code schema}: the JSON Schema of configs, for editors. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema by which editors complete and check a config.",
        footer = {
            "",
            "Example:",
            "  ecs-discovery schema > config.schema.json",
            "",
            "and as the first line of the config:",
            "  # yaml-language-server: $schema=config.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    private final CommandEnvironment surroundings;

    SchemaCommand(CommandEnvironment surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings.print(JsonSchema.text());
        return ExitCode.DONE.code();
    }
}
