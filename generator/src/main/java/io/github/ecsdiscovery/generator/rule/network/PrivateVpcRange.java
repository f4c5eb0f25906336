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
import java.util.stream.Stream;

/**
 * Checks that the VPC uses private addresses. A VPC routes its own addresses locally, so nothing in it could reach the hosts on the
 * internet that own them.
 */
public final class PrivateVpcRange implements Rule {
    private static final ProblemKind PUBLIC_VPC_RANGE = ProblemKind.warning(
                    "public-vpc-range", "The VPC uses public addresses that belong to someone else.")
            .otherwise(
                    "AWS accepts the template, but nothing in the VPC can reach the hosts on the internet that own these"
                            + " addresses.")
            .source("https://www.rfc-editor.org/rfc/rfc1918");

    private static final List<Cidr> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "198.18.0.0/15")
            .map(Cidr::of)
            .toList();

    /** Returns whether a CIDR block is reserved for private use, so that no host on the internet has its addresses. */
    public static boolean isPrivate(Cidr cidr) {
        return PRIVATE.stream().anyMatch(range -> range.contains(cidr));
    }

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PUBLIC_VPC_RANGE);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Network network = context.config().network();
        Cidr cidr = network.cidr();
        if (network.vpc() == null && !isPrivate(cidr)) {
            String message = "`network.cidr` is `" + cidr + "`, which is not a private range:"
                    + " tasks cannot reach the hosts on the internet that own these addresses";
            out.accept(Finding.of(PUBLIC_VPC_RANGE, Path.of("network", "cidr"), message)
                    .hint("use a network within `10.0.0.0/8`, `172.16.0.0/12` or `192.168.0.0/16`"));
        }
    }
}
