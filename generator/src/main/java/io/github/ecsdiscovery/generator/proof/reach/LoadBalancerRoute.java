package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;

/**
 * A way from a load balancer to a service.
 *
 * @param balancer the load balancer's logical id
 * @param listener what it listens at
 * @param paths the paths and hosts that it sends there, as the template has them; empty for all
 * @param trail what has to be so, in the order in which a request meets it
 */
public record LoadBalancerRoute(String balancer, Traffic listener, String paths, CheckChain trail) {}
