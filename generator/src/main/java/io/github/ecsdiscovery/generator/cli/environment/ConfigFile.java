package io.github.ecsdiscovery.generator.cli.environment;

import io.github.ecsdiscovery.generator.compile.ConfigSource;
import io.github.ecsdiscovery.generator.config.yaml.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads configs from files and from standard input. */
public final class ConfigFile {
    private static final String STANDARD_STREAM = "-";
    /** One byte more than the largest config, so that a larger one is recognized without reading all of it. */
    private static final int MAX_BYTES = SourceText.MAX_BYTES + 1;

    private ConfigFile() {}

    /** Returns whether a path means standard input or, for an output, standard output. */
    public static boolean isStandardStream(Path path) {
        return path.toString().equals(STANDARD_STREAM);
    }

    /**
     * Reads a config.
     *
     * @throws FileFault if the file cannot be read
     */
    public static ConfigSource read(Path path, CommandEnvironment environment) {
        if (isStandardStream(path)) {
            return read("<stdin>", environment.in());
        }
        String name = path.toString();
        Path file = environment.folder().resolve(path);
        if (Files.isDirectory(file)) {
            throw new FileFault("`" + name + "` is a folder, not a config file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in);
        } catch (NoSuchFileException e) {
            throw new FileFault("`" + name + "` does not exist", e);
        } catch (AccessDeniedException e) {
            throw new FileFault("`" + name + "` cannot be read: permission denied", e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static ConfigSource read(String name, InputStream in) {
        try {
            return new ConfigSource(name, in.readNBytes(MAX_BYTES));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static FileFault unreadable(String name, IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return new FileFault(
                "`" + name + "` cannot be read: " + (reason == null ? "the operating system gives no reason" : reason),
                e);
    }
}
