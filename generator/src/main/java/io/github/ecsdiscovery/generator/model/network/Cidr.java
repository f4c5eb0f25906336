package io.github.ecsdiscovery.generator.model.network;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;

/**
 * An IPv4 CIDR block.
 *
 * <pre>
 * 10.0.0.0/16
 * </pre>
 *
 * @param address the 32 bits of the address; host bits may be set, see {@link #isNetwork}
 * @param prefix 0 to 32
 */
public record Cidr(int address, int prefix) {
    @Form(format = Format.CIDR)
    public static Cidr of(String text) {
        String[] parts = text.split("/", -1);
        int address = 0;
        for (String octet : parts[0].split("\\.", -1)) {
            address = (address << 8) | Integer.parseInt(octet);
        }
        return new Cidr(address, Integer.parseInt(parts[1]));
    }

    /** Returns whether no host bit is set. */
    public boolean isNetwork() {
        return address == (address & mask());
    }

    /** Returns the same block with all host bits cleared. */
    public Cidr network() {
        return new Cidr(address & mask(), prefix);
    }

    /** Returns the number of addresses, up to 2^32. */
    public long size() {
        return 1L << (32 - prefix);
    }

    /** Returns whether this block contains all addresses of the other one. */
    public boolean contains(Cidr other) {
        return prefix <= other.prefix && (address & mask()) == (other.address & mask());
    }

    /** Returns whether the two blocks share an address. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** Returns block {@code index} of 16 blocks of equal size. */
    public Cidr sixteenth(int index) {
        return new Cidr((address & mask()) | index << (32 - prefix - 4), prefix + 4);
    }

    private int mask() {
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }

    /** Returns the block in CIDR notation, such as {@code 10.0.0.0/16}. */
    @Override
    public String toString() {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255)
                + "/" + prefix;
    }
}
