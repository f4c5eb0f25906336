package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.reach.ExternalIngress;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import java.util.List;

/**
 * What a template says about a load balancer.
 *
 * @param name its logical id
 * @param openings who may come in that is no member of the stack
 * @param in all rules that let traffic in
 * @param out all rules that let traffic out
 */
public record LoadBalancerProof(
        String name, List<String> groups, List<ExternalIngress> openings, List<TrafficRule> in, List<TrafficRule> out) {
    public LoadBalancerProof {
        groups = List.copyOf(groups);
        openings = List.copyOf(openings);
        in = List.copyOf(in);
        out = List.copyOf(out);
    }
}
