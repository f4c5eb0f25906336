package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Preset;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** In production a service goes on where one of its tasks ends. */
final class ProductionTaskCount implements ServiceRule {
    private static final ProblemKind SINGLE_TASK =
            ProblemKind.warning("single-task", "In production a service has a single task.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SINGLE_TASK);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (one.config().preset() != Preset.PRODUCTION || one.service().count().least() != 1) {
            return;
        }
        boolean scales = one.service().count().scaling() != null;
        String message = "`" + one.name() + "` has one task" + (scales ? " at least" : "")
                + ": when it ends, or its zone is down, there is none";
        out.accept(Finding.of(SINGLE_TASK, scales ? one.path("count", "min") : one.path("count"), message)
                .hint(scales ? "write `min: 2` or more" : "write `count: 2` or more"));
    }
}
