package io.github.ecsdiscovery.generator.stack.security;

import io.github.ecsdiscovery.generator.stack.value.Value;

/**
 * The two security group rules of a call: an egress rule on the caller's group and an ingress rule on the callee's group.
 *
 * <p>They are separate resources, so that services may call each other in a cycle.
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
