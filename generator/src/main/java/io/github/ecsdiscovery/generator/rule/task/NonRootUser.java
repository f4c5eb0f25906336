package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Preset;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Checks that no container runs as root in production, because a compromised program has all rights of its user. */
final class NonRootUser implements ContainerRule {
    private static final ProblemKind ROOT_USER = ProblemKind.warning(
                    "root-user", "A container in production runs as root, or as the user of its image.")
            .otherwise("AWS accepts the template. An attacker who takes over the program has all rights of root in the"
                    + " container.");

    private static final Pattern ROOT = Pattern.compile("(root|0+)(:.*)?");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ROOT_USER);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        if (container.service().config().preset() != Preset.PRODUCTION) {
            return;
        }
        String user = container.container().user();
        if (user == null) {
            out.accept(finding(container, "has no `user`, so it runs as root unless its image sets another user"));
        } else if (ROOT.matcher(user).matches()) {
            out.accept(finding(container, "has `user: " + user + "`, so it runs as root"));
        }
    }

    private static Finding finding(ContainerContext container, String message) {
        return Finding.of(ROOT_USER, container.path("user"), container.displayName() + " " + message)
                .hint("write `user: 10001:10001`, or the user of the image");
    }
}
