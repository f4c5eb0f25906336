package io.github.ecsdiscovery.generator.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a template is written, and where to. */
final class RenderOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the template to this file, if it changed, and say what to do next.")
    private @Nullable Path output;

    @Option(names = "--compact", description = "Write the same template as JSON without white space.")
    boolean compact;

    @Option(names = "--check", description = "Write nothing; compare with the FILE of -o.")
    boolean check;

    @Option(
            names = "--no-limits",
            description = "Only note that the template is beyond a limit of CloudFormation, for measuring.")
    boolean noLimits;

    /** The file to write; null for standard output. */
    @Nullable
    Path output() {
        return output;
    }

    /** Refuses what contradicts itself, or the config. */
    void check(ConfigOptions config) {
        config.check();
        if (check && output == null) {
            throw config.usage("`--check` compares with a file: name it with `-o`");
        }
        if (output != null && output.normalize().equals(config.config().normalize())) {
            throw config.usage("`-o " + output + "` would overwrite the config");
        }
    }
}
