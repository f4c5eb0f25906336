package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import io.github.ecsdiscovery.generator.stack.task.ContainerDefinition;
import io.github.ecsdiscovery.generator.stack.task.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Checks that each writable path has its own volume, and that none of them is the root. ECS rejects two volumes of the same name.
 * An empty volume at the root would hide all files of the image.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html">RegisterTaskDefinition</a>
 */
final class DistinctVolumes implements Rule {
    private static final ProblemKind SAME_VOLUME = ProblemKind.error(
                    "same-volume", "Two entries of `writablePaths` have the same volume name.")
            .otherwise("ECS rejects a task definition with two volumes of the same name.");

    private static final ProblemKind WRITABLE_ROOT = ProblemKind.error(
                    "writable-root", "The root directory is in `writablePaths`.")
            .otherwise("AWS accepts the template. The empty volume hides all files of the image.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_VOLUME, WRITABLE_ROOT);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        for (ServiceResources service : context.stack().services()) {
            Path path = Path.of("services", service.name());
            check(service.task().main(), "`" + service.name() + "`", path, out);
            for (ContainerDefinition sidecar : service.task().sidecars()) {
                String displayName = "`" + sidecar.name() + "` of `" + service.name() + "`";
                check(sidecar, displayName, path.with("sidecars", sidecar.name()), out);
            }
        }
    }

    private static void check(
            ContainerDefinition container, String displayName, Path containerPath, Consumer<Finding> out) {
        Map<String, String> pathByVolume = new HashMap<>();
        for (int i = 0; i < container.filesystem().volumes().size(); i++) {
            Path path = containerPath.with("writablePaths").with(i);
            check(displayName, container.filesystem().volumes().get(i), path, pathByVolume, out);
        }
    }

    private static void check(
            String displayName,
            Task.Volume volume,
            Path path,
            Map<String, String> pathByVolume,
            Consumer<Finding> out) {
        String subject = "`writablePaths` of " + displayName + " has ";
        if (volume.path().replaceAll("[/.]", "").isEmpty()) {
            String message = subject + "`" + volume.path() + "`; an empty volume there hides all files of the image";
            out.accept(Finding.of(WRITABLE_ROOT, path, message)
                    .hint("write a directory, such as `/tmp`, or remove `readonlyRootFilesystem`"));
            return;
        }
        String first = pathByVolume.putIfAbsent(volume.name(), volume.path());
        if (first != null) {
            String message = first.equals(volume.path())
                    ? subject + "`" + first + "` twice"
                    : subject + "`" + first + "` and `" + volume.path() + "`, which both get the volume name `"
                            + volume.name() + "`";
            out.accept(Finding.of(SAME_VOLUME, path, message).hint("remove or rename one of them"));
        }
    }
}
