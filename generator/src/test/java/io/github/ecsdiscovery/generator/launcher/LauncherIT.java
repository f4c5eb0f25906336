package io.github.ecsdiscovery.generator.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the launcher for POSIX shells together with the built jar. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a POSIX shell; nothing tests ecs-discovery.cmd")
@Timeout(600)
final class LauncherIT {
    private static final Path SEED =
            Path.of("..", "examples", "seed").toAbsolutePath().normalize();
    private static final String CONFIG = SEED.resolve("config.yaml").toString();

    /** A script for {@code java} that prints each argument on a line, without those that the launcher adds. */
    private static final String PRINTS_ARGUMENTS =
            "while [ \"$1\" != -jar ]; do shift; done; shift 2; printf '<%s>\\n' \"$@\"";

    @TempDir
    private Path temporary;

    private Installation installation;
    private Launch seed;

    @BeforeEach
    void install() throws IOException {
        installation = Installation.in(temporary);
        seed = new Launch(0, Files.readString(SEED.resolve("template.yaml")), "");
    }

    /** Waits for background processes, because they write to the folder that is deleted after the test. */
    @AfterEach
    void awaitBackgroundProcesses() throws InterruptedException {
        while (isBusy()) {
            Thread.sleep(50);
        }
    }

    @Test
    void createsAnArchiveAtFirstUseAndUsesItLater() throws IOException, InterruptedException {
        assertThat(installation.launch(CONFIG)).isEqualTo(seed);
        installation.await(1);

        Path log = temporary.resolve("log");
        Path link = Files.createSymbolicLink(temporary.resolve("direct"), installation.launcher());
        Path chained = Files.createSymbolicLink(temporary.resolve("a link"), Path.of("direct"));
        for (Path launcher : List.of(installation.launcher(), link, chained)) {
            assertThat(installation.usesArchive(log, launcher.toString(), CONFIG))
                    .isTrue();
        }
        assertThat(installation.usesArchive(log, "/bin/sh", "ecs-discovery", CONFIG))
                .isTrue();
        assertThat(installation.launch(CONFIG)).isEqualTo(seed);
        assertThat(installation.archives()).hasSize(1);
    }

    /** JDK 17 archives no classes of a jar with a space in its path, but the launcher still works. */
    @Test
    void runsWithSpacesInPaths() throws IOException, InterruptedException {
        Installation spaces = Installation.in(temporary.resolve("two more blanks"));

        assertThat(spaces.launch(CONFIG)).isEqualTo(seed);
        spaces.await(1);
        assertThat(spaces.launch(CONFIG)).isEqualTo(seed);
        assertThat(spaces.archives()).hasSize(1);
    }

    @Test
    void createsAnotherArchiveForAnotherJar() throws IOException, InterruptedException {
        installation.launch(CONFIG);
        installation.await(1);
        Files.setLastModifiedTime(
                installation.jar(), FileTime.from(Instant.now().minus(Duration.ofDays(3))));

        assertThat(installation.launch(CONFIG)).isEqualTo(seed);
        installation.await(2);

        assertThat(installation.usesArchive(
                        temporary.resolve("log"), installation.launcher().toString(), CONFIG))
                .isTrue();
    }

    @Test
    void createsAnotherArchiveForAnotherJdk() throws IOException, InterruptedException {
        installation.launch(CONFIG);
        installation.await(1);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path other = Installation.jdk(temporary.resolve("jdk"), "17.0.99", "exec '" + java + "' \"$@\"");

        assertThat(installation.with("JAVA_HOME", other.toString()).launch(CONFIG))
                .isEqualTo(seed);
        installation.await(2);
    }

