package io.github.ecsdiscovery.generator.config.yaml;

import io.github.ecsdiscovery.generator.diagnostic.Problem;
import io.github.ecsdiscovery.generator.diagnostic.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The text of a config and its lines.
 *
 * @param name as it was given on the command line
 * @param text without a byte order mark
 */
public record SourceText(String name, String text) {
    /** The largest config that is read, in bytes. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Decodes a config; null where it is too large, or no text, which is then told. */
    public static @Nullable SourceText decode(String name, byte[] bytes, Consumer<Problem> problems) {
        if (bytes.length > MOST_BYTES) {
            problems.accept(new Problem(
                    YamlProblems.FILE_TOO_LARGE,
                    SourceLocation.start(name),
                    "the config is larger than 4 MiB",
                    "is this the right file? A service takes some 100 bytes"));
            return null;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        SourceText source = new SourceText(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (result.isError()) {
            String shown = String.format(Locale.ROOT, "0x%02X", bytes[in.position()]);
            problems.accept(new Problem(
                    YamlProblems.NOT_UTF8,
                    source.place(source.text().length()),
                    "the byte " + shown + " is no UTF-8",
                    "save the file as UTF-8"));
            return null;
        }
        return source.hasOnlyYamlCharacters(problems) ? source : null;
    }

    private boolean hasOnlyYamlCharacters(Consumer<Problem> problems) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!AllowedCharacters.inYaml(c)) {
                problems.accept(new Problem(
                        YamlProblems.CONTROL_CHARACTER,
                        place(i),
                        "the character " + AllowedCharacters.name(c) + " is not allowed in YAML",
                        c == 0 ? "is this a text file, saved as UTF-8?" : "take it out"));
                return false;
            }
        }
        return true;
    }

    /** The lines, without their ends. */
    public List<String> lines() {
        return text.lines().toList();
    }

    private SourceLocation place(int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            boolean crlf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !crlf)) {
                line++;
                start = i + 1;
            }
        }
        return new SourceLocation(name, line, text.codePointCount(Math.min(start, offset), offset) + 1, 1);
    }
}
