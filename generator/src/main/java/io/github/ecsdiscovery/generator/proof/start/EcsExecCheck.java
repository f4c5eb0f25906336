package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.reach.ExternalReachability;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether people can open sessions in the tasks of a service, by ECS Exec. */
public final class EcsExecCheck {
    private final Template template;
    private final ExternalReachability outside;

    public EcsExecCheck(Template template, ExternalReachability outside) {
        this.template = template;
        this.outside = outside;
    }

    /** Null where it is off. */
    @Nullable
    public CheckChain of(DeployedTask task) {
        return task.opensSessions(template)
                ? CheckChain.of(root(task))
                        .then(CheckChain.of(new ExecutionRole(template).opensSessions(task)))
                        .then(outside.services(task, List.of("ssmmessages")))
                : null;
    }

    /** Its agent writes within the container that it opens. */
    private static List<Check> root(DeployedTask task) {
        boolean shut =
                !task.containers().isEmpty() && task.containers().stream().allMatch(DeployedContainer::readonlyRoot);
        return shut
                ? List.of(Check.no(
                        "root",
                        "no container has a root file system that the agent of ECS Exec can write to",
                        task.containers().get(0).line()))
                : List.of();
    }
}
