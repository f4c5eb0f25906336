package io.github.ecsdiscovery.generator.proof.traffic;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IPv4 network. */
public record AddressRange(int address, int prefix) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    public static final AddressRange EVERYTHING = new AddressRange(0, 0);

    /** What has no address on the internet: private, shared and link-local networks. */
    private static final List<AddressRange> PRIVATE = List.of(
            new AddressRange(10 << 24, 8),
            new AddressRange(172 << 24 | 16 << 16, 12),
            new AddressRange(192 << 24 | 168 << 16, 16),
            new AddressRange(100 << 24 | 64 << 16, 10),
            new AddressRange(169 << 24 | 254 << 16, 16));

    public static Optional<AddressRange> of(String text) {
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

    /** Whether no address of it is on the internet. */
    public boolean isPrivate() {
        return isNobody() || PRIVATE.stream().anyMatch(network -> network.contains(this));
    }

    /** Whether it is the address of all on a link, to which a VPC delivers nothing. */
    boolean isNobody() {
        return address == -1;
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
