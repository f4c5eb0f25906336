package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.function.Consumer;

/** ECS Exec's agent can write what it needs. */
public final class ExecNeedsWritableRoot implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        if (one.service().exec() && one.service().readonlyRootFilesystem()) {
            out.accept(Finding.of(
                            ProblemId.EXEC_READ_ONLY,
                            one.path("exec"),
                            "`" + one.name()
                                    + "` has `exec` and `readonlyRootFilesystem`: ECS Exec needs a root file system"
                                    + " that its agent can write to")
                    .hint("write `readonlyRootFilesystem: false`, or `exec: false`")
                    .also(one.path("readonlyRootFilesystem")));
        }
    }
}
