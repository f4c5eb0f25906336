package io.github.ecsdiscovery.generator.cli.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Whether somebody looks at standard error. */
final class Terminal {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal, and nothing in the environment asks for plain text. */
    static boolean takesColours() {
        Map<String, String> environment = System.getenv();
        return !wantsPlainText(environment) && isTerminal();
    }

    /** As <a href="https://no-color.org">no-color.org</a> has it: any text but none. */
    static boolean wantsPlainText(Map<String, String> environment) {
        return !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Java knows only whether standard input and output are terminals, and the result may go to a file. */
    private static boolean isTerminal() {
        try {
            String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return Ansi.AUTO.enabled();
        }
    }
}
