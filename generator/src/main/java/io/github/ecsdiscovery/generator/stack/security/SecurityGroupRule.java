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
    /** Returns whether the protocol has ports. */
    public boolean hasPorts() {
        return !protocol.equals("-1");
    }
}
