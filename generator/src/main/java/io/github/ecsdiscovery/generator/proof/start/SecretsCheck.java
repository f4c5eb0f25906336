package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.reach.ExternalReachability;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.task.InjectedSecret;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether ECS can fetch the secrets that it injects into a task.
 *
 * <p>ECS reads each secret with the execution role, through the network of the task. It rejects a container that has a secret
 * and a plain variable of the same name. Source: the page "Pass sensitive data to an Amazon ECS container" of the Amazon ECS
 * Developer Guide.
 */
public final class SecretsCheck {
    private final ExternalReachability reachability;
    private final IamRoles roles;

    public SecretsCheck(Template template, ExternalReachability reachability) {
        this.reachability = reachability;
        this.roles = new IamRoles(template);
    }

    /** Returns all secrets, parameters and keys that the execution role of a task may read. */
    public List<SecretGrant> grants(DeployedTask task) {
        return roles.secretGrants(task);
    }

    /** Returns the conditions for all secrets of a task to be fetched, or null if the task has none. */
    @Nullable
    public CheckChain of(DeployedTask task) {
        if (task.secrets().isEmpty()) {
            return null;
        }
        CheckChain fetches = CheckChain.of(duplicateVariables(task));
        for (InjectedSecret secret : task.secrets()) {
            fetches = fetches.then(fetch(task, secret));
        }
        return fetches;
    }

    private CheckChain fetch(DeployedTask task, InjectedSecret secret) {
        if (secret.store().isEmpty()) {
            String finding = secret.variable() + " does not refer to Secrets Manager or Parameter Store";
            return CheckChain.of(Check.no("secret", finding, secret.line()));
        }
        return CheckChain.of(roles.executionRoleReads(task, secret))
                .then(reachability.awsServices(task, List.of(secret.store())));
    }

    private static List<Check> duplicateVariables(DeployedTask task) {
        List<Check> checks = new ArrayList<>();
        for (DeployedContainer container : task.containers()) {
            for (InjectedSecret secret : container.environment().secrets()) {
                boolean isPlain = container.environment().variables().stream()
                        .anyMatch(variable -> variable.name().equals(secret.variable()));
                if (isPlain) {
                    String finding = secret.variable() + " is both a secret and a plain variable, which ECS rejects";
                    checks.add(Check.no("secret", finding, secret.line()));
                }
            }
        }
        return checks;
    }
}
