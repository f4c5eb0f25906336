package io.github.ecsdiscovery.generator.cli.option;

import io.github.ecsdiscovery.generator.cli.environment.CommandEnvironment;
import io.github.ecsdiscovery.generator.cli.environment.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The file or stream that a result is written to. */
public final class OutputOptions {
    /** The path on the command line; {@link #file} returns the file to write. */
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Write to this file and print next steps; an unchanged file is not touched. Without it, or with -, print"
                            + " to standard output.")
    @Nullable
    public Path output;

    @Option(names = "--check", description = "Write nothing; fail if the FILE of -o is not up to date.")
    public boolean check;

    /** Returns the file to write, or null for standard output. */
    @Nullable
    public Path file() {
        return output == null || ConfigFile.isStandardStream(output) ? null : output;
    }

    /**
     * Validates these options together with those of the config.
     *
     * @throws picocli.CommandLine.ParameterException if an option is invalid or contradicts another one
     */
    public void check(ConfigOptions config, CommandEnvironment environment) {
        config.throwIfPresent(error(config, environment.folder()));
    }

    /**
     * Returns the error in these options or those of the config, or null.
     *
     * @param folder the folder that relative paths start from
     */
    @Nullable
    public String error(ConfigOptions config, Path folder) {
        String configError = config.error();
        if (configError != null) {
            return configError;
        }
        Path file = file();
        if (check && file == null) {
            return "`--check` needs a file to compare with; add `-o FILE`";
        }
        boolean overwrites = file != null
                && !ConfigFile.isStandardStream(config.config())
                && isSame(folder.resolve(file), folder.resolve(config.config()));
        return overwrites ? "`-o " + file + "` would overwrite the config" : null;
    }

    /** Returns whether both paths lead to the same file, also through a symbolic or hard link. */
    private static boolean isSame(Path output, Path config) {
        if (output.normalize().equals(config.normalize())) {
            return true;
        }
        try {
            return Files.isRegularFile(output) && Files.exists(config) && Files.isSameFile(output, config);
        } catch (IOException e) {
            // Reading or writing the files reports the reason.
            return false;
        }
    }
}
