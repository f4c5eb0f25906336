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

/** The VPC's addresses belong to nobody on the internet. */
public final class PrivateVpcRange implements Rule {
    private static final ProblemKind PUBLIC_VPC_RANGE = ProblemKind.warning(
            "public-vpc-range",
            "The VPC's network is not for private use, so its owners on the internet are out of reach.");

    private static final List<Cidr> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "198.18.0.0/15")
            .map(Cidr::of)
            .toList();

    /** Whether nobody on the internet has these addresses. */
    public static boolean isPrivate(Cidr cidr) {
        return PRIVATE.stream().anyMatch(range -> range.contains(cidr));
    }

    @Override
    public List<ProblemKind> kinds() {
        return List.of(PUBLIC_VPC_RANGE);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Network network = subject.config().network();
        Cidr cidr = network.cidr();
        if (network.vpc() == null && !isPrivate(cidr)) {
            out.accept(Finding.of(
                            PUBLIC_VPC_RANGE,
                            Path.of("network", "cidr"),
                            "`" + cidr
                                    + "` is not for private use: who has these addresses on the internet cannot be reached")
                    .hint("write a network within `10.0.0.0/8`, `172.16.0.0/12` or `192.168.0.0/16`"));
        }
    }
}
