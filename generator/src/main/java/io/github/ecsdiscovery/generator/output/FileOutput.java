package io.github.ecsdiscovery.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file in UTF-8, which at any moment holds its old text or the new one, whole.
 *
 * <p>A symbolic link stays one: the file that it leads to is written. What is no regular file, such as a pipe, is
 * written to directly. The messages of its exceptions are meant for the user.
 */
public final class FileOutput implements Output {
    /** More than any operating system follows. */
    private static final int MOST_LINKS = 64;

    private final Path path;

    public FileOutput(Path path) {
        this.path = path;
    }

    @Override
    public boolean holds(String text) throws IOException {
        refuseFolder();
        return Files.isRegularFile(path) && holds(bytes(text));
    }

    @Override
    public boolean write(String text) throws IOException {
        refuseFolder();
        byte[] bytes = bytes(text);
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            put(() -> Files.write(path, bytes));
            return true;
        }
        Path target = target();
        if (Files.isReadable(target) && holds(bytes)) {
            return false;
        }
        refuseWhatMayNotBeWritten(target);
        put(() -> Replacement.of(target).with(bytes));
        return true;
    }

    /** Makes the file with this text; false where something of that name is there, which stays as it is. */
    public boolean create(String text) throws IOException {
        refuseFolder();
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        refuseWhatMayNotBeWritten(path);
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw unwritable(reason(e), e);
        }
        try {
            Replacement.of(path).with(bytes(text));
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw unwritable(reason(e), e);
        }
        return true;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void put(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            throw unwritable(reason(e), e);
        }
    }

    private boolean holds(byte[] bytes) throws IOException {
        try {
            return Files.size(path) == bytes.length && Arrays.equals(Files.readAllBytes(path), bytes);
        } catch (IOException e) {
            throw new IOException("`" + path + "` cannot be read: " + reason(e), e);
        }
    }

    private void refuseFolder() throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("`" + path + "` is a folder");
        }
    }

    private void refuseWhatMayNotBeWritten(Path target) throws IOException {
        Path folder = Replacement.folder(target);
        if (!Files.exists(folder)) {
            throw unwritable("the folder `" + folder + "` does not exist", null);
        }
        if (!Files.isDirectory(folder)) {
            throw unwritable("`" + folder + "` is no folder", null);
        }
        if (!Files.isWritable(folder)) {
            throw unwritable("the folder `" + folder + "` is read-only", null);
        }
        // Replacing a file takes no right to write to it, but who took that right away did so for a reason.
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw unwritable("it is read-only", null);
        }
    }

    private Path target() throws IOException {
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw unwritable("its symbolic links lead in a circle", null);
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private IOException unwritable(String reason, @Nullable IOException cause) {
        return new IOException("`" + path + "` cannot be written: " + reason, cause);
    }

    /** The system's own words where there are any. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        String words = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return words == null ? "the system does not say why" : words;
    }
}
