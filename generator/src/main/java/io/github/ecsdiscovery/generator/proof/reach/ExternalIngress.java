package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;

/**
 * An ingress rule of a service or load balancer that permits traffic from something outside the stack.
 *
 * @param fromInternet whether the rule permits addresses of the internet and the receiver has a public address
 */
public record ExternalIngress(TrafficRule rule, Tristate fromInternet) {}
