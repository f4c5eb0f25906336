package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.reach.ExternalReachability;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.template.Template;
import java.util.List;

/**
 * Answers whether a task can pull the images of its containers.
 *
 * <p>A pull from a private registry of Amazon ECR needs the execution role, and a way to {@code ecr.api} for the token, {@code
 * ecr.dkr} for the manifest and {@code s3} for the layers. A pull from any other registry needs a way to the internet. Source:
 * the page "Amazon ECR interface VPC endpoints" of the Amazon ECR User Guide.
 */
public final class ImagePullCheck {
    private static final List<String> ECR_SERVICES = List.of("ecr.api", "ecr.dkr", "s3");

    private final ExternalReachability reachability;
    private final IamRoles roles;

    public ImagePullCheck(Template template, ExternalReachability reachability) {
        this.reachability = reachability;
        this.roles = new IamRoles(template);
    }

    /** Returns the conditions for all images of a task to be pulled. */
    public CheckChain of(DeployedTask task) {
        if (task.containers().isEmpty()) {
            return CheckChain.of(Check.no(
                    "container", "the task has no container", task.service().line()));
        }
        CheckChain pulls = CheckChain.of();
        for (DeployedContainer container : task.containers()) {
            CheckChain pull = container.isFromEcr()
                    ? CheckChain.of(roles.executionRoleAllows(task, IamRoles.PULL))
                            .then(reachability.awsServices(task, ECR_SERVICES))
                    : reachability.internet(task);
            pulls = pulls.then(pull);
        }
        return pulls;
    }
}
