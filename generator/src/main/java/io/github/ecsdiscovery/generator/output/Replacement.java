package io.github.ecsdiscovery.generator.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/**
 * Replaces the content of a file in one step: writes a temporary file in the same folder, then moves it. If a step fails, the
 * old file stays and the temporary file is deleted.
 */
final class Replacement {
    private final Path target;

    private Replacement(Path target) {
        this.target = target;
    }

    static Replacement of(Path target) {
        return new Replacement(target);
    }

    /** Returns the folder of a file. For a path without a folder, this is the working folder. */
    static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file.getFileSystem().getPath(".") : parent;
    }

    void with(byte[] bytes) throws IOException {
        Path temporary = createTemporary();
        boolean moved = false;
        try {
            write(temporary, bytes);
            if (Files.exists(target)) {
                copyPermissions(temporary);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
        } finally {
            // After the move, a file with the temporary name belongs to another run.
            if (!moved) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    /** Creates a file in the same folder, because only there an atomic move is possible, with default permissions. */
    private Path createTemporary() throws IOException {
        for (int number = 0; ; number++) {
            try {
                return Files.createFile(folder(target).resolve(".ecs-discovery-" + number + ".tmp"));
            } catch (FileAlreadyExistsException e) {
                // Another run is using this name, or was killed.
                if (number == 1_000) {
                    throw e;
                }
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void copyPermissions(Path temporary) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes attributes = Files.readAttributes(target, PosixFileAttributes.class);
        try {
            view.setOwner(attributes.owner());
            view.setGroup(attributes.group());
        } catch (FileSystemException e) {
            // Only root can change the owner. Other users usually own the old file anyway.
        }
        view.setPermissions(attributes.permissions());
    }
}
