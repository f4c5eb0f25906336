package io.github.ecsdiscovery.generator.proof;

import java.util.List;

/** Whether a task can pull its images. */
final class Pull {
    /** What a pull from a private registry of ECR asks: for a token, for the manifest, for the layers. */
    private static final List<String> ECR = List.of("ecr.api", "ecr.dkr", "s3");

    private final Outside outside;
    private final ExecutionRole role;

    Pull(Template template, Outside outside) {
        this.outside = outside;
        this.role = new ExecutionRole(template);
    }

    Trail of(Task task) {
        Trail all = Trail.of();
        for (Container container : task.containers()) {
            Trail one = container.isFromEcr()
                    ? Trail.of(role.allows(task, ExecutionRole.PULL)).then(outside.services(task, ECR))
                    : outside.internet(task);
            all = all.then(one);
        }
        return task.containers().isEmpty()
                ? Trail.of(Hop.no(
                        "container",
                        "there is no container to pull an image for",
                        task.service().line()))
                : all;
    }
}
