package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Preset;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Checks that a service in production has at least two tasks, so that it survives the loss of one task or one zone. */
final class ProductionTaskCount implements ServiceRule {
    private static final ProblemKind SINGLE_TASK = ProblemKind.warning(
                    "single-task", "A service in production has a single task.")
            .otherwise("AWS accepts the template. The service is down while ECS replaces its only task.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SINGLE_TASK);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        if (service.config().preset() != Preset.PRODUCTION
                || service.service().count().min() != 1) {
            return;
        }
        boolean scales = service.service().count().scaling() != null;
        String message = "`" + service.name() + "` " + (scales ? "may scale to one task" : "has one task")
                + "; it is down when that task stops or its zone fails";
        out.accept(Finding.of(SINGLE_TASK, scales ? service.path("count", "min") : service.path("count"), message)
                .hint(scales ? "write `min: 2` or more" : "write `count: 2` or more"));
    }
}
