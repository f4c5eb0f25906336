package io.github.ecsdiscovery.generator.cli;

import io.github.ecsdiscovery.generator.config.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a config, not more than one above the largest that is read. */
final class ConfigFile {
    private static final String STANDARD_STREAM = "-";
    private static final int MOST = SourceText.MOST_BYTES + 1;

    private final String name;
    private final byte[] bytes;

    private ConfigFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** The same file, as it would be with another text. */
    ConfigFile with(String text) {
        return new ConfigFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As it was given, or {@code <stdin>}. */
    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Whether standard input is meant or, where something is written, standard output. */
    static boolean isStandardStream(Path path) {
        return path.toString().equals(STANDARD_STREAM);
    }

    static ConfigFile read(Path path, Surroundings surroundings) {
        if (isStandardStream(path)) {
            return read("<stdin>", surroundings.in());
        }
        String name = path.toString();
        Path file = surroundings.folder().resolve(path);
        if (Files.isDirectory(file)) {
            throw new FileFault("`" + name + "` is a folder; a config is a file", null);
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

    private static ConfigFile read(String name, InputStream in) {
        try {
            return new ConfigFile(name, in.readNBytes(MOST));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static FileFault unreadable(String name, IOException e) {
        String words = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return new FileFault(
                "`" + name + "` cannot be read: " + (words == null ? "the system does not say why" : words), e);
    }
}
