package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.Dependency;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.function.Consumer;

/** What a container waits for can happen: only a checked one is healthy, and only one that the task survives has ended. */
final class ReachableConditions implements ContainerRule {
    private static final ProblemKind HEALTHY_WITHOUT_CHECK = ProblemKind.error(
            "healthy-without-check", "A container waits until another is healthy that has no health check.");

    private static final ProblemKind END_OF_ESSENTIAL =
            ProblemKind.error("end-of-essential", "A container waits for the end of one whose end is the task's.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(HEALTHY_WITHOUT_CHECK, END_OF_ESSENTIAL);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        Service service = part.service().service();
        part.container().dependsOn().forEach((name, until) -> {
            Container other = service.containers(part.service().name()).get(name);
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

    private static Finding unchecked(ContainerContext part, String name, boolean own) {
        String message = part.displayName() + " waits until `" + name
                + "` is healthy, which has no `healthCheck`, so nobody knows";
        return Finding.of(HEALTHY_WITHOUT_CHECK, part.path("dependsOn", name), message)
                .hint("give `" + name + "` a `healthCheck`, or wait for its `START`")
                .also(own ? part.service().path("healthCheck") : part.service().path("sidecars", name, "healthCheck"));
    }

    private static Finding essential(ContainerContext part, String name, Dependency until, boolean own) {
        String message = part.displayName() + " waits for `" + until + "` of `" + name
                + "`, which is essential: when it ends, so does the task";
        String hint = own
                ? "wait for its `START` or `HEALTHY`; the service's own container is always essential"
                : "leave `essential: true` out at `" + name + "`, or wait for its `START` or `HEALTHY`";
        return Finding.of(END_OF_ESSENTIAL, part.path("dependsOn", name), message)
                .hint(hint)
                .also(part.service().path("sidecars", name, "essential"));
    }
}
