package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.Network;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** Checks that an existing VPC has subnets of the kind that tasks are placed in. */
final class PlacementSubnets implements Rule {
    private static final ProblemKind NO_SUBNETS = ProblemKind.error(
                    "no-subnets", "The existing VPC has no subnets of the kind that tasks are placed in.")
            .otherwise(
                    "ECS rejects a service without subnets. In subnets of the other kind the image cannot be pulled: public"
                            + " subnets need public addresses, and private subnets need a route out. The routes of an existing VPC"
                            + " are not checked.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NO_SUBNETS);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Network network = context.config().network();
        Vpc vpc = network.vpc();
        Placement placement = network.placement();
        if (context.config().platform() != null) {
            return;
        }
        if (vpc != null && vpc.subnets().of(placement).isEmpty()) {
            Path path = Path.of("network", "vpc", "subnets");
            String message =
                    "tasks run in " + placement + " subnets, but `network.vpc.subnets` has no `" + placement + "`";
            out.accept(Finding.of(NO_SUBNETS, path, message)
                    .atKey()
                    .hint("add `" + placement + ": [subnet-…]`, or write `placement: " + other(placement) + "`")
                    .also(path.with(placement.toString()), Path.of("network", "placement")));
        }
    }

    private static Placement other(Placement placement) {
        return placement == Placement.PUBLIC ? Placement.PRIVATE : Placement.PUBLIC;
    }
}
