package io.github.ecsdiscovery.generator.cli;

import java.io.IOException;
import java.nio.file.Files;
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
    void check(ConfigOptions config, Surroundings surroundings) {
        config.refuse(fault(config, surroundings.folder()));
    }

    /**
     * What contradicts itself, or the config; null where there is nothing to say.
     *
     * @param folder what relative paths are relative to
     */
    @Nullable
    String fault(ConfigOptions config, Path folder) {
        String fault = config.fault();
        if (fault != null) {
            return fault;
        }
        if (check && output == null) {
            return "`--check` compares with a file: name it with `-o`";
        }
        if (output != null && isSame(folder.resolve(output), folder.resolve(config.config()))) {
            return "`-o " + output + "` would overwrite the config";
        }
        return null;
    }

    /** Also under another name, by a link or another way to it. */
    private static boolean isSame(Path output, Path config) {
        if (output.normalize().equals(config.normalize())) {
            return true;
        }
        try {
            return Files.isRegularFile(output) && Files.exists(config) && Files.isSameFile(output, config);
        } catch (IOException e) {
            // Whoever reads or writes them says why that cannot be.
            return false;
        }
    }
}
