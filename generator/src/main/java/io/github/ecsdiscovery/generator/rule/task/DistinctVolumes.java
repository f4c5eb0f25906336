package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition;
import io.github.ecsdiscovery.generator.stack.task.Task;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Each writable path is a volume of its own, and none hides the image. */
public final class DistinctVolumes implements Rule {
    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        for (ServiceResources service : subject.stack().services()) {
            Path path = Path.of("services", service.name());
            check(service.task().main(), "`" + service.name() + "`", path, out);
            for (ContainerDefinition sidecar : service.task().sidecars()) {
                String spoken = "`" + sidecar.name() + "` of `" + service.name() + "`";
                check(sidecar, spoken, path.with("sidecars", sidecar.name()), out);
            }
        }
    }

    private static void check(ContainerDefinition container, String spoken, Path at, Consumer<Finding> out) {
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < container.filesystem().volumes().size(); i++) {
            check(
                    spoken,
                    container.filesystem().volumes().get(i),
                    at.with("writablePaths").with(i),
                    known,
                    out);
        }
    }

    private static void check(
            String spoken, Task.Volume volume, Path path, Map<String, String> known, Consumer<Finding> out) {
        String said = "`writablePaths` of " + spoken + " has ";
        if (volume.path().replaceAll("[/.]", "").isEmpty()) {
            out.accept(Finding.of(
                            ProblemId.WRITABLE_ROOT,
                            path,
                            said + "`" + volume.path() + "`: an empty volume there hides the image")
                    .hint("name what is written to, such as `/tmp`, or leave `readonlyRootFilesystem` out"));
            return;
        }
        String first = known.putIfAbsent(volume.name(), volume.path());
        if (first != null) {
            String message = first.equals(volume.path())
                    ? said + "`" + first + "` twice"
                    : said + "`" + first + "` and `" + volume.path() + "`, whose volumes have the same name `"
                            + volume.name() + "`";
            out.accept(Finding.of(ProblemId.SAME_VOLUME, path, message)
                    .hint("leave one of them out, or name it otherwise"));
        }
    }
}
