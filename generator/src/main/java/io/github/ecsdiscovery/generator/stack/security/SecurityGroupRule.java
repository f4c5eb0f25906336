package io.github.ecsdiscovery.generator.stack.security;

import org.jspecify.annotations.Nullable;

/**
 * A rule within a security group: what may come or go, and by which protocol and ports. One of the three ends is given.
 *
 * @param protocol {@code tcp}, {@code udp}, {@code icmp} or {@code -1} for all, which has no ports
 */
public record SecurityGroupRule(
        String description,
        @Nullable String cidr,
        @Nullable String group,
        @Nullable String prefixList,
        String protocol,
        int fromPort,
        int toPort) {
    /** Whether its protocol has ports. */
    public boolean hasPorts() {
        return !protocol.equals("-1");
    }
}
