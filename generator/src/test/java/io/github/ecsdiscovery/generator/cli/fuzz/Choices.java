package io.github.ecsdiscovery.generator.cli.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads decisions from fuzzed bytes, one byte each. After the last byte, all decisions are zero.
 *
 * <p>Jazzer's own provider is not used, because it needs a native library and reads numbers from the end, so that inserted
 * bytes change earlier decisions.
 */
final class Choices {
    private final byte[] bytes;
    private int position;

    Choices(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    boolean hasNext() {
        return position < bytes.length;
    }

    /** Returns a number from 0 to {@code bound - 1}. The bound is at most 256. */
    int below(int bound) {
        return hasNext() ? (bytes[position++] & 0xFF) % bound : 0;
    }

    <T> T of(List<T> all) {
        int high = all.size() > 256 ? below(256) << 8 : 0;
        return all.get((high + below(256)) % all.size());
    }

    /** Returns up to {@code maxBytes} bytes as text. */
    String text(int maxBytes) {
        int length = Math.min(below(maxBytes + 1), bytes.length - position);
        position += length;
        return new String(bytes, position - length, length, StandardCharsets.UTF_8);
    }
}
