package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.reach.ExternalReachability;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether users can open sessions in the tasks of a service with ECS Exec.
 *
 * <p>The agent of ECS Exec needs a container with a writable root file system, a task role that allows {@code ssmmessages}
 * actions, and a way to the {@code ssmmessages} service. Source: the page "Monitor Amazon ECS containers with ECS Exec" of the
 * Amazon ECS Developer Guide.
 */
public final class EcsExecCheck {
    private final Template template;
    private final ExternalReachability reachability;

    public EcsExecCheck(Template template, ExternalReachability reachability) {
        this.template = template;
        this.reachability = reachability;
    }

    /** Returns the conditions for a session to open, or null if ECS Exec is off. */
    @Nullable
    public CheckChain of(DeployedTask task) {
        return task.hasEcsExec(template)
                ? CheckChain.of(rootFileSystem(task))
                        .then(CheckChain.of(new IamRoles(template).allowsEcsExec(task)))
                        .then(reachability.awsServices(task, List.of("ssmmessages")))
                : null;
    }

    private static List<Check> rootFileSystem(DeployedTask task) {
        boolean isReadonly = !task.containers().isEmpty()
                && task.containers().stream()
                        .allMatch(container -> container.settings().readonlyRoot());
        return isReadonly
                ? List.of(Check.no(
                        "root",
                        "every container has a read-only root file system, but the agent of ECS Exec must write to one",
                        task.containers().get(0).line()))
                : List.of();
    }
}
