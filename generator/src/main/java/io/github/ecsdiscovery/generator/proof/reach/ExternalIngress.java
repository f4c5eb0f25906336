package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;

/**
 * A rule that lets somebody in who is no member of the stack.
 *
 * @param fromInternet whether it lets in addresses of the internet, and tasks have an address there
 */
public record ExternalIngress(TrafficRule rule, Tristate fromInternet) {}
