package io.github.ecsdiscovery.generator.proof.traffic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 address range in CIDR notation.
 *
 * @param address the first address, as an integer
 * @param prefix the length of the prefix in bits
 */
public record AddressRange(int address, int prefix) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final int BROADCAST = -1;

    /** All IPv4 addresses: {@code 0.0.0.0/0}. */
    public static final AddressRange ANY = new AddressRange(0, 0);

    /**
     * The ranges that the internet does not route: private (RFC 1918), shared (RFC 6598) and link-local (RFC 3927)
     * addresses.
     */
    private static final List<AddressRange> PRIVATE = List.of(
            new AddressRange(10 << 24, 8),
            new AddressRange(172 << 24 | 16 << 16, 12),
            new AddressRange(192 << 24 | 168 << 16, 16),
            new AddressRange(100 << 24 | 64 << 16, 10),
            new AddressRange(169 << 24 | 254 << 16, 16));

    /** Returns the range that a text such as {@code 10.0.0.0/16} denotes, or empty if the text has another form. */
    public static Optional<AddressRange> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int address = 0;
        for (int i = 1; i <= 4; i++) {
            address = address << 8 | (Integer.parseInt(form.group(i)) & 255);
        }
        int prefix = Integer.parseInt(form.group(5));
        return prefix > 32 ? Optional.empty() : Optional.of(new AddressRange(address & mask(prefix), prefix));
    }

    public boolean contains(AddressRange other) {
        return prefix <= other.prefix && (other.address & mask(prefix)) == address;
    }

    public boolean overlaps(AddressRange other) {
        return contains(other) || other.contains(this);
    }

    /** Returns whether the internet routes none of these addresses. */
    public boolean isPrivate() {
        return isBroadcast() || PRIVATE.stream().anyMatch(range -> range.contains(this));
    }

    /** Returns whether this is {@code 255.255.255.255}. A VPC does not support broadcast, so it delivers nothing there. */
    boolean isBroadcast() {
        return address == BROADCAST;
    }

    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << (32 - prefix);
    }

    @Override
    public String toString() {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255)
                + "/" + prefix;
    }
}
