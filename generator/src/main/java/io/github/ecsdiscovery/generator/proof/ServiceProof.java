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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers about a service.
 *
 * @param name the name of the ECS service
 * @param placement where its tasks run
 * @param tasks what its tasks consist of
 * @param discovery how it is found, and which services it calls
 * @param rules its security group rules
 * @param external what reaches it from outside the stack, and what it reaches there
 * @param secrets the secrets of its tasks
 * @param startup whether its tasks can start
 */
public record ServiceProof(
        String name,
        Placement placement,
        Tasks tasks,
        Discovery discovery,
        Rules rules,
        External external,
        Secrets secrets,
        Startup startup) {
    /**
     * The place of a service's tasks in the network.
     *
     * @param groups the ids of the security groups
     * @param subnets the ids of the subnets
     * @param publicAddress whether each task has a public address
     */
    public record Placement(List<String> groups, List<String> subnets, boolean publicAddress) {
        public Placement {
            groups = List.copyOf(groups);
            subnets = List.copyOf(subnets);
        }
    }

    /**
     * The contents of a service's tasks.
     *
     * @param containers the containers
     * @param ports the ports that they listen on
     * @param registries the hosts that their images come from; {@code ECR} for private registries of Amazon ECR
     * @param logGroups the names of the log groups that they write to
     */
    public record Tasks(
            List<ContainerSummary> containers, List<Traffic> ports, List<String> registries, List<String> logGroups) {
        public Tasks {
            containers = List.copyOf(containers);
            ports = List.copyOf(ports);
            registries = List.copyOf(registries);
            logGroups = List.copyOf(logGroups);
        }
    }

    /**
     * The names that a service has and uses.
     *
     * @param names the names under which it is found
     * @param aliases the services that it calls
     */
    public record Discovery(List<DnsRegistration> names, List<Alias> aliases) {
        public Discovery {
            names = List.copyOf(names);
            aliases = List.copyOf(aliases);
        }
    }

    /** All security group rules of a service. */
    public record Rules(List<TrafficRule> ingress, List<TrafficRule> egress) {
        public Rules {
            ingress = List.copyOf(ingress);
            egress = List.copyOf(egress);
        }
    }

    /**
     * The traffic between a service and the outside of the stack.
     *
     * @param ingress the ingress rules whose peer is outside the stack
     * @param loadBalancers the ways from load balancers to the service
     * @param egress the egress rules whose peer is outside the stack
     */
    public record External(
            List<ExternalIngress> ingress, List<LoadBalancerRoute> loadBalancers, List<ExternalEgress> egress) {
        public External {
            ingress = List.copyOf(ingress);
            loadBalancers = List.copyOf(loadBalancers);
            egress = List.copyOf(egress);
        }
    }

    /**
     * The secrets of a service's tasks.
     *
     * @param injected the variables whose values ECS injects
     * @param grants everything that the execution role may read
     */
    public record Secrets(List<InjectedSecret> injected, List<SecretGrant> grants) {
        public Secrets {
            injected = List.copyOf(injected);
            grants = List.copyOf(grants);
        }
    }

    /**
     * The conditions for a service's tasks to start and work.
     *
     * @param pulls whether ECS can pull the images
     * @param logs whether the logs arrive in CloudWatch Logs
     * @param secrets whether ECS can fetch the secrets; null if there are none
     * @param ecsExec whether ECS Exec can open sessions; null if it is off
     * @param proxy whether the Service Connect proxies reach their control plane; null if there are none
     * @param dns whether names in the namespaces of the stack resolve
     * @param starts whether ECS accepts the service, and CloudFormation creates it after everything that it needs
     */
    public record Startup(
            CheckChain pulls,
            CheckChain logs,
            @Nullable CheckChain secrets,
            @Nullable CheckChain ecsExec,
            @Nullable CheckChain proxy,
            CheckChain dns,
            CheckChain starts) {
        /** Returns all conditions that apply to the service. */
        public List<CheckChain> all() {
            return Stream.of(pulls, logs, secrets, ecsExec, proxy, dns, starts)
                    .<CheckChain>mapMulti((chain, applicable) -> {
                        if (chain != null) {
                            applicable.accept(chain);
                        }
                    })
                    .toList();
        }
    }
}
