package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;

/**
 * The way from a load balancer to a service.
 *
 * @param loadBalancer the logical id of the load balancer, or {@code no load balancer} if no listener forwards to the service
 * @param listener the port that the listener accepts requests on
 * @param conditions the paths and hosts that it forwards, as in the template; empty for all
 * @param path the conditions for a request to arrive, in the order in which it meets them
 */
public record LoadBalancerRoute(String loadBalancer, Traffic listener, String conditions, CheckChain path) {}
