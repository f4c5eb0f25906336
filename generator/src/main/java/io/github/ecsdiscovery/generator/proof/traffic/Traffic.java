package io.github.ecsdiscovery.generator.proof.traffic;

import java.util.Optional;

/**
 * The traffic that a security group rule permits: a protocol and a range of ports.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6}, a protocol number, or {@code all}
 * @param from the lowest port; for ICMP the type
 * @param to the highest port; for ICMP the code
 */
public record Traffic(String protocol, int from, int to) {
    private static final int MAX_PORT = 65535;

    /** All protocols and ports. */
    public static final Traffic ALL = new Traffic("all", 0, MAX_PORT);

    /** Returns the traffic of a single port. */
    public static Traffic port(String protocol, int port) {
        return new Traffic(protocol, port, port);
    }

    /**
     * Returns the traffic that a rule's {@code IpProtocol}, {@code FromPort} and {@code ToPort} denote. EC2 uses the ports
     * only for TCP, UDP and ICMP. Missing ports mean all ports.
     */
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
        return hasPorts ? new Traffic(name, number(from, 0), number(to, MAX_PORT)) : new Traffic(name, 0, MAX_PORT);
    }

    private static int number(String text, int fallback) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : fallback;
    }

    /** Returns the traffic that both permit, or empty if there is none. */
    public Optional<Traffic> intersect(Traffic other) {
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

    /** Returns whether this includes all of the other traffic. */
    public boolean covers(Traffic other) {
        return intersect(other).filter(other::equals).isPresent();
    }

    /** Returns whether this is all protocols and ports. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** Returns whether this includes a port, given as decimal text, of any protocol that has ports. */
    public boolean includesPort(String port) {
        return port.matches("\\d{1,5}") && from <= Integer.parseInt(port) && Integer.parseInt(port) <= to && !isIcmp();
    }

    private boolean isIcmp() {
        return protocol.startsWith("icmp");
    }

    /** Returns {@code tcp 8080}, {@code udp 1000-2000}, {@code all ports}. */
    @Override
    public String toString() {
        if (isIcmp()) {
            return protocol + " " + from + "/" + to;
        }
        if (from == 0 && to == MAX_PORT) {
            return protocol.equals(ALL.protocol) ? "all ports" : protocol + " all ports";
        }
        return protocol + " " + (from == to ? from : from + "-" + to);
    }
}
