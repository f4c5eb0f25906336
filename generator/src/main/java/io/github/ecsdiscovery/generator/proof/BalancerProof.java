package io.github.ecsdiscovery.generator.proof;

import java.util.List;

/**
 * What a template says about a load balancer.
 *
 * @param name its logical id
 * @param openings who may come in that is no member of the stack
 * @param in all rules that let traffic in
 * @param out all rules that let traffic out
 */
public record BalancerProof(String name, List<String> groups, List<Opening> openings, List<Rule> in, List<Rule> out) {
    public BalancerProof {
        groups = List.copyOf(groups);
        openings = List.copyOf(openings);
        in = List.copyOf(in);
        out = List.copyOf(out);
    }
}
