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

/** Creates the outputs of a stack for people and for other stacks. */
final class StackOutputs {
    private final Config config;
    private final List<StackOutput> outputs = new ArrayList<>();

    StackOutputs(Config config) {
        this.config = config;
    }

    /** Adds the exports that other stacks need to join this one. A stack that joins a platform has none. */
    StackOutputs platform(Value vpcId, List<Value> subnets, Value namespaceId, Value cluster) {
        outputs.add(Export.VPC_ID.output(vpcId));
        Export subnetExport = subnet(config);
        for (int i = 0; i < subnets.size(); i++) {
            Value subnet = subnets.get(i);
            outputs.add(
                    subnet instanceof Value.Ref ref
                            ? new StackOutput(ref.id() + "Id", subnet, true)
                            : subnetExport.output(subnet, i + 1));
        }
        outputs.add(Export.NAMESPACE_ID.output(namespaceId));
        outputs.add(Export.NAMESPACE_NAME.output(NamespaceDomain.of(config)));
        outputs.add(Export.CLUSTER_NAME.output(cluster));
        return this;
    }

    /** Adds the security group that services of all stacks share. */
    StackOutputs sharedGroup(SecurityGroup group) {
        outputs.add(Export.SHARED_SECURITY_GROUP_ID.output(new Value.Ref(group.id())));
        return this;
    }

    /** Adds the URL of the load balancer and the exports that services of other stacks need to use it. */
    StackOutputs loadBalancer() {
        LoadBalancer loadBalancer = config.ownLoadBalancer();
        if (loadBalancer == null) {
            return this;
        }
        String scheme = loadBalancer.hasHttps() ? "https://" : "http://";
        Value url = loadBalancer.domain() == null
                ? new Value.Sub(scheme + "${" + LogicalId.LOAD_BALANCER.of() + ".DNSName}")
                : new Value.Literal(scheme + loadBalancer.domain());
        outputs.add(new StackOutput("LoadBalancerUrl", url, false));
        outputs.add(Export.LOAD_BALANCER_LISTENER_ARN.output(
                new Value.Ref(LoadBalancerTargetPlan.listener(config).of())));
        outputs.add(Export.LOAD_BALANCER_SECURITY_GROUP_ID.output(
                new Value.Ref(LogicalId.LOAD_BALANCER_SECURITY_GROUP.of())));
        outputs.add(Export.LOAD_BALANCER_FULL_NAME.output(
                new Value.Sub("${" + LogicalId.LOAD_BALANCER.of() + ".LoadBalancerFullName}")));
        return this;
    }

    /**
     * Adds the endpoints of services and the ids of their security groups, and returns all outputs.
     *
     * <p>Callers in other stacks add rules to these groups. A database can admit a group, so services without callers have an
     * output too.
     */
    List<StackOutput> services(List<ServiceResources> services) {
        services.forEach(this::addService);
        return outputs;
    }

    private void addService(ServiceResources service) {
        // A stack that joins a platform would repeat the platform's domain in the output.
        // A service that is not in DNS has no name that anyone else could resolve.
        if (config.domain() != null && service.discovery().registration() != null) {
            int port = service.task().main().ports().get(0).port();
            Value endpoint = NamespaceDomain.within(config, service.name() + ".", ":" + port);
            outputs.add(new StackOutput(LogicalId.pascal(service.name()) + "Endpoint", endpoint, false));
        }
        SecurityGroup group = service.security().group();
        if (group != null && config.network().securityGroups() == SecurityGroups.PER_SERVICE) {
            outputs.add(Export.SERVICE_SECURITY_GROUP_ID.output(new Value.Ref(group.id()), service.name()));
        }
    }

    /** Returns the kind of export for the subnets of tasks. */
    static Export subnet(Config config) {
        return config.network().placement() == Placement.PUBLIC ? Export.PUBLIC_SUBNET_ID : Export.PRIVATE_SUBNET_ID;
    }
}