    @Test
    void keepsFourArchives() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(temporary.resolve("cache/ecs-discovery/start"));
        for (int i = 1; i <= 6; i++) {
            Path old = Files.createFile(folder.resolve("classes-" + i + ".jsa"));
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(i))));
        }

        installation.launch(CONFIG);
        installation.await(4);

        assertThat(installation.archives()).contains("classes-1.jsa", "classes-2.jsa", "classes-3.jsa");
    }

    @Test
    void simultaneousFirstRunsCreateOneArchive() throws IOException, InterruptedException {
        List<Launch.Running> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(installation.start(CONFIG));
        }
        for (Launch.Running run : running) {
            assertThat(run.finished()).isEqualTo(seed);
        }
        installation.await(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null/cache", "relative/cache", ""})
    void printsNothingIfNoArchiveCanBeCreated(String cache) throws IOException, InterruptedException {
        installation.with("XDG_CACHE_HOME", cache);

        assertThat(installation.launch(CONFIG)).isEqualTo(seed);
        assertThat(installation.launch(CONFIG)).isEqualTo(seed);
    }

    /** Simulates a full disk by a limit on file size. */
    @Test
    void leavesNoIncompleteArchive() throws IOException, InterruptedException {
        String limited = "ulimit -f 2000; exec \"$0\" \"$@\"";
        List<String> command =
                List.of("/bin/sh", "-c", limited, installation.launcher().toString(), CONFIG);

        assertThat(installation.start(command).finished()).isEqualTo(seed);
        while (installation.archives().isEmpty() || isBusy()) {
            Thread.sleep(50);
        }

        assertThat(installation.archives()).hasSize(1).allMatch(name -> name.endsWith(".new"));
        assertThat(installation.launch(CONFIG)).isEqualTo(seed);
    }

    private boolean isBusy() {
        String folder = temporary.toString();
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(folder));
    }

    @Test
    void printsNothingAboutACorruptArchive() throws IOException, InterruptedException {
        installation.launch(CONFIG);
        installation.await(1);
        String archive = installation.archives().get(0);
        Files.writeString(temporary.resolve("cache/ecs-discovery/start").resolve(archive), "no archive at all");

        assertThat(installation.launch(CONFIG)).isEqualTo(seed);
    }

    /** A process that reads the output to its end must not wait for the archive. */
    @Test
    void endsBeforeTheArchiveIsCreated() throws IOException, InterruptedException {
        Path go = temporary.resolve("go");
        // Waits until the test says so or deletes the folder.
        String waits = "case \" $* \" in *' init '*) while [ -d '" + temporary + "' ] && [ ! -e '" + go
                + "' ]; do sleep 0.1; done;; *) echo run;; esac";
        installation.with(
                "JAVA_HOME",
                Installation.jdk(temporary.resolve("jdk"), "21", waits).toString());

        assertThat(installation.launch(CONFIG)).isEqualTo(new Launch(0, "run\n", ""));
        assertThat(installation.launch(CONFIG)).isEqualTo(new Launch(0, "run\n", ""));

        Files.createFile(go);
    }

    static Stream<String> shells() {
        return Stream.of("sh", "dash", "bash", "ksh", "mksh", "busybox")
                .filter(shell -> Files.isExecutable(Path.of("/bin", shell)));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void passesArgumentsUnchanged(String shell) throws IOException, InterruptedException {
        Path jdk = Installation.jdk(temporary.resolve("a jdk"), "17", PRINTS_ARGUMENTS);
        installation.with("JAVA_HOME", jdk.toString()).with("XDG_CACHE_HOME", "");
        List<String> arguments =
                List.of("", " a  b ", "*", "it's", "\"x\"", "$HOME `id`", "\\n", "-", "--", "a\nb", "見本");
        List<String> command = new ArrayList<>(List.of("/bin/" + shell));
        if (shell.equals("busybox")) {
            command.add("ash");
        }
        command.add("ecs-discovery");
        command.addAll(arguments);

        assertThat(installation.start(command).finished())
                .isEqualTo(new Launch(0, "<" + String.join(">\n<", arguments) + ">\n", ""));
    }

    @Test
    void readsStandardInput() throws IOException, InterruptedException {
        String config = Files.readString(Path.of(CONFIG), StandardCharsets.UTF_8);

        assertThat(installation.start("-", "-q").input(config).finished()).isEqualTo(seed);
    }

    @Test
    void returnsTheExitCodeOfTheProgram() throws IOException, InterruptedException {
        assertThat(installation.launch("no-such-file.yaml"))
                .isEqualTo(new Launch(3, "", "ecs-discovery: `no-such-file.yaml` does not exist\n"));
        assertThat(installation.launch("--no-such-option").code()).isEqualTo(2);
        assertThat(installation.start("-").input("name: 7up\n").finished().code())
                .isEqualTo(1);
    }

    @Test
    void keepsTheGarbageCollectorThatTheUserChose() throws IOException, InterruptedException {
        installation.with("JDK_JAVA_OPTIONS", "-XX:+UseParallelGC");

        assertThat(installation.launch(CONFIG).code()).isZero();
    }

    @Test
    void usesJavaFromThePathIfJavaHomeHasNone() throws IOException, InterruptedException {
        Path jdk = Installation.jdk(temporary.resolve("jdk"), "17", "echo here");
        installation
                .with("JAVA_HOME", temporary.toString())
                .with("PATH", jdk.resolve("bin") + ":" + System.getenv("PATH"))
                .with("XDG_CACHE_HOME", "");

        assertThat(installation.launch()).isEqualTo(new Launch(0, "here\n", ""));
    }

    @Test
    void reportsAMissingJava() throws IOException, InterruptedException {
        installation.without("JAVA_HOME").with("PATH", "/no/such/folder");

        assertThat(installation.launch(CONFIG))
                .isEqualTo(new Launch(
                        127, "", "ecs-discovery: Java was not found; install JDK 17 or later, or set JAVA_HOME\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_402", "9", "11.0.22", "16.0.2"})
    void rejectsAnOldJava(String version) throws IOException, InterruptedException {
        Path jdk = Installation.jdk(temporary.resolve("jdk"), version, "echo was started");
        installation.with("JAVA_HOME", jdk.toString());

        assertThat(installation.launch(CONFIG))
                .isEqualTo(new Launch(
                        127,
                        "",
                        "ecs-discovery: " + jdk + "/bin/java is Java " + version
                                + "; install JDK 17 or later, or set JAVA_HOME\n"));
    }
}
