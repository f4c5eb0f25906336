package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.reach.ExternalReachability;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.List;

/** Whether a task can pull its images. */
public final class ImagePullCheck {
    /** What a pull from a private registry of ECR asks: for a token, for the manifest, for the layers. */
    private static final List<String> ECR = List.of("ecr.api", "ecr.dkr", "s3");

    private final ExternalReachability outside;
    private final ExecutionRole role;

    public ImagePullCheck(Template template, ExternalReachability outside) {
        this.outside = outside;
        this.role = new ExecutionRole(template);
    }

    public CheckChain of(DeployedTask task) {
        CheckChain all = CheckChain.of();
        for (DeployedContainer container : task.containers()) {
            CheckChain one = container.isFromEcr()
                    ? CheckChain.of(role.allows(task, ExecutionRole.PULL)).then(outside.services(task, ECR))
                    : outside.internet(task);
            all = all.then(one);
        }
        return task.containers().isEmpty()
                ? CheckChain.of(Check.no(
                        "container",
                        "there is no container to pull an image for",
                        task.service().line()))
                : all;
    }
}
