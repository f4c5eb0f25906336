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
        config.check();
        if (check && output == null) {
            throw config.usage("`--check` compares with a file: name it with `-o`");
        }
        if (output != null && output.normalize().equals(config.config().normalize())) {
            throw config.usage("`-o " + output + "` would overwrite the config");
        }
    }
}
