package io.github.ecsdiscovery.generator.stack.metadata;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.discovery.Callee;
import io.github.ecsdiscovery.generator.stack.discovery.NamespaceDomain;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.id.NamedId;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Creates AWS's Context metadata for a template and its resources if the config enables {@code contextMetadata}. */
public final class ContextMetadataPlan {
    private static final String CHANGED_IN_CONFIG =
            "Change the config and render it again: the next rendering overwrites a change made here";

    private final Config config;

    public ContextMetadataPlan(Config config) {
        this.config = config;
    }

    /** Returns the metadata of a resource, or null if it has none. */
    @Nullable
    ContextMetadata of(NamedId id) {
        if (!config.contextMetadata() || !id.kind().isResource()) {
            return null;
        }
        ContextMetadata context = ContextMetadata.of(config, id);
        return id.kind() == LogicalId.SERVICE
                ? context.withDeps(deps(config.services().get(id.names().get(0))))
                : context;
    }

    /** Returns the metadata of a stack of services, or null if it has none. */
    @Nullable
    public StackContextMetadata stack(@Nullable NetworkResources network) {
        if (!config.contextMetadata()) {
            return null;
        }
        String services = config.services().isEmpty()
                ? "A platform for stacks that join it, whose ECS Fargate services find each other"
                : "ECS Fargate services that find each other";
        String loadBalancer =
                config.ownLoadBalancer() == null ? "" : "; a load balancer forwards requests to services with `http`";
        boolean hasServiceConnect = config.services().values().stream().anyMatch(config::hasServiceConnectProxy);
        boolean isShared = config.network().securityGroups() == SecurityGroups.SHARED;
        return new StackContextMetadata(
                services + (hasServiceConnect ? " by DNS and ECS Service Connect under " : " by DNS under ")
                        + NamespaceDomain.text(config) + ", in " + network(network) + loadBalancer,
                List.of(
                        isShared
                                ? "Services reach each other on every port, because they share a security group"
                                : "A service reaches only the services in its `deps`; each call has a pair of security group rules",
                        CHANGED_IN_CONFIG,
                        "Keep logical ids and exports: a new id replaces the resource, and other stacks import the exports"));
    }

    /** Returns the metadata of a stack of image repositories, or null if it has none. */
    @Nullable
    public StackContextMetadata repositories() {
        return config.contextMetadata()
                ? new StackContextMetadata(
                        "ECR repositories; images are pushed here before the stacks of " + config.name() + " run them",
                        List.of(
                                CHANGED_IN_CONFIG,
                                "Keep immutable tags immutable, so that a rollback runs the same image as before"))
                : null;
    }

    private String network(@Nullable NetworkResources network) {
        if (network != null) {
            return network.summary();
        }
        return config.platform() == null ? "an existing VPC" : "the network of the stack " + config.platform();
    }

    /** Returns the stack that a service joins and the services that it calls. */
    private List<String> deps(@Nullable Service service) {
        List<String> deps = new ArrayList<>();
        if (config.platform() != null) {
            deps.add("stack " + config.platform());
        }
        if (service != null) {
            var callees = new TreeSet<String>();
            service.allCalls()
                    .forEach(call -> Callee.of(config, call)
                            .map(callee -> callee.stack() == null
                                    ? callee.name()
                                    : callee.name() + " of stack " + callee.stack())
                            .ifPresent(callees::add));
            deps.addAll(callees);
        }
        return deps;
    }
}
