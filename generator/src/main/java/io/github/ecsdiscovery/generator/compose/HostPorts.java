package io.github.ecsdiscovery.generator.compose;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The machine's ports that stand for those of services.
 *
 * <p>They are made from names, so that they stay when other services come or go. Of two names that meet, the later one
 * moves up to the next free ports. They lie below those that systems give out by themselves.
 */
public final class HostPorts {
    public static final int FIRST = 20_000;
    public static final int LAST = 32_767;
    private static final int SIZE = LAST - FIRST + 1;

    private final BitSet taken = new BitSet(SIZE);

    /**
     * The first of some free ports in a row; empty where there are none left.
     *
     * @param owner what the ports are made from
     */
    Optional<Integer> take(String owner, int count) {
        int home = home(owner);
        int free = free(home, count);
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

    private static int home(String owner) {
        CRC32 hash = new CRC32();
        hash.update(owner.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % SIZE);
    }
}
