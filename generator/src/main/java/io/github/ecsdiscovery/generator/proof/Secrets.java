package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether ECS can take from elsewhere what a task is to be given. */
final class Secrets {
    private final Outside outside;
    private final ExecutionRole role;

    Secrets(Template template, Outside outside) {
        this.outside = outside;
        this.role = new ExecutionRole(template);
    }

    /** What a task is given. */
    List<Given> of(Task task) {
        return task.containers().stream().flatMap(one -> one.secrets().stream()).toList();
    }

    /** What the role that starts a task may read. */
    List<Reading> readings(Task task) {
        return role.readings(task);
    }

    /** Null where a task is given nothing. */
    @Nullable
    Trail fetches(Task task) {
        if (of(task).isEmpty()) {
            return null;
        }
        Trail all = Trail.of(twice(task));
        for (Given given : of(task)) {
            Trail one = given.store().isEmpty()
                    ? Trail.of(Hop.no("secret", given.variable() + " is taken from no secret", given.line()))
                    : Trail.of(role.reads(task, given)).then(outside.services(task, List.of(given.store())));
            all = all.then(one);
        }
        return all;
    }

    /** ECS refuses a container with a variable that is plain and a secret. */
    private static List<Hop> twice(Task task) {
        List<Hop> hops = new ArrayList<>();
        for (Container container : task.containers()) {
            for (Given given : container.secrets()) {
                boolean plain = container.variables().stream()
                        .anyMatch(one -> one.name().equals(given.variable()));
                if (plain) {
                    hops.add(Hop.no("secret", given.variable() + " is a plain variable too", given.line()));
                }
            }
        }
        return hops;
    }
}
