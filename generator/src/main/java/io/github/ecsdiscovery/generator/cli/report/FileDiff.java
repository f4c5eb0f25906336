package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.diagnostic.InvisibleCharacters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Says how a file differs from a text. */
final class FileDiff {
    private static final int WIDEST = 100;
    /** How much longer than the text a file may be before its rest is not looked at. */
    private static final int MORE = 1 << 16;

    private FileDiff() {}

    /** Whole lines for the user; the file is known not to hold the text. */
    static String between(Path file, String name, String text) throws IOException {
        if (!Files.exists(file)) {
            return "`" + name + "` does not exist; without `--check` it is written.\n";
        }
        List<String> there = read(file, text).lines().toList();
        List<String> rendered = text.lines().toList();
        int same = 0;
        while (same < Math.min(there.size(), rendered.size()) && there.get(same).equals(rendered.get(same))) {
            same++;
        }
        if (same == there.size() && same == rendered.size()) {
            return "`" + name + "` differs in its line ends from what the config renders, which end with LF.\n";
        }
        return "`" + name + "` differs from what the config renders, first in line " + (same + 1) + ":\n"
                + "  there:    " + shown(there, same) + "\n"
                + "  rendered: " + shown(rendered, same) + "\n";
    }

    private static String read(Path file, String text) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(3 * text.length() + MORE), StandardCharsets.UTF_8);
        }
    }

    private static String shown(List<String> lines, int index) {
        if (index == lines.size()) {
            return "(the end)";
        }
        String line = InvisibleCharacters.replaced(lines.get(index)).strip();
        return line.codePointCount(0, line.length()) <= WIDEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDEST)) + "…";
    }
}
