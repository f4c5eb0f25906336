package io.github.ecsdiscovery.generator.stack;

import static io.github.ecsdiscovery.generator.stack.KnownFinding.KEY_OF_ECR;
import static io.github.ecsdiscovery.generator.stack.KnownFinding.LOGS_OF_LOGS;
import static io.github.ecsdiscovery.generator.stack.KnownFinding.LOGS_OF_LOGS_BY_AWS;
import static io.github.ecsdiscovery.generator.stack.KnownFinding.OPEN_TO_ALL;
import static io.github.ecsdiscovery.generator.stack.KnownFinding.PLAIN_BESIDE_SECRETS;
import static io.github.ecsdiscovery.generator.stack.KnownFinding.PLAIN_VARIABLES;
import static io.github.ecsdiscovery.generator.stack.KnownFinding.POLICY_OF_AWS;
import static io.github.ecsdiscovery.generator.stack.KnownFinding.REDIRECT;
import static io.github.ecsdiscovery.generator.stack.KnownFinding.SESSIONS;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.Policy;
import io.github.ecsdiscovery.generator.model.Scheme;
import io.github.ecsdiscovery.generator.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is suppressed where: at each resource that has a known finding, and at no other. What a config asks for on top
 * of that, such as a policy for all resources, is for scanners to report.
 */
final class SuppressionPlan {
    private final Config config;
    private final Map<String, List<Suppression>> found = new LinkedHashMap<>();

    private SuppressionPlan(Config config) {
        this.config = config;
    }

    /** By logical id; nothing where the config does not want it. */
    static Map<String, List<Suppression>> of(
            Config config, @Nullable Balancer balancer, List<Role> shared, List<ServiceStack> services) {
        SuppressionPlan plan = new SuppressionPlan(config);
        if (config.scanners()) {
            if (balancer != null) {
                plan.balancer(balancer);
            }
            shared.forEach(plan::shared);
            services.forEach(plan::service);
        }
        return plan.found;
    }

    /** The same of the stack of the images' repositories. */
    static Map<String, List<Suppression>> of(Config config, List<Repository> repositories) {
        SuppressionPlan plan = new SuppressionPlan(config);
        if (config.scanners()) {
            repositories.forEach(repository -> plan.at(repository.id(), KEY_OF_ECR));
        }
        return plan.found;
    }

    private void balancer(Balancer balancer) {
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

    private void service(ServiceStack service) {
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
