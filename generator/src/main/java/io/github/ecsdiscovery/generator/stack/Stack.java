package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.stack.discovery.NamespaceResource;
import io.github.ecsdiscovery.generator.stack.id.NamedId;
import io.github.ecsdiscovery.generator.stack.id.StackOutput;
import io.github.ecsdiscovery.generator.stack.id.TagParameter;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import io.github.ecsdiscovery.generator.stack.log.LogSettings;
import io.github.ecsdiscovery.generator.stack.metadata.ResourceMetadata;
import io.github.ecsdiscovery.generator.stack.metadata.StackContextMetadata;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import io.github.ecsdiscovery.generator.stack.role.Role;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.security.SharedIngress;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.value.Tag;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rendered: all of a CloudFormation stack, decided to the last value.
 *
 * @param context what it is there for, or null where that is not said
 * @param network the stack's own VPC, or null in an existing one
 * @param vpcId the VPC
 * @param subnets those that tasks run in
 * @param sharedGroup the group of all services, or null where each has its own
 * @param sharedIngress who may come in from outside, with a shared group
 * @param namespace the stack's own namespace, or null for an existing one
 * @param namespaceId the namespace
 * @param ownCluster whether the cluster is the stack's own
 * @param cluster the cluster's name
 * @param insights what Container Insights collects, of an own cluster
 * @param balancer the stack's own load balancer, or null
 * @param roles those that services share
 * @param services by name
 * @param ids all logical ids, with what has them
 * @param metadata what is said about resources, by logical id; nothing about most
 */
public record Stack(
        String name,
        String description,
        String domain,
        @Nullable StackContextMetadata context,
        List<Tag> tags,
        List<TagParameter> parameters,
        @Nullable NetworkResources network,
        Value vpcId,
        List<Value> subnets,
        @Nullable SecurityGroup sharedGroup,
        List<SharedIngress> sharedIngress,
        @Nullable NamespaceResource namespace,
        Value namespaceId,
        boolean ownCluster,
        Value cluster,
        String insights,
        @Nullable LoadBalancerResources balancer,
        LogSettings logs,
        List<Role> roles,
        List<ServiceResources> services,
        List<StackOutput> outputs,
        List<NamedId> ids,
        Map<String, ResourceMetadata> metadata) {
    public Stack {
        tags = List.copyOf(tags);
        parameters = List.copyOf(parameters);
        subnets = List.copyOf(subnets);
        sharedIngress = List.copyOf(sharedIngress);
        roles = List.copyOf(roles);
        services = List.copyOf(services);
        outputs = List.copyOf(outputs);
        ids = List.copyOf(ids);
        metadata = Map.copyOf(metadata);
    }

    /** How many resources the template has. */
    public int resources() {
        return (int) ids.stream().filter(id -> !isParameter(id.id())).count();
    }

    /** Whether any of them is a role, which who deploys has to allow. */
    public boolean hasRoles() {
        return !roles.isEmpty() || network != null && network.flowLog() != null;
    }

    private boolean isParameter(String id) {
        return parameters.stream().anyMatch(parameter -> parameter.id().equals(id));
    }
}
