package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** ECS Exec's agent can write what it needs. */
final class ExecNeedsWritableRoot implements ServiceRule {
    private static final ProblemKind EXEC_READ_ONLY =
            ProblemKind.error("exec-read-only", "ECS Exec does not work with a read-only root file system.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(EXEC_READ_ONLY);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (one.service().exec() && one.service().readonlyRootFilesystem()) {
            out.accept(Finding.of(
                            EXEC_READ_ONLY,
                            one.path("exec"),
                            "`" + one.name()
                                    + "` has `exec` and `readonlyRootFilesystem`: ECS Exec needs a root file system"
                                    + " that its agent can write to")
                    .hint("write `readonlyRootFilesystem: false`, or `exec: false`")
                    .also(one.path("readonlyRootFilesystem")));
        }
    }
}
