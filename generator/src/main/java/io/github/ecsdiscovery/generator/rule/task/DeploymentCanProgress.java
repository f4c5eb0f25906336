package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Deployment;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that a deployment can stop an old task or start a new one. ECS rounds the minimum number of healthy tasks up and the
 * maximum number of running tasks down.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html">
 *     DeploymentConfiguration</a>
 */
final class DeploymentCanProgress implements ServiceRule {
    private static final ProblemKind DEPLOYMENT_STUCK = ProblemKind.error(
                    "deployment-stuck", "A deployment can neither stop an old task nor start a new one.")
            .otherwise(
                    "AWS accepts the template. The deployment waits until the circuit breaker ends it. ECS rounds the"
                            + " minimum up and the maximum down, so a single task with `maxPercent: 150` cannot be replaced.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html");

    private static final int PERCENT = 100;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DEPLOYMENT_STUCK);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Deployment deployment = service.service().deployment();
        int count = Math.max(1, service.service().count().min());
        int minimum = (count * deployment.minPercent() + PERCENT - 1) / PERCENT;
        int maximum = count * deployment.maxPercent() / PERCENT;
        if (minimum < count || maximum > count) {
            return;
        }
        String message = "a deployment of `" + service.name() + "` cannot progress: with "
                + TextList.count(count, "task") + ", `minPercent: " + deployment.minPercent()
                + "` allows it to stop none and `maxPercent: " + deployment.maxPercent() + "` to start no more";
        boolean atMaximum =
                service.isWritten("deployment", "maxPercent") || !service.isWritten("deployment", "minPercent");
        out.accept(Finding.of(
                        DEPLOYMENT_STUCK, service.path("deployment", atMaximum ? "maxPercent" : "minPercent"), message)
                .hint("`maxPercent: 200` starts new tasks first; `minPercent: 0` stops old tasks first")
                .also(service.path("deployment"), service.path("count")));
    }
}
