package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Preset;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** In production no container runs as root, whatever its image says. */
final class OrdinaryUsers implements ServiceRule {
    private static final Pattern ROOT = Pattern.compile("(root|0+)(:.*)?");

    @Override
    public void check(One one, Consumer<Finding> out) {
        if (one.config().preset() != Preset.PRODUCTION) {
            return;
        }
        String user = one.service().user();
        if (user == null) {
            out.accept(finding(one, "has no `user`: it runs as root unless its image says otherwise"));
        } else if (ROOT.matcher(user).matches()) {
            out.accept(finding(one, "has `user: " + user + "`: it runs as root"));
        }
    }

    private static Finding finding(One one, String message) {
        return Finding.of(ProblemId.ROOT_USER, one.path("user"), "`" + one.name() + "` " + message)
                .hint("write `user: 10001:10001`, or whom the image has");
    }
}
