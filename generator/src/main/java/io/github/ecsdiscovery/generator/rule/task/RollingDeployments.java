package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Strategy;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that the deployment strategy is {@code rolling}. The other strategies of ECS shift requests between two target groups of a
 * load balancer. They have no effect on callers that find tasks by DNS.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html">Blue/green
 *     deployments</a>
 */
final class RollingDeployments implements ServiceRule {
    private static final ProblemKind DEPLOYMENT_STRATEGY = ProblemKind.error(
                    "deployment-strategy", "A service has a deployment strategy other than `rolling`.")
            .otherwise(
                    "The other strategies shift requests between two target groups. Callers that find tasks by DNS reach"
                            + " old and new tasks alike.")
            .source(
                    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DEPLOYMENT_STRATEGY);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Strategy strategy = service.service().deployment().strategy();
        if (strategy == Strategy.ROLLING) {
            return;
        }
        String message = "`strategy` of `" + service.name() + "` is `" + strategy
                + "`; only `rolling` is supported, because the others do not control callers that use DNS";
        out.accept(Finding.of(DEPLOYMENT_STRATEGY, service.path("deployment", "strategy"), message)
                .hint("write `strategy: rolling`, or remove it; `deployment.alarms` rolls back a bad deployment"));
    }
}
