package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.network.Network;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.function.Consumer;

/** There are subnets of the kind that tasks are placed in. */
public final class PlacementSubnets implements Rule {
    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Network network = subject.config().network();
        Vpc vpc = network.vpc();
        Placement placement = network.placement();
        if (subject.config().platform() != null) {
            return;
        }
        if (vpc != null && vpc.subnets().of(placement).isEmpty()) {
            Path path = Path.of("network", "vpc", "subnets");
            out.accept(Finding.of(
                            ProblemId.NO_SUBNETS,
                            path,
                            "tasks run in " + placement + " subnets, and `network.vpc.subnets` has none")
                    .atKey()
                    .hint("add `" + placement + ": [subnet-…]`, or write `placement: " + other(placement) + "`")
                    .also(path.with(placement.toString()), Path.of("network", "placement")));
        }
    }

    private static Placement other(Placement placement) {
        return placement == Placement.PUBLIC ? Placement.PRIVATE : Placement.PUBLIC;
    }
}
