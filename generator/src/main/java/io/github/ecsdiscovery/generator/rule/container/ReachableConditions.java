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

/**
 * Checks that the condition of each {@code dependsOn} can become true. Only a container with a health check becomes healthy. A task
 * ends with its essential containers, so waiting for the end of one of them makes no sense, and ECS rejects it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html">ContainerDependency</a>
 */
final class ReachableConditions implements ContainerRule {
    private static final String API =
            "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html";

    private static final ProblemKind HEALTHY_WITHOUT_CHECK = ProblemKind.error(
                    "healthy-without-check", "A container waits for `HEALTHY` of a container that has no health check.")
            .otherwise("ECS requires a health check for that condition. Without one the container would never become"
                    + " healthy, and the other one would never start.")
            .source(API);

    private static final ProblemKind END_OF_ESSENTIAL = ProblemKind.error(
                    "end-of-essential", "A container waits for the end of an essential container.")
            .otherwise(
                    "ECS rejects `COMPLETE` and `SUCCESS` for an essential container, because the task ends with it.")
            .source(API);

    @Override
    public List<ProblemKind> kinds() {
        return List.of(HEALTHY_WITHOUT_CHECK, END_OF_ESSENTIAL);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        Service service = container.service().service();
        container.container().dependsOn().forEach((name, condition) -> {
            Container other = service.containers(container.service().name()).get(name);
            if (other != null && condition == Dependency.HEALTHY && other.healthCheck() == null) {
                out.accept(withoutHealthCheck(container, name, other instanceof Service));
            } else if (other != null && condition.isEnd() && isEssential(service, name, other)) {
                out.accept(essential(container, name, condition, other instanceof Service));
            }
        });
    }

    private static boolean isEssential(Service service, String name, Container container) {
        return container instanceof Service || service.isEssential(name);
    }

    private static Finding withoutHealthCheck(ContainerContext container, String name, boolean isServiceContainer) {
        String message = container.displayName() + " waits for `HEALTHY` of `" + name + "`, which has no `healthCheck`";
        return Finding.of(HEALTHY_WITHOUT_CHECK, container.path("dependsOn", name), message)
                .hint("add a `healthCheck` to `" + name + "`, or write `" + name + ": START`")
                .also(
                        isServiceContainer
                                ? container.service().path("healthCheck")
                                : container.service().path("sidecars", name, "healthCheck"));
    }

    private static Finding essential(
            ContainerContext container, String name, Dependency condition, boolean isServiceContainer) {
        String message = container.displayName() + " waits for `" + condition + "` of `" + name
                + "`, but the task ends with `" + name + "` because it is essential";
        String hint = isServiceContainer
                ? "write `START` or `HEALTHY`; the service's own container is always essential"
                : "remove `essential: true` from `" + name + "`, or write `START` or `HEALTHY`";
        return Finding.of(END_OF_ESSENTIAL, container.path("dependsOn", name), message)
                .hint(hint)
                .also(container.service().path("sidecars", name, "essential"));
    }
}
