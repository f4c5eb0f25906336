package io.github.ecsdiscovery.generator.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads decisions off fuzzed bytes, one byte each; behind the last all are zero. Jazzer's own provider needs a native
 * library and reads numbers from the end, so that bytes put in before change what was decided.
 */
final class Choices {
    private final byte[] bytes;
    private int at;

    Choices(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    boolean isLeft() {
        return at < bytes.length;
    }

    /** From 0, and below the bound, which is 256 at most. */
    int below(int bound) {
        return isLeft() ? (bytes[at++] & 0xFF) % bound : 0;
    }

    <T> T of(List<T> all) {
        int high = all.size() > 256 ? below(256) << 8 : 0;
        return all.get((high + below(256)) % all.size());
    }

    /** At most this many bytes, as text. */
    String text(int most) {
        int length = Math.min(below(most + 1), bytes.length - at);
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
