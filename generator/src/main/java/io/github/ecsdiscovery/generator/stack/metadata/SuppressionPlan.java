package io.github.ecsdiscovery.generator.stack.metadata;

import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.AWS_MANAGED_POLICY;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.CDK_NAG_LOG_BUCKET_WITHOUT_LOGS;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.CHECKOV_LOG_BUCKET_WITHOUT_LOGS;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.ECR_ENCRYPTION_KEY;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.EXEC_SESSIONS;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.HTTP_REDIRECT;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.OPEN_TO_INTERNET;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.PLAIN_VARIABLES_AND_SECRETS;
import static io.github.ecsdiscovery.generator.stack.metadata.KnownFinding.PLAIN_VARIABLES_ONLY;

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
 * Decides which scanner findings to suppress on which resources. It suppresses known findings only.
 *
 * <p>Scanners still report findings that come from a choice in the config, such as a policy for all resources.
 */
public final class SuppressionPlan {
    private final Config config;
    private final Map<String, List<Suppression>> suppressions = new LinkedHashMap<>();

    private SuppressionPlan(Config config) {
        this.config = config;
    }

    /** Returns suppressions by logical id; none unless the config enables {@code scannerMetadata}. */
    public static Map<String, List<Suppression>> of(
            Config config,
            @Nullable LoadBalancerResources loadBalancer,
            List<Role> sharedRoles,
            List<ServiceResources> services) {
        SuppressionPlan plan = new SuppressionPlan(config);
        if (config.scannerMetadata()) {
            if (loadBalancer != null) {
                plan.addFor(loadBalancer);
            }
            sharedRoles.forEach(plan::addForShared);
            services.forEach(plan::addFor);
        }
        return plan.suppressions;
    }

    /** Returns the suppressions for a stack of image repositories, by logical id. */
    public static Map<String, List<Suppression>> of(Config config, List<Repository> repositories) {
        SuppressionPlan plan = new SuppressionPlan(config);
        if (config.scannerMetadata()) {
            repositories.forEach(repository -> plan.add(repository.id(), ECR_ENCRYPTION_KEY));
        }
        return plan.suppressions;
    }

    private void addFor(LoadBalancerResources loadBalancer) {
        boolean isOpenToInternet = loadBalancer.scheme().equals(Scheme.INTERNET_FACING.toString())
                && loadBalancer.security().group().ingress().stream().anyMatch(rule -> "0.0.0.0/0".equals(rule.cidr()));
        if (isOpenToInternet) {
            add(loadBalancer.security().group().id(), OPEN_TO_INTERNET);
        }
        if (isOpenToInternet
                && loadBalancer.listeners().http()
                && loadBalancer.listeners().certificateArn() != null) {
            add(loadBalancer.security().group().id(), HTTP_REDIRECT);
        }
        if (loadBalancer.accessLogDays() != null) {
            add(LogicalId.ACCESS_LOGS.of(), CHECKOV_LOG_BUCKET_WITHOUT_LOGS);
            add(LogicalId.ACCESS_LOGS.of(), CDK_NAG_LOG_BUCKET_WITHOUT_LOGS);
        }
    }

    private void addForShared(Role role) {
        add(role.id(), role.managed().isEmpty() ? EXEC_SESSIONS : AWS_MANAGED_POLICY);
    }

    private void addFor(ServiceResources service) {
        if (!service.task().main().variables().environment().isEmpty()) {
            boolean hasSecrets = service.task().containers().stream()
                    .anyMatch(container -> !container.variables().secrets().isEmpty());
            add(service.ids().taskDefinition(), hasSecrets ? PLAIN_VARIABLES_AND_SECRETS : PLAIN_VARIABLES_ONLY);
        }
        if (service.roles().execution() != null) {
            add(service.roles().execution().id(), AWS_MANAGED_POLICY);
        }
        Service configured = config.services().get(service.name());
        if (service.roles().task() != null
                && configured != null
                && configured.exec()
                && !allowsAllResources(configured)) {
            add(service.roles().task().id(), EXEC_SESSIONS);
        }
    }

    /** Scanners report a role that allows all resources once, no matter which statement allows them. */
    private static boolean allowsAllResources(Service service) {
        return service.policies().stream()
                .anyMatch(policy -> policy instanceof Policy.Inline inline
                        && inline.statement().resource() != null
                        && inline.statement().resource().all().contains("*"));
    }

    private void add(String id, KnownFinding finding) {
        suppressions.computeIfAbsent(id, absent -> new ArrayList<>()).add(finding.suppression());
    }
}
