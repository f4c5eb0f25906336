package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;

/**
 * The way from one service to a port of another.
 *
 * @param trail what has to be so, in the order in which a request meets it
 */
public record Connection(String from, String to, Traffic traffic, CheckChain trail) {}
