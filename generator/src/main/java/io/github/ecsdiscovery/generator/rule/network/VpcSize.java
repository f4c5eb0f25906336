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

/** The VPC's network can be cut into the subnets that the address plan has. */
public final class VpcSize implements Rule {
    private static final ProblemKind VPC_SIZE =
            ProblemKind.error("vpc-size", "The VPC's network is larger than /16 or smaller than /20.");

    private static final int LARGEST = 16;
    private static final int SMALLEST = 20;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(VPC_SIZE);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Network network = subject.config().network();
        Cidr cidr = network.cidr();
        if (network.vpc() != null || fits(cidr)) {
            return;
        }
        boolean large = cidr.prefix() < LARGEST;
        Cidr fitting = new Cidr(cidr.address(), large ? LARGEST : SMALLEST).network();
        String message = "`network.cidr` is `" + cidr + "`; expected a network from /" + LARGEST + " to /" + SMALLEST;
        String why = large ? "AWS takes no larger VPC: " : "subnets for six zones fit into no smaller VPC: ";
        out.accept(Finding.of(VPC_SIZE, Path.of("network", "cidr"), message).hint(why + "write `" + fitting + "`"));
    }

    public static boolean fits(Cidr cidr) {
        return cidr.prefix() >= LARGEST && cidr.prefix() <= SMALLEST;
    }
}
