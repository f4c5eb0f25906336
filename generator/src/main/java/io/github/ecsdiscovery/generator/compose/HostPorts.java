package io.github.ecsdiscovery.generator.compose;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Chooses the ports of this machine on which services are published.
 *
 * <p>A port is a hash of a name, so that it stays the same when other services are added or removed. If a port is taken, the
 * next free ports are used. All ports are below the range that operating systems use for outgoing connections.
 */
public final class HostPorts {
    public static final int FIRST = 20_000;
    public static final int LAST = 32_767;
    private static final int SIZE = LAST - FIRST + 1;

    private final BitSet taken = new BitSet(SIZE);

    /**
     * Reserves free ports in a row and returns the first, or nothing if there are not enough.
     *
     * @param owner the name that the ports are derived from
     */
    Optional<Integer> take(String owner, int count) {
        int preferred = preferred(owner);
        int free = free(preferred, count);
        if (free < 0) {
            free = free(0, count);
        }
        if (free < 0) {
            return Optional.empty();
        }
        taken.set(free, free + count);
        return Optional.of(FIRST + free);
    }

    private int free(int from, int count) {
        int start = taken.nextClearBit(from);
        while (start + count <= SIZE) {
            int blocked = taken.nextSetBit(start);
            if (blocked < 0 || blocked >= start + count) {
                return start;
            }
            start = taken.nextClearBit(blocked);
        }
        return -1;
    }

    private static int preferred(String owner) {
        CRC32 hash = new CRC32();
        hash.update(owner.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % SIZE);
    }
}
