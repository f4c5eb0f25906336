package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.deployment.Capacity;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** There is capacity that tasks can run on. */
public final class CapacityWeights implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        Capacity capacity = one.service().capacity();
        if (weight(capacity.fargate()) == 0 && weight(capacity.fargateSpot()) == 0) {
            out.accept(Finding.of(
                            ProblemId.NO_CAPACITY,
                            one.path("capacity"),
                            "`capacity` of `" + one.name() + "` gives no provider a weight, so no task runs")
                    .atKey()
                    .hint("write `capacity: {FARGATE: 1}`")
                    .also(one.path("capacity", "FARGATE"), one.path("capacity", "FARGATE_SPOT")));
        } else if (weight(capacity.base()) > 0 && weight(capacity.fargate()) == 0) {
            out.accept(Finding.of(
                            ProblemId.BASE_WITHOUT_FARGATE,
                            one.path("capacity", "base"),
                            "`base` of `" + one.name() + "` runs on `FARGATE`, which has no weight")
                    .hint("add `FARGATE: 1`, or leave `base` out")
                    .also(one.path("capacity", "FARGATE")));
        }
    }

    private static int weight(@Nullable Integer said) {
        return said == null ? 0 : said;
    }
}
