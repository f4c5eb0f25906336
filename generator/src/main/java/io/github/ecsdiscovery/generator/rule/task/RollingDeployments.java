package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Strategy;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** New tasks take the place of old ones: the other ways move requests of a load balancer, and DNS moves none. */
final class RollingDeployments implements ServiceRule {
    private static final ProblemKind DEPLOYMENT_STRATEGY = ProblemKind.error(
            "deployment-strategy",
            "A deployment is to go another way than task by task, which is the only one that is made.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DEPLOYMENT_STRATEGY);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Strategy strategy = one.service().deployment().strategy();
        if (strategy == Strategy.ROLLING) {
            return;
        }
        String message =
                "`" + strategy + "` moves requests between two target groups of a load balancer; whoever finds `"
                        + one.name() + "` by DNS reaches old and new tasks alike, whatever is moved";
        out.accept(Finding.of(DEPLOYMENT_STRATEGY, one.path("deployment", "strategy"), message)
                .hint("write `strategy: rolling`, or leave it out; `deployment.alarms` rolls back what does harm"));
    }
}
