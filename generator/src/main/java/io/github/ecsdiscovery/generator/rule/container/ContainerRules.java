package io.github.ecsdiscovery.generator.rule.container;

import io.github.ecsdiscovery.generator.rule.RuleFamily;
import java.util.List;

/** The rules about the containers of a task. */
public final class ContainerRules {
    /** The rules in the order of the reference. */
    public static final RuleFamily FAMILY = new RuleFamily(
            "Containers of a task",
            List.of(
                    new DistinctContainerNames(),
                    new KnownContainers(),
                    new AcyclicDependencies(),
                    new ReachableConditions(),
                    new ContainerMemory()));

    private ContainerRules() {}
}
