package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;

/**
 * An egress rule of a service that permits traffic to something outside the stack.
 *
 * @param reachable whether the network has a way there
 * @param via what the traffic passes through: {@code NatGateway1}, {@code the VPC}; empty if there is nothing to name
 */
public record ExternalEgress(TrafficRule rule, Tristate reachable, String via) {}
