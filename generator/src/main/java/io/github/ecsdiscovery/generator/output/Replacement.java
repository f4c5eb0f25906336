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

/** Puts a new file in a file's place in one step; whatever fails before leaves the old one, and nothing beside it. */
final class Replacement {
    private final Path target;

    private Replacement(Path target) {
        this.target = target;
    }

    static Replacement of(Path target) {
        return new Replacement(target);
    }

    /** The folder of a file that may be named without one. */
    static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? file.getFileSystem().getPath(".") : parent;
    }

    void with(byte[] bytes) throws IOException {
        Path fresh = create();
        boolean moved = false;
        try {
            fill(fresh, bytes);
            if (Files.exists(target)) {
                copyRights(fresh);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            moved = true;
        } finally {
            // Once it is moved, a file of that name is another run's.
            if (!moved) {
                Files.deleteIfExists(fresh);
            }
        }
    }

    /** A new file in the same folder, as only there it can be moved in one step, with the rights that new files get. */
    private Path create() throws IOException {
        for (int number = 0; ; number++) {
            try {
                return Files.createFile(folder(target).resolve(".ecs-discovery-" + number + ".tmp"));
            } catch (FileAlreadyExistsException e) {
                // Another run is at work here, or was killed.
                if (number == 1_000) {
                    throw e;
                }
            }
        }
    }

    private static void fill(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void copyRights(Path fresh) throws IOException {
        PosixFileAttributeView to = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (to == null) {
            return;
        }
        PosixFileAttributes from = Files.readAttributes(target, PosixFileAttributes.class);
        try {
            to.setOwner(from.owner());
            to.setGroup(from.group());
        } catch (FileSystemException e) {
            // Only root may give files away; anyone else writes his own anyhow.
        }
        to.setPermissions(from.permissions());
    }
}
