package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.Dependency;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.function.Consumer;

/** What a container waits for can happen: only a checked one is healthy, and only one that the task survives has ended. */
public final class ReachableConditions implements ContainerRule {
    @Override
    public void check(Part part, Consumer<Finding> out) {
        Service service = part.one().service();
        part.container().dependsOn().forEach((name, until) -> {
            Container other = service.containers(part.one().name()).get(name);
            if (other != null && until == Dependency.HEALTHY && other.healthCheck() == null) {
                out.accept(unchecked(part, name, other instanceof Service));
            } else if (other != null && until.isEnd() && isEssential(service, name, other)) {
                out.accept(essential(part, name, until, other instanceof Service));
            }
        });
    }

    private static boolean isEssential(Service service, String name, Container container) {
        return container instanceof Service || service.isEssential(name);
    }

    private static Finding unchecked(Part part, String name, boolean own) {
        String message =
                part.spoken() + " waits until `" + name + "` is healthy, which has no `healthCheck`, so nobody knows";
        return Finding.of(ProblemId.HEALTHY_WITHOUT_CHECK, part.path("dependsOn", name), message)
                .hint("give `" + name + "` a `healthCheck`, or wait for its `START`")
                .also(own ? part.one().path("healthCheck") : part.one().path("sidecars", name, "healthCheck"));
    }

    private static Finding essential(Part part, String name, Dependency until, boolean own) {
        String message = part.spoken() + " waits for `" + until + "` of `" + name
                + "`, which is essential: when it ends, so does the task";
        String hint = own
                ? "wait for its `START` or `HEALTHY`; the service's own container is always essential"
                : "leave `essential: true` out at `" + name + "`, or wait for its `START` or `HEALTHY`";
        return Finding.of(ProblemId.END_OF_ESSENTIAL, part.path("dependsOn", name), message)
                .hint(hint)
                .also(part.one().path("sidecars", name, "essential"));
    }
}
