package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Preset;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** In production no container runs as root, whatever its image says. */
final class NonRootUser implements ContainerRule {
    private static final ProblemKind ROOT_USER =
            ProblemKind.warning("root-user", "In production a container runs as root, or as whom its image says.");

    private static final Pattern ROOT = Pattern.compile("(root|0+)(:.*)?");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ROOT_USER);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        if (part.service().config().preset() != Preset.PRODUCTION) {
            return;
        }
        String user = part.container().user();
        if (user == null) {
            out.accept(finding(part, "has no `user`: it runs as root unless its image says otherwise"));
        } else if (ROOT.matcher(user).matches()) {
            out.accept(finding(part, "has `user: " + user + "`: it runs as root"));
        }
    }

    private static Finding finding(ContainerContext part, String message) {
        return Finding.of(ROOT_USER, part.path("user"), part.displayName() + " " + message)
                .hint("write `user: 10001:10001`, or whom the image has");
    }
}
