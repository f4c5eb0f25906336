package io.github.ecsdiscovery.generator.proof.traffic;

import java.util.Optional;

/**
 * What goes through a security group's rule.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, a number, or {@code all}
 * @param from its lowest port; of ICMP the type
 * @param to its highest port; of ICMP the code
 */
public record Traffic(String protocol, int from, int to) {
    private static final int LAST = 65535;
    /** Everything. */
    public static final Traffic ALL = new Traffic("all", 0, LAST);

    public static Traffic port(String protocol, int port) {
        return new Traffic(protocol, port, port);
    }

    /** As a rule says it; ports count for TCP, UDP and ICMP alone, and where they are missing, all are meant. */
    public static Traffic of(String protocol, String from, String to) {
        String name = switch (protocol) {
            case "-1" -> ALL.protocol;
            case "1" -> "icmp";
            case "6" -> "tcp";
            case "17" -> "udp";
            case "58" -> "icmpv6";
            default -> protocol;
        };
        boolean hasPorts = name.equals("tcp") || name.equals("udp") || name.startsWith("icmp");
        return hasPorts ? new Traffic(name, number(from, 0), number(to, LAST)) : new Traffic(name, 0, LAST);
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : otherwise;
    }

    /** What is part of both. */
    public Optional<Traffic> and(Traffic other) {
        if (protocol.equals(ALL.protocol)) {
            return Optional.of(other);
        }
        if (other.protocol.equals(ALL.protocol) || equals(other)) {
            return Optional.of(this);
        }
        int low = Math.max(from, other.from);
        int high = Math.min(to, other.to);
        return protocol.equals(other.protocol) && !isIcmp() && low <= high
                ? Optional.of(new Traffic(protocol, low, high))
                : Optional.empty();
    }

    /** Whether all of the other is part of it. */
    public boolean covers(Traffic other) {
        return and(other).filter(other::equals).isPresent();
    }

    /** Whether it is everything, at every port. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** Whether a port, as a number in text, is part of it. */
    public boolean has(String port) {
        return port.matches("\\d{1,5}") && from <= Integer.parseInt(port) && Integer.parseInt(port) <= to && !isIcmp();
    }

    private boolean isIcmp() {
        return protocol.startsWith("icmp");
    }

    /** {@code tcp 8080}, {@code udp 1000-2000}, {@code all ports}. */
    @Override
    public String toString() {
        if (isIcmp()) {
            return protocol + " " + from + "/" + to;
        }
        if (from == 0 && to == LAST) {
            return protocol.equals(ALL.protocol) ? "all ports" : protocol + " all ports";
        }
        return protocol + " " + (from == to ? from : from + "-" + to);
    }
}
