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

/**
 * A file in UTF-8 that is replaced atomically: at any moment it holds either the complete old text or the complete new one.
 *
 * <p>A symbolic link is followed, and its target is replaced. A file that is not a regular file, such as a pipe, is written
 * directly. Messages of exceptions are written for the user.
 */
public final class FileOutput implements Output {
    /** More symbolic links than any operating system follows. */
    private static final int MAX_LINKS = 64;

    private final Path path;

    public FileOutput(Path path) {
        this.path = path;
    }

    @Override
    public boolean holds(String text) throws IOException {
        requireNoFolder();
        return Files.isRegularFile(path) && holds(bytes(text));
    }

    @Override
    public boolean write(String text) throws IOException {
        requireNoFolder();
        byte[] bytes = bytes(text);
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            run(() -> Files.write(path, bytes));
            return true;
        }
        Path target = target();
        if (Files.isReadable(target) && holds(bytes)) {
            return false;
        }
        requireWritable(target);
        run(() -> Replacement.of(target).with(bytes));
        return true;
    }

    /** Creates the file with this text and returns true. Returns false and changes nothing if the path exists. */
    public boolean create(String text) throws IOException {
        requireNoFolder();
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        requireWritable(path);
        try {
            Files.createFile(path);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw unwritable(e);
        }
        try {
            Replacement.of(path).with(bytes(text));
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw unwritable(e);
        }
        return true;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void run(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private boolean holds(byte[] bytes) throws IOException {
        try {
            return Files.size(path) == bytes.length && Arrays.equals(Files.readAllBytes(path), bytes);
        } catch (IOException e) {
            throw new IOException("`" + path + "` cannot be read: " + reason(e), e);
        }
    }

    private void requireNoFolder() throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("`" + path + "` is a folder");
        }
    }

    private void requireWritable(Path target) throws IOException {
        Path folder = Replacement.folder(target);
        if (!Files.exists(folder)) {
            throw unwritable("the folder `" + folder + "` does not exist");
        }
        if (!Files.isDirectory(folder)) {
            throw unwritable("`" + folder + "` is not a folder");
        }
        if (!Files.isWritable(folder)) {
            throw unwritable("the folder `" + folder + "` is read-only");
        }
        // The move would replace a read-only file, but a user who made the file read-only does not want that.
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw unwritable("it is read-only");
        }
    }

    private Path target() throws IOException {
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw unwritable("its symbolic links form a cycle");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private IOException unwritable(String reason) {
        return new IOException("`" + path + "` cannot be written: " + reason);
    }

    private IOException unwritable(IOException cause) {
        return new IOException("`" + path + "` cannot be written: " + reason(cause), cause);
    }

    /** Returns the reason that the operating system gives, in plain words if possible. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        String words = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return words == null ? "the operating system gives no reason" : words;
    }
}
