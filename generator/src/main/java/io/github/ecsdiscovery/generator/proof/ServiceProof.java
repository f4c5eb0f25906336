package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.discovery.DnsRegistration;
import io.github.ecsdiscovery.generator.proof.reach.Alias;
import io.github.ecsdiscovery.generator.proof.reach.ExternalEgress;
import io.github.ecsdiscovery.generator.proof.reach.ExternalIngress;
import io.github.ecsdiscovery.generator.proof.reach.LoadBalancerRoute;
import io.github.ecsdiscovery.generator.proof.start.SecretGrant;
import io.github.ecsdiscovery.generator.proof.task.ContainerSummary;
import io.github.ecsdiscovery.generator.proof.task.InjectedSecret;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template says about one service.
 *
 * @param name the ECS service's name
 * @param groups its security groups
 * @param subnets that its tasks run in
 * @param publicAddress whether each task has a public address
 * @param containers what its tasks are made of
 * @param names under which it is found
 * @param listening the ports of its containers
 * @param in all rules that let traffic in
 * @param out all rules that let traffic out
 * @param openings who may come in that is no member of the stack
 * @param fronts how requests come from load balancers
 * @param outlets where it may go beside the members of the stack
 * @param aliases whom it calls
 * @param registries the hosts that its images come from; {@code ECR} for the account's own
 * @param logGroups the names of the log groups that it writes to
 * @param given the variables whose values ECS takes from elsewhere
 * @param readings what ECS may read there when it starts a task
 * @param pulls whether it can pull its images
 * @param logs whether it can write its logs
 * @param fetches whether ECS can take what it is given; null where that is nothing
 * @param sessions whether ECS Exec reaches into its tasks; null where it is off
 * @param connects whether Service Connect's proxies are told what they have to know; null where there are none
 * @param resolves whether names of the stack's namespaces resolve where it runs
 * @param starts whether ECS takes it as it is, and starts it when all is there that it needs
 */
public record ServiceProof(
        String name,
        List<String> groups,
        List<String> subnets,
        boolean publicAddress,
        List<ContainerSummary> containers,
        List<DnsRegistration> names,
        List<Traffic> listening,
        List<TrafficRule> in,
        List<TrafficRule> out,
        List<ExternalIngress> openings,
        List<LoadBalancerRoute> fronts,
        List<ExternalEgress> outlets,
        List<Alias> aliases,
        List<String> registries,
        List<String> logGroups,
        List<InjectedSecret> given,
        List<SecretGrant> readings,
        CheckChain pulls,
        CheckChain logs,
        @Nullable CheckChain fetches,
        @Nullable CheckChain sessions,
        @Nullable CheckChain connects,
        CheckChain resolves,
        CheckChain starts) {
    public ServiceProof {
        groups = List.copyOf(groups);
        subnets = List.copyOf(subnets);
        containers = List.copyOf(containers);
        names = List.copyOf(names);
        listening = List.copyOf(listening);
        in = List.copyOf(in);
        out = List.copyOf(out);
        openings = List.copyOf(openings);
        fronts = List.copyOf(fronts);
        outlets = List.copyOf(outlets);
        aliases = List.copyOf(aliases);
        registries = List.copyOf(registries);
        logGroups = List.copyOf(logGroups);
        given = List.copyOf(given);
        readings = List.copyOf(readings);
    }
}
