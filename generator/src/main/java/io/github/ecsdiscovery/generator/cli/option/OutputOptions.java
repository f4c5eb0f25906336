package io.github.ecsdiscovery.generator.cli.option;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what is made goes. */
public final class OutputOptions {
    /** As it was given; {@link #file} is what is written. */
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file, if that changes it, and say what to do next; - is standard output, as without it.")
    @Nullable
    public Path output;

    @Option(names = "--check", description = "Write nothing; compare with the FILE of -o.")
    public boolean check;

    /** The file to write; null for standard output. */
    @Nullable
    public Path file() {
        return output == null || ConfigFile.isStandardStream(output) ? null : output;
    }

    /** Refuses what contradicts itself, or the config. */
    public void check(ConfigOptions config, CommandEnvironment surroundings) {
        config.refuse(fault(config, surroundings.folder()));
    }

    /**
     * What contradicts itself, or the config; null where there is nothing to say.
     *
     * @param folder what relative paths are relative to
     */
    @Nullable
    public String fault(ConfigOptions config, Path folder) {
        String fault = config.fault();
        if (fault != null) {
            return fault;
        }
        Path file = file();
        if (check && file == null) {
            return "`--check` compares with a file: name it with `-o`";
        }
        boolean overwrites = file != null
                && !ConfigFile.isStandardStream(config.config())
                && isSame(folder.resolve(file), folder.resolve(config.config()));
        return overwrites ? "`-o " + file + "` would overwrite the config" : null;
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
