package io.github.ecsdiscovery.generator.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether people can open sessions in the tasks of a service, by ECS Exec. */
final class Sessions {
    private final Template template;
    private final Outside outside;

    Sessions(Template template, Outside outside) {
        this.template = template;
        this.outside = outside;
    }

    /** Null where it is off. */
    @Nullable
    Trail of(Task task) {
        return task.opensSessions(template)
                ? Trail.of(root(task))
                        .then(Trail.of(new ExecutionRole(template).opensSessions(task)))
                        .then(outside.services(task, List.of("ssmmessages")))
                : null;
    }

    /** Its agent writes within the container that it opens. */
    private static List<Hop> root(Task task) {
        boolean shut =
                !task.containers().isEmpty() && task.containers().stream().allMatch(Container::readonlyRoot);
        return shut
                ? List.of(Hop.no(
                        "root",
                        "no container has a root file system that the agent of ECS Exec can write to",
                        task.containers().get(0).line()))
                : List.of();
    }
}
