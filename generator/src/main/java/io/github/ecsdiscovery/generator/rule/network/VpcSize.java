package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Network;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** Checks that the VPC is between /16, the largest VPC of AWS, and /20, the smallest that has room for subnets in six zones. */
public final class VpcSize implements Rule {
    private static final ProblemKind VPC_SIZE = ProblemKind.error(
                    "vpc-size", "The VPC's network is larger than /16 or smaller than /20.")
            .otherwise(
                    "EC2 rejects a VPC larger than /16. A VPC smaller than /20 has no room for subnets in six zones.")
            .source("https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html");

    private static final int LARGEST = 16;
    private static final int SMALLEST = 20;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(VPC_SIZE);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Network network = context.config().network();
        Cidr cidr = network.cidr();
        if (network.vpc() != null || isSupported(cidr)) {
            return;
        }
        boolean isTooLarge = cidr.prefix() < LARGEST;
        Cidr nearest = new Cidr(cidr.address(), isTooLarge ? LARGEST : SMALLEST).network();
        String message = "`network.cidr` is `" + cidr + "`; expected a network from /" + LARGEST + " to /" + SMALLEST;
        String limit = isTooLarge ? "AWS has no larger VPCs" : "subnets in six zones need at least this";
        out.accept(Finding.of(VPC_SIZE, Path.of("network", "cidr"), message).hint("write `" + nearest + "`; " + limit));
    }

    /** Returns whether a VPC can have this network. */
    public static boolean isSupported(Cidr cidr) {
        return cidr.prefix() >= LARGEST && cidr.prefix() <= SMALLEST;
    }
}
