package io.github.ecsdiscovery.generator.stack.security;

import io.github.ecsdiscovery.generator.stack.value.Value;

/**
 * A call between two services' groups: an egress rule at the caller's and an ingress rule at the callee's. They are
 * resources of their own, so that services may call each other in a circle.
 *
 * @param protocol {@code tcp} or {@code udp}
 */
public record CallRulePair(
        String ingressId,
        String egressId,
        String caller,
        Value callerGroup,
        String callee,
        Value calleeGroup,
        String protocol,
        int port) {}
