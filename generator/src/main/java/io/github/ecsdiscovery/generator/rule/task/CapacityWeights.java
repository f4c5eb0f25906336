package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.deployment.Capacity;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a capacity provider has a weight, and that {@code base} has FARGATE to run on. A provider whose weight is 0 places no
 * tasks, and weights default to 0.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html">
 *     CapacityProviderStrategyItem</a>
 */
final class CapacityWeights implements ServiceRule {
    private static final String API =
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html";

    private static final ProblemKind NO_CAPACITY = ProblemKind.error(
                    "no-capacity", "No capacity provider of a service has a weight above 0.")
            .otherwise("ECS rejects a strategy whose weights are all 0. The default weight is 0.")
            .source(API);

    private static final ProblemKind BASE_WITHOUT_FARGATE = ProblemKind.error(
                    "base-without-fargate", "`base` counts tasks on `FARGATE`, but `FARGATE` has no weight.")
            .otherwise("A capacity provider without a weight places no tasks, so `base` has no effect.")
            .source(API);

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NO_CAPACITY, BASE_WITHOUT_FARGATE);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Capacity capacity = service.service().capacity();
        if (orZero(capacity.fargate()) == 0 && orZero(capacity.fargateSpot()) == 0) {
            out.accept(Finding.of(
                            NO_CAPACITY,
                            service.path("capacity"),
                            "`capacity` of `" + service.name() + "` has no weight above 0, so no task would run")
                    .atKey()
                    .hint("write `capacity: {FARGATE: 1}`")
                    .also(service.path("capacity", "FARGATE"), service.path("capacity", "FARGATE_SPOT")));
        } else if (orZero(capacity.base()) > 0 && orZero(capacity.fargate()) == 0) {
            out.accept(Finding.of(
                            BASE_WITHOUT_FARGATE,
                            service.path("capacity", "base"),
                            "`base` of `" + service.name() + "` counts tasks on `FARGATE`, which has no weight")
                    .hint("add `FARGATE: 1`, or remove `base`")
                    .also(service.path("capacity", "FARGATE")));
        }
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
