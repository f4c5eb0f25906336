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

/** Whether ECS can take from elsewhere what a task is to be given. */
public final class SecretsCheck {
    private final ExternalReachability outside;
    private final ExecutionRole role;

    public SecretsCheck(Template template, ExternalReachability outside) {
        this.outside = outside;
        this.role = new ExecutionRole(template);
    }

    /** What a task is given. */
    public List<InjectedSecret> of(DeployedTask task) {
        return task.containers().stream().flatMap(one -> one.secrets().stream()).toList();
    }

    /** What the role that starts a task may read. */
    public List<SecretGrant> readings(DeployedTask task) {
        return role.readings(task);
    }

    /** Null where a task is given nothing. */
    @Nullable
    public CheckChain fetches(DeployedTask task) {
        if (of(task).isEmpty()) {
            return null;
        }
        CheckChain all = CheckChain.of(twice(task));
        for (InjectedSecret given : of(task)) {
            CheckChain one = given.store().isEmpty()
                    ? CheckChain.of(Check.no("secret", given.variable() + " is taken from no secret", given.line()))
                    : CheckChain.of(role.reads(task, given)).then(outside.services(task, List.of(given.store())));
            all = all.then(one);
        }
        return all;
    }

    /** ECS refuses a container with a variable that is plain and a secret. */
    private static List<Check> twice(DeployedTask task) {
        List<Check> hops = new ArrayList<>();
        for (DeployedContainer container : task.containers()) {
            for (InjectedSecret given : container.secrets()) {
                boolean plain = container.variables().stream()
                        .anyMatch(one -> one.name().equals(given.variable()));
                if (plain) {
                    hops.add(Check.no("secret", given.variable() + " is a plain variable too", given.line()));
                }
            }
        }
        return hops;
    }
}
