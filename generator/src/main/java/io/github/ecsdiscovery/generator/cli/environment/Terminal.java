package io.github.ecsdiscovery.generator.cli.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Detects whether standard error is a terminal that supports colors. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Returns whether standard error is a terminal and no environment variable asks for plain text. */
    static boolean supportsColor() {
        Map<String, String> environment = System.getenv();
        return !wantsPlainText(environment) && isTerminal();
    }

    /** Follows <a href="https://no-color.org">no-color.org</a>: any nonempty value of {@code NO_COLOR} disables colors. */
    static boolean wantsPlainText(Map<String, String> environment) {
        return !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Checks the file descriptor, because Java checks standard output only, which may be redirected to a file. */
    private static boolean isTerminal() {
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return Ansi.AUTO.enabled();
        }
    }
}
