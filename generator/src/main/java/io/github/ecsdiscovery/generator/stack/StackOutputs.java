package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.stack.discovery.NamespaceDomain;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.StackOutput;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerTargetPlan;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Decides what the stack tells people, and exports to other stacks. */
final class StackOutputs {
    private final Config config;
    private final List<StackOutput> all = new ArrayList<>();

    StackOutputs(Config config) {
        this.config = config;
    }

    /** What other stacks join, of a stack that joins none itself. */
    StackOutputs platform(Value vpcId, List<Value> subnets, Value namespaceId, Value cluster) {
        all.add(Export.VPC_ID.output(vpcId));
        Export kind = subnet(config);
        for (int i = 0; i < subnets.size(); i++) {
            Value subnet = subnets.get(i);
            all.add(
                    subnet instanceof Value.Ref ref
                            ? new StackOutput(ref.id() + "Id", subnet, true)
                            : kind.output(subnet, i + 1));
        }
        all.add(Export.NAMESPACE_ID.output(namespaceId));
        all.add(Export.NAMESPACE_NAME.output(NamespaceDomain.of(config)));
        all.add(Export.CLUSTER_NAME.output(cluster));
        return this;
    }

    /** The group that services of all stacks share. */
    StackOutputs shared(SecurityGroup group) {
        all.add(Export.SHARED_SECURITY_GROUP_ID.output(new Value.Ref(group.id())));
        return this;
    }

    /** Where the load balancer is found, and what services of other stacks need to be behind it. */
    StackOutputs balancer() {
        LoadBalancer own = config.ownLoadBalancer();
        if (own == null) {
            return this;
        }
        String scheme = own.hasHttps() ? "https://" : "http://";
        Value url = own.domain() == null
                ? new Value.Sub(scheme + "${" + LogicalId.LOAD_BALANCER.of() + ".DNSName}")
                : new Value.Literal(scheme + own.domain());
        all.add(new StackOutput("LoadBalancerUrl", url, false));
        all.add(Export.LOAD_BALANCER_LISTENER_ARN.output(
                new Value.Ref(LoadBalancerTargetPlan.listener(config).of())));
        all.add(Export.LOAD_BALANCER_SECURITY_GROUP_ID.output(
                new Value.Ref(LogicalId.LOAD_BALANCER_SECURITY_GROUP.of())));
        all.add(Export.LOAD_BALANCER_FULL_NAME.output(
                new Value.Sub("${" + LogicalId.LOAD_BALANCER.of() + ".LoadBalancerFullName}")));
        return this;
    }

    /**
     * Where the services are found, and their groups: callers in other stacks add rules to them, and a database's group lets
     * them in, also workers that nobody calls.
     */
    List<StackOutput> services(List<ServiceResources> services) {
        services.forEach(this::ofService);
        return all;
    }

    private void ofService(ServiceResources service) {
        // An output that repeats what another stack exports would only be a second place for it.
        // What only proxies know has no name that anybody else could look up.
        if (config.domain() != null && service.registration() != null) {
            int port = service.task().own().ports().get(0).port();
            Value endpoint = NamespaceDomain.within(config, service.name() + ".", ":" + port);
            all.add(new StackOutput(LogicalId.pascal(service.name()) + "Endpoint", endpoint, false));
        }
        SecurityGroup group = service.group();
        if (group != null && config.network().securityGroups() == SecurityGroups.PER_SERVICE) {
            all.add(Export.SERVICE_SECURITY_GROUP_ID.output(new Value.Ref(group.id()), service.name()));
        }
    }

    /** The kind of export by which the subnets that tasks run in are known. */
    static Export subnet(Config config) {
        return config.network().placement() == Placement.PUBLIC ? Export.PUBLIC_SUBNET_ID : Export.PRIVATE_SUBNET_ID;
    }
}
