package io.github.ecsdiscovery.generator.cli.report;

import io.github.ecsdiscovery.generator.diagnostic.InvisibleCharacters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Describes how a file differs from a rendered text. */
final class FileDiff {
    private static final int MAX_WIDTH = 100;
    /** The number of bytes to read beyond the size of the text. The rest of a longer file is ignored. */
    private static final int EXTRA_BYTES = 1 << 16;

    private FileDiff() {}

    /** Returns the first difference, as complete lines. The file must differ from the text. */
    static String between(Path file, String name, String text) throws IOException {
        if (!Files.exists(file)) {
            return "`" + name + "` does not exist; run the command without `--check` to write it.\n";
        }
        List<String> actual = read(file, text).lines().toList();
        List<String> rendered = text.lines().toList();
        int equal = 0;
        while (equal < Math.min(actual.size(), rendered.size())
                && actual.get(equal).equals(rendered.get(equal))) {
            equal++;
        }
        if (equal == actual.size() && equal == rendered.size()) {
            return "`" + name + "` has other line endings than the rendered text, whose lines end with LF.\n";
        }
        return "`" + name + "` is out of date. The first difference is in line " + (equal + 1) + ":\n"
                + "  file:     " + excerpt(actual, equal) + "\n"
                + "  rendered: " + excerpt(rendered, equal) + "\n";
    }

    private static String read(Path file, String text) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(3 * text.length() + EXTRA_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static String excerpt(List<String> lines, int index) {
        if (index == lines.size()) {
            return "(end of file)";
        }
        String line = InvisibleCharacters.replaced(lines.get(index)).strip();
        return line.codePointCount(0, line.length()) <= MAX_WIDTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_WIDTH)) + "…";
    }
}
