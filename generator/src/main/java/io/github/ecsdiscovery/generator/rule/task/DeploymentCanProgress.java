package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Deployment;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.function.Consumer;

/** A deployment may stop an old task or start a new one: ECS rounds the minimum up and the maximum down. */
final class DeploymentCanProgress implements ServiceRule {
    private static final ProblemKind DEPLOYMENT_STUCK =
            ProblemKind.error("deployment-stuck", "A deployment may neither stop an old task nor start a new one.");

    private static final int ALL = 100;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DEPLOYMENT_STUCK);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Deployment deployment = one.service().deployment();
        int count = Math.max(1, one.service().count().least());
        int least = (count * deployment.minPercent() + ALL - 1) / ALL;
        int most = count * deployment.maxPercent() / ALL;
        if (least < count || most > count) {
            return;
        }
        String message = "a deployment of `" + one.name() + "` never moves: of " + TextList.count(count, "task")
                + " it may stop none (`minPercent: " + deployment.minPercent() + "`) and start none more (`maxPercent: "
                + deployment.maxPercent() + "`)";
        boolean max = one.isWritten("deployment", "maxPercent") || !one.isWritten("deployment", "minPercent");
        out.accept(Finding.of(DEPLOYMENT_STUCK, one.path("deployment", max ? "maxPercent" : "minPercent"), message)
                .hint("`maxPercent: 200` starts the new ones first; `minPercent: 0` stops the old ones first")
                .also(one.path("deployment"), one.path("count")));
    }
}
