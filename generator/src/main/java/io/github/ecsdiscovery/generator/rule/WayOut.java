package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Endpoints;
import io.github.ecsdiscovery.generator.model.Network;
import io.github.ecsdiscovery.generator.model.Placement;
import java.util.function.Consumer;

/** Tasks in private subnets reach what they need to start: by the internet, or by endpoints. */
final class WayOut implements Rule {
    /** Whether tasks of the stack's own VPC have endpoints alone. */
    static boolean isShut(Subject subject) {
        return subject.stack().network() != null && !subject.stack().network().hasInternet();
    }

    @Override
    public void check(Subject subject, Consumer<Finding> out) {
        Network network = subject.config().network();
        if (network.placement() == Placement.PRIVATE && isShut(subject) && network.endpoints() != Endpoints.ALL) {
            String message = "tasks run in private subnets with `nat: none` and `endpoints: " + network.endpoints()
                    + "`: they can pull no image and write no log";
            out.accept(Finding.of(ProblemId.NO_WAY_OUT, Path.of("network", "nat"), message)
                    .hint("write `endpoints: all`, or `nat: single`")
                    .also(Path.of("network", "endpoints"), Path.of("network", "placement")));
        }
    }
}
