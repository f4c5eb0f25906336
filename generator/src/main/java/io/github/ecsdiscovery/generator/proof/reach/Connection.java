package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;

/**
 * The way from a service to a port of another.
 *
 * @param path the conditions for a request to arrive, in the order in which it meets them
 */
public record Connection(String from, String to, Traffic traffic, CheckChain path) {}
