package io.github.ecsdiscovery.generator.stack;

import io.github.ecsdiscovery.generator.stack.discovery.NamespaceResource;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.StackOutput;
import io.github.ecsdiscovery.generator.stack.id.TagParameter;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import io.github.ecsdiscovery.generator.stack.log.LogSettings;
import io.github.ecsdiscovery.generator.stack.metadata.StackMetadata;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import io.github.ecsdiscovery.generator.stack.role.Role;
import io.github.ecsdiscovery.generator.stack.security.SecurityGroup;
import io.github.ecsdiscovery.generator.stack.security.SharedIngress;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.value.Tag;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CloudFormation stack with all values decided, ready to render.
 *
 * @param identity its name, description, tags and parameters
 * @param vpc the VPC of its tasks
 * @param discovery the namespace of its services
 * @param loadBalancer the load balancer that the stack creates, or null for none
 * @param shared resources that its services share
 * @param services its services, sorted by name
 * @param outputs its outputs
 * @param metadata its logical ids and the metadata of its resources
 */
public record Stack(
        StackIdentity identity,
        StackVpc vpc,
        StackDiscovery discovery,
        @Nullable LoadBalancerResources loadBalancer,
        SharedResources shared,
        List<ServiceResources> services,
        List<StackOutput> outputs,
        StackMetadata metadata) {
    public Stack {
        services = List.copyOf(services);
        outputs = List.copyOf(outputs);
    }

    /**
     * The identity of a stack.
     *
     * @param tags the tags of every resource that supports tags
     * @param parameters the parameters of its template
     */
    public record StackIdentity(String name, String description, List<Tag> tags, List<TagParameter> parameters) {
        public StackIdentity {
            tags = List.copyOf(tags);
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * The VPC of a stack.
     *
     * @param id the id of the VPC
     * @param subnets the ids of the subnets of tasks
     * @param network the network that the stack creates, or null if it uses an existing one
     */
    public record StackVpc(
            Value id, List<Value> subnets, @Nullable NetworkResources network) {
        public StackVpc {
            subnets = List.copyOf(subnets);
        }
    }

    /**
     * The namespace of a stack.
     *
     * @param domain the domain of the namespace, for comments
     * @param namespaceId the id of the namespace
     * @param namespace the namespace that the stack creates, or null if it uses an existing one
     */
    public record StackDiscovery(
            String domain, Value namespaceId, @Nullable NamespaceResource namespace) {}

    /**
     * The resources that services of a stack share.
     *
     * @param cluster the ECS cluster
     * @param logs the settings of log groups
     * @param roles the roles that several services use
     * @param group the security group of all services, or null if each has its own
     * @param ingress the ingress rules of that group
     */
    public record SharedResources(
            ClusterReference cluster,
            LogSettings logs,
            List<Role> roles,
            @Nullable SecurityGroup group,
            List<SharedIngress> ingress) {
        public SharedResources {
            roles = List.copyOf(roles);
            ingress = List.copyOf(ingress);
        }
    }

    /**
     * The ECS cluster of a stack.
     *
     * @param name the name of the cluster
     * @param isCreated whether the stack creates the cluster
     * @param insights the Container Insights setting of a created cluster
     */
    public record ClusterReference(Value name, boolean isCreated, String insights) {}

    /** Returns the network that the stack creates, or null if it uses an existing one. */
    public @Nullable NetworkResources network() {
        return vpc.network();
    }

    /** Returns the number of resources in the template. */
    public int resources() {
        return (int)
                metadata.ids().stream().filter(id -> id.kind().isResource()).count();
    }

    /** Returns whether the template creates IAM roles, which a deployment must allow. */
    public boolean hasRoles() {
        return metadata.ids().stream().anyMatch(id -> id.kind().type().equals(LogicalId.TASK_ROLE.type()));
    }
}
