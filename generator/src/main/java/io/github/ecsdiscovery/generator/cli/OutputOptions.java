package io.github.ecsdiscovery.generator.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what is made goes. */
final class OutputOptions {
    /** The file to write; null for standard output. */
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file, if that changes it, and say what to do next.")
    @Nullable
    Path output;

    @Option(names = "--check", description = "Write nothing; compare with the FILE of -o.")
    boolean check;

    /** Refuses what contradicts itself, or the config. */
    void check(ConfigOptions config) {
        config.refuse(fault(config));
    }

    /** What contradicts itself, or the config; null where there is nothing to say. */
    @Nullable
    String fault(ConfigOptions config) {
        String fault = config.fault();
        if (fault != null) {
            return fault;
        }
        if (check && output == null) {
            return "`--check` compares with a file: name it with `-o`";
        }
        if (output != null && output.normalize().equals(config.config().normalize())) {
            return "`-o " + output + "` would overwrite the config";
        }
        return null;
    }
}
