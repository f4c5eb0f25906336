package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.reach.ExternalIngress;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import java.util.List;

/**
 * The answers about a load balancer.
 *
 * @param name the logical id
 * @param groups the security groups
 * @param externalIngress the ingress rules whose peer is outside the stack
 * @param ingress all ingress rules
 * @param egress all egress rules
 */
public record LoadBalancerProof(
        String name,
        List<String> groups,
        List<ExternalIngress> externalIngress,
        List<TrafficRule> ingress,
        List<TrafficRule> egress) {
    public LoadBalancerProof {
        groups = List.copyOf(groups);
        externalIngress = List.copyOf(externalIngress);
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }
}
