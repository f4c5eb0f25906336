package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.deployment.Strategy;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.function.Consumer;

/** New tasks take the place of old ones: the other ways move requests of a load balancer, and DNS moves none. */
public final class RollingDeployments implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        Strategy strategy = one.service().deployment().strategy();
        if (strategy == Strategy.ROLLING) {
            return;
        }
        String message =
                "`" + strategy + "` moves requests between two target groups of a load balancer; whoever finds `"
                        + one.name() + "` by DNS reaches old and new tasks alike, whatever is moved";
        out.accept(Finding.of(ProblemId.DEPLOYMENT_STRATEGY, one.path("deployment", "strategy"), message)
                .hint("write `strategy: rolling`, or leave it out; `deployment.alarms` rolls back what does harm"));
    }
}
