package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.stack.ServiceStack;
import io.github.ecsdiscovery.generator.stack.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Each writable path is a volume of its own, and none hides the image. */
final class DistinctVolumes implements Rule {
    @Override
    public void check(Subject subject, Consumer<Finding> out) {
        for (ServiceStack service : subject.stack().services()) {
            List<Task.Volume> volumes = service.task().volumes();
            Map<String, String> known = new HashMap<>();
            for (int i = 0; i < volumes.size(); i++) {
                check(service.name(), volumes.get(i), i, known, out);
            }
        }
    }

    private static void check(
            String service, Task.Volume volume, int position, Map<String, String> known, Consumer<Finding> out) {
        Path path = Path.of("services", service, "writable").with(position);
        String said = "`writable` of `" + service + "` has ";
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
