package io.github.ecsdiscovery.generator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests atomic writing of files. */
class FileOutputTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("template.yaml");
    }

    @Test
    void writesANewFileInUtf8() throws IOException {
        assertThat(new FileOutput(file).write("サービス: é\n")).isTrue();
        assertThat(file).usingCharset(StandardCharsets.UTF_8).hasContent("サービス: é\n");
        assertThat(names()).containsExactly("template.yaml");
    }

    @Test
    void replacesOtherText() throws IOException {
        Files.writeString(file, "old and longer\n");
        assertThat(new FileOutput(file).write("new\n")).isTrue();
        assertThat(file).hasContent("new\n");
        assertThat(names()).containsExactly("template.yaml");
    }

    @Test
    void doesNotTouchAnUnchangedFile() throws IOException {
        Files.writeString(file, "same\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThat(new FileOutput(file).write("same\n")).isFalse();
        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000_000);
    }

    @Test
    void comparesTheContent() throws IOException {
        var output = new FileOutput(file);
        assertThat(output.holds("")).isFalse();
        output.write("a\n");
        assertThat(output.holds("a\n")).isTrue();
        assertThat(output.holds("b\n")).isFalse();
        assertThat(output.holds("a\n\n")).isFalse();
    }

    @Test
    void findsTheFolderOfANameWithoutFolder() throws IOException {
        assertThat(Replacement.folder(Path.of("template.yaml"))).isEqualTo(Path.of("."));
        assertThat(Replacement.folder(file)).isEqualTo(folder);
    }

    @Test
    void writesAFileWithTheLongestName() throws IOException {
        Path longest = folder.resolve("x".repeat(255));
        assertThat(new FileOutput(longest).write("a\n")).isTrue();
        assertThat(longest).hasContent("a\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsThePermissionsOfTheFile() throws IOException {
        for (String permissions : List.of("rw-------", "rwxr-x--x", "rw-rw-rw-")) {
            Files.writeString(file, permissions);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            new FileOutput(file).write("new for " + permissions);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(permissions);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givesNewFilesDefaultPermissions() throws IOException {
        new FileOutput(file).write("a\n");
        Path other = Files.createFile(folder.resolve("other"));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void writesTheTargetOfASymbolicLink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real")).resolve("template.yaml");
        Files.writeString(real, "old\n");
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("real", "template.yaml"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), first);

        assertThat(new FileOutput(second).write("new\n")).isTrue();

        assertThat(real).hasContent("new\n");
        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(new FileOutput(second).write("new\n")).isFalse();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void createsTheTargetOfASymbolicLink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("template.yaml"));
        assertThat(new FileOutput(link).write("a\n")).isTrue();
        assertThat(file).hasContent("a\n");
        assertThat(link).isSymbolicLink();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(10)
    void rejectsACycleOfSymbolicLinks() throws IOException {
        Files.createSymbolicLink(file, Path.of("other"));
        Files.createSymbolicLink(folder.resolve("other"), Path.of("template.yaml"));
        assertThatThrownBy(() -> new FileOutput(file).write("a\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("`" + file + "` cannot be written: its symbolic links form a cycle");
    }

    @Test
    void leavesNoEmptyFileIfWritingFails() throws IOException {
        for (int number = 0; number <= 1_000; number++) {
            Files.createFile(folder.resolve(".ecs-discovery-" + number + ".tmp"));
        }
        assertThatThrownBy(() -> new FileOutput(file).create("a\n")).isInstanceOf(IOException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void rejectsAFolder() throws IOException {
        Files.createDirectory(file);
        var output = new FileOutput(file);
        assertThatThrownBy(() -> output.write("a\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("`" + file + "` is a folder");
        assertThatThrownBy(() -> output.holds("a\n")).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("template.yaml");
    }

    @Test
    void rejectsAMissingFolder() {
        Path lost = folder.resolve("lost").resolve("template.yaml");
        assertThatThrownBy(() -> new FileOutput(lost).write("a\n"))
                .isInstanceOf(IOException.class)
                .hasMessage("`" + lost + "` cannot be written: the folder `" + lost.getParent() + "` does not exist");
    }

    @Test
    void rejectsAFileAsFolder() throws IOException {
        Path in = Files.createFile(file).resolve("template.yaml");
        assertThatThrownBy(() -> new FileOutput(in).write("a\n"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("`" + file + "` is not a folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void rejectsAReadOnlyFileExceptForRoot() throws IOException {
        Files.writeString(file, "old\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        if (Files.isWritable(file)) {
            assertThat(new FileOutput(file).write("a\n")).isTrue();
            assertThat(file).hasContent("a\n");
            return;
        }
        assertThatThrownBy(() -> new FileOutput(file).write("a\n"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("it is read-only");
        assertThat(file).hasContent("old\n");
        assertThat(new FileOutput(file).write("old\n")).isFalse();
    }

    /** Even root cannot create a file there. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void reportsAFolderThatDoesNotAllowFiles() {
        Path proc = Path.of("/proc/template.yaml");
        assertThatThrownBy(() -> new FileOutput(proc).write("a\n"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("`/proc/template.yaml` cannot be written: ");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void writesToADevice() throws IOException {
        FileStore before = Files.getFileStore(Path.of("/dev/null"));
        assertThat(new FileOutput(Path.of("/dev/null")).write("a\n")).isTrue();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        assertThat(Files.getFileStore(Path.of("/dev/null"))).isEqualTo(before);
    }

    /** Simulates a full disk by the shell's limit on file size, in a separate process. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void keepsTheOldFileIfTheDiskIsFull() throws Exception {
        Files.writeString(file, "old\n");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 8; exec \"$@\"",
                        "sh",
                        java,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TooLong.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(output).startsWith("`" + file + "` cannot be written: File too large");
        assertThat(file).hasContent("old\n");
        assertThat(names()).containsExactly("template.yaml");
    }

    /** Writes a megabyte to the file in its argument, or prints why that fails. */
    static final class TooLong {
        private TooLong() {}

        public static void main(String[] args) {
            try {
                new FileOutput(Path.of(args[0])).write("x".repeat(1 << 20));
                System.out.println("written");
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    @Timeout(60)
    void readersNeverSeeAPartOfAFile() throws Exception {
        List<String> texts = List.of("a".repeat(300_000), "b".repeat(200_000));
        var output = new FileOutput(file);
        output.write(texts.get(0));
        var stop = new AtomicBoolean();
        var unexpected = new ArrayList<String>();
        var reader = new Thread(() -> {
            while (!stop.get()) {
                try {
                    String read = Files.readString(file);
                    if (!texts.contains(read)) {
                        unexpected.add(read);
                    }
                } catch (IOException e) {
                    unexpected.add(e.toString());
                }
            }
        });
        reader.start();
        for (int i = 1; i <= 100; i++) {
            output.write(texts.get(i % 2));
        }
        stop.set(true);
        reader.join();
        assertThat(unexpected).isEmpty();
    }

    @Test
    void ignoresTheTemporaryFileOfAKilledRun() throws IOException {
        Files.writeString(folder.resolve(".ecs-discovery-0.tmp"), "half");
        assertThat(new FileOutput(file).write("a\n")).isTrue();
        assertThat(file).hasContent("a\n");
        assertThat(names()).containsExactly(".ecs-discovery-0.tmp", "template.yaml");
    }

    @Test
    void memoryOutputHoldsTheLastText() {
        var output = new MemoryOutput();
        assertThat(output.holds("")).isFalse();
        assertThat(output.write("a")).isTrue();
        assertThat(output.write("a")).isFalse();
        assertThat(output.write("b")).isTrue();
        assertThat(output.content()).isEqualTo("b");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
