package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Capacity;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** There is capacity that tasks can run on. */
final class CapacityWeights implements ServiceRule {
    private static final ProblemKind NO_CAPACITY =
            ProblemKind.error("no-capacity", "No capacity provider has a weight above 0.");

    private static final ProblemKind BASE_WITHOUT_FARGATE =
            ProblemKind.error("base-without-fargate", "`base` runs on FARGATE, which has no weight.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NO_CAPACITY, BASE_WITHOUT_FARGATE);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Capacity capacity = one.service().capacity();
        if (weight(capacity.fargate()) == 0 && weight(capacity.fargateSpot()) == 0) {
            out.accept(Finding.of(
                            NO_CAPACITY,
                            one.path("capacity"),
                            "`capacity` of `" + one.name() + "` gives no provider a weight, so no task runs")
                    .atKey()
                    .hint("write `capacity: {FARGATE: 1}`")
                    .also(one.path("capacity", "FARGATE"), one.path("capacity", "FARGATE_SPOT")));
        } else if (weight(capacity.base()) > 0 && weight(capacity.fargate()) == 0) {
            out.accept(Finding.of(
                            BASE_WITHOUT_FARGATE,
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
