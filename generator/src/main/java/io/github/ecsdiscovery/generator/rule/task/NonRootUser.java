package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Preset;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** In production no container runs as root, whatever its image says. */
public final class NonRootUser implements ContainerRule {
    private static final Pattern ROOT = Pattern.compile("(root|0+)(:.*)?");

    @Override
    public void check(Part part, Consumer<Finding> out) {
        if (part.one().config().preset() != Preset.PRODUCTION) {
            return;
        }
        String user = part.container().user();
        if (user == null) {
            out.accept(finding(part, "has no `user`: it runs as root unless its image says otherwise"));
        } else if (ROOT.matcher(user).matches()) {
            out.accept(finding(part, "has `user: " + user + "`: it runs as root"));
        }
    }

    private static Finding finding(Part part, String message) {
        return Finding.of(ProblemId.ROOT_USER, part.path("user"), part.spoken() + " " + message)
                .hint("write `user: 10001:10001`, or whom the image has");
    }
}
