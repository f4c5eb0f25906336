package io.github.ecsdiscovery.generator.stack.security;

import org.jspecify.annotations.Nullable;

/**
 * An inline rule of a security group. Exactly one of {@code cidr}, {@code group} and {@code prefixList} is set.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp} or {@code -1} for all protocols, which has no ports
 */
public record SecurityGroupRule(
        String description,
        @Nullable String cidr,
        @Nullable String group,
        @Nullable String prefixList,
        String protocol,
        int fromPort,
        int toPort) {
    static final String ALL_PROTOCOLS = "-1";

    /** Returns a rule for an address range. */
    public static SecurityGroupRule ofCidr(String description, String cidr, String protocol, int fromPort, int toPort) {
        return new SecurityGroupRule(description, cidr, null, null, protocol, fromPort, toPort);
    }

    /** Returns a rule for all traffic of a source that the template adds. */
    static SecurityGroupRule withoutSource(String description) {
        return new SecurityGroupRule(description, null, null, null, ALL_PROTOCOLS, 0, 0);
    }

    /** Returns whether the protocol has ports. */
    public boolean hasPorts() {
        return !protocol.equals(ALL_PROTOCOLS);
    }
}
