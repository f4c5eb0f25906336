package io.github.ecsdiscovery.generator.stack.id;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.network.Placement;

/**
 * A choice for the whole stack that selects the text of a description.
 *
 * <p>An enum instead of predicates, because every run loads the descriptions, and a lambda costs time at start-up.
 */
public enum Choice {
    ANY,
    PUBLIC_TASKS,
    INTERNET_FACING,
    HTTPS,
    ;

    boolean isMade(Config config) {
        LoadBalancer loadBalancer = config.ownLoadBalancer();
        return switch (this) {
            case ANY -> true;
            case PUBLIC_TASKS -> config.network().placement() == Placement.PUBLIC;
            case INTERNET_FACING -> loadBalancer != null && loadBalancer.scheme() == Scheme.INTERNET_FACING;
            case HTTPS -> loadBalancer != null && loadBalancer.hasHttps();
        };
    }
}
