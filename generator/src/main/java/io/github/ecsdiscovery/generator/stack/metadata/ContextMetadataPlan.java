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

/** Decides what a template says about itself and its resources, where the config asks for it. */
public final class ContextMetadataPlan {
    private static final String CHANGED_IN_CONFIG = "change the config and render again: what is changed here is lost";

    private final Config config;

    public ContextMetadataPlan(Config config) {
        this.config = config;
    }

    /** What is said about a resource, or null for nothing. */
    @Nullable
    ContextMetadata of(NamedId id) {
        if (!config.contextMetadata() || id.kind() == LogicalId.SERVICE_TAG) {
            return null;
        }
        ContextMetadata context = ResourceDescription.of(config, id);
        return id.kind() == LogicalId.SERVICE
                ? context.with(deps(config.services().get(id.names().get(0))))
                : context;
    }

    /** What is said about a whole stack of services, or null for nothing. */
    @Nullable
    public StackContextMetadata stack(@Nullable NetworkResources network) {
        if (!config.contextMetadata()) {
            return null;
        }
        String who = config.services().isEmpty()
                ? "for ECS Fargate services of stacks that join, which find each other"
                : "ECS Fargate services that find each other";
        String front = config.ownLoadBalancer() == null ? "" : "; a load balancer leads to those with `http`";
        boolean isByProxy = config.services().values().stream().anyMatch(config::hasServiceConnectProxy);
        boolean shared = config.network().securityGroups() == SecurityGroups.SHARED;
        return new StackContextMetadata(
                who + (isByProxy ? " by DNS and ECS Service Connect under " : " by DNS under ")
                        + NamespaceDomain.inWords(config) + ", in " + place(network) + front,
                List.of(
                        shared
                                ? "all services reach each other at every port: they share a security group"
                                : "services reach each other along their `deps` alone, by a pair of rules each",
                        CHANGED_IN_CONFIG,
                        "logical ids and exports stay: another id is another resource, and others import exports"));
    }

    /** What is said about a stack of repositories, or null for nothing. */
    @Nullable
    public StackContextMetadata repositories() {
        return config.contextMetadata()
                ? new StackContextMetadata(
                        "ECR repositories: images are pushed to them before the stacks of " + config.name()
                                + " run these",
                        List.of(
                                CHANGED_IN_CONFIG,
                                "tags that cannot be moved stay so: a rollback means the image that it was"))
                : null;
    }

    private String place(@Nullable NetworkResources network) {
        if (network != null) {
            return network.inWords();
        }
        return config.platform() == null
                ? "a VPC that was there before"
                : "the network of the stack " + config.platform();
    }

    /** Whom a service calls, and the stack that it joins. */
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
