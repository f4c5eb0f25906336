package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;

/**
 * A rule that lets a service out to somebody who is no member of the stack.
 *
 * @param route whether there is a way
 * @param through by which; empty where there is nothing to say
 */
public record ExternalEgress(TrafficRule rule, Tristate route, String through) {}
