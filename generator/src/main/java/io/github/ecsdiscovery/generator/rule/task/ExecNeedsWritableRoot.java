package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that ECS Exec is not combined with a read-only root file system. The agent of ECS Exec writes to it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html">ECS Exec</a>
 */
final class ExecNeedsWritableRoot implements ServiceRule {
    private static final ProblemKind EXEC_READ_ONLY = ProblemKind.error(
                    "exec-read-only", "A service has both ECS Exec and a read-only root file system.")
            .otherwise("AWS accepts the template. The agent of ECS Exec cannot start, and no session opens.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html")
            .source("https://github.com/aws/containers-roadmap/issues/1359");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(EXEC_READ_ONLY);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        if (service.service().exec() && service.service().readonlyRootFilesystem()) {
            String message = "`" + service.name()
                    + "` has `exec` and `readonlyRootFilesystem`; ECS Exec needs a writable root file system";
            out.accept(Finding.of(EXEC_READ_ONLY, service.path("exec"), message)
                    .hint("write `readonlyRootFilesystem: false` or `exec: false`")
                    .also(service.path("readonlyRootFilesystem")));
        }
    }
}
