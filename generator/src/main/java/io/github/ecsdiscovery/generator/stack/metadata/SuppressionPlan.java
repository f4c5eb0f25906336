package io.github.ecsdiscovery.generator.stack.metadata;

import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.KEY_OF_ECR;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.LOGS_OF_LOGS;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.LOGS_OF_LOGS_BY_AWS;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.OPEN_TO_ALL;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.PLAIN_BESIDE_SECRETS;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.PLAIN_VARIABLES;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.POLICY_OF_AWS;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.REDIRECT;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.SESSIONS;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.image.Repository;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import io.github.ecsdiscovery.generator.stack.role.Role;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is suppressed where: at each resource that has a known finding, and at no other. What a config asks for on top
 * of that, such as a policy for all resources, is for scanners to report.
 */
public final class SuppressionPlan {
    private final Config config;
    private final Map<String, List<Suppression>> found = new LinkedHashMap<>();

    private SuppressionPlan(Config config) {
        this.config = config;
    }

    /** By logical id; nothing where the config does not want it. */
    public static Map<String, List<Suppression>> of(
            Config config,
            @Nullable LoadBalancerResources balancer,
            List<Role> shared,
            List<ServiceResources> services) {
        SuppressionPlan plan = new SuppressionPlan(config);
        if (config.scannerMetadata()) {
            if (balancer != null) {
                plan.balancer(balancer);
            }
            shared.forEach(plan::shared);
            services.forEach(plan::service);
        }
        return plan.found;
    }

    /** The same of the stack of the images' repositories. */
    public static Map<String, List<Suppression>> of(Config config, List<Repository> repositories) {
        SuppressionPlan plan = new SuppressionPlan(config);
        if (config.scannerMetadata()) {
            repositories.forEach(repository -> plan.at(repository.id(), KEY_OF_ECR));
        }
        return plan.found;
    }

    private void balancer(LoadBalancerResources balancer) {
        boolean isOpen = balancer.scheme().equals(Scheme.INTERNET_FACING.toString())
                && balancer.group().ingress().stream().anyMatch(rule -> "0.0.0.0/0".equals(rule.cidr()));
        if (isOpen) {
            at(balancer.group().id(), OPEN_TO_ALL);
        }
        if (isOpen && balancer.port80() && balancer.certificateArn() != null) {
            at(balancer.group().id(), REDIRECT);
        }
        if (balancer.logDays() != null) {
            at(LogicalId.ACCESS_LOGS.of(), LOGS_OF_LOGS);
            at(LogicalId.ACCESS_LOGS.of(), LOGS_OF_LOGS_BY_AWS);
        }
    }

    private void shared(Role role) {
        at(role.id(), role.managed().isEmpty() ? SESSIONS : POLICY_OF_AWS);
    }

    private void service(ServiceResources service) {
        if (!service.task().own().environment().isEmpty()) {
            boolean hasSecrets = service.task().containers().stream()
                    .anyMatch(one -> !one.secrets().isEmpty());
            at(service.ids().taskDefinition(), hasSecrets ? PLAIN_BESIDE_SECRETS : PLAIN_VARIABLES);
        }
        if (service.executionRole() != null) {
            at(service.executionRole().id(), POLICY_OF_AWS);
        }
        Service said = config.services().get(service.name());
        if (service.taskRole() != null && said != null && said.exec() && !asksForAll(said)) {
            at(service.taskRole().id(), SESSIONS);
        }
    }

    /** A scanner reports all resources of a role once, whichever statement names them. */
    private static boolean asksForAll(Service service) {
        return service.policies().stream()
                .anyMatch(policy -> policy instanceof Policy.Inline one
                        && one.statement().resource() != null
                        && one.statement().resource().all().contains("*"));
    }

    private void at(String id, KnownFinding finding) {
        found.computeIfAbsent(id, none -> new ArrayList<>()).add(finding.suppressed());
    }
}
