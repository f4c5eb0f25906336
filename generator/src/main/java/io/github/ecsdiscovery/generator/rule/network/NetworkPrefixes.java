package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.LoadBalancer;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Network;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that each CIDR block begins at its own network address: {@code 10.0.0.0/16}, not {@code 10.0.0.1/16}. EC2 changes such a
 * block without an error, so a rule that is meant for one address would apply to a whole network.
 */
final class NetworkPrefixes implements Rule {
    private static final ProblemKind NOT_A_NETWORK = ProblemKind.error(
                    "not-a-network", "A CIDR block has bits set after its prefix.")
            .otherwise(
                    "EC2 changes the block without an error: `10.0.0.1/16` becomes `10.0.0.0/16`, which is a whole network"
                            + " and not one address.")
            .source("https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NOT_A_NETWORK);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        Network network = context.config().network();
        check(network.cidr(), Path.of("network", "cidr"), out);
        Vpc vpc = network.vpc();
        if (vpc != null) {
            check(vpc.cidr(), Path.of("network", "vpc", "cidr"), out);
        }
        LoadBalancer loadBalancer = context.config().ownLoadBalancer();
        List<Source> ingress =
                loadBalancer == null || loadBalancer.ingress() == null ? List.of() : loadBalancer.ingress();
        for (int i = 0; i < ingress.size(); i++) {
            check(ingress.get(i), Path.of("loadBalancer", "ingress").with(i), out);
        }
        context.config().services().forEach((name, service) -> check(service, Path.of("services", name), out));
    }

    private static void check(Service service, Path path, Consumer<Finding> out) {
        for (int i = 0; i < service.ingress().size(); i++) {
            check(service.ingress().get(i), path.with("ingress").with(i), out);
        }
        for (int i = 0; i < service.egress().size(); i++) {
            check(service.egress().get(i).to(), path.with("egress").with(i).with("to"), out);
        }
    }

    private static void check(Source source, Path path, Consumer<Finding> out) {
        if (source instanceof Source.Network network) {
            check(network.cidr(), path, out);
        }
    }

    private static void check(Cidr cidr, Path path, Consumer<Finding> out) {
        if (!cidr.isNetwork()) {
            String message = "`" + cidr + "` has bits set after its prefix; expected the first address of the network";
            boolean isSource = !path.startsWith(Path.of("network"));
            String singleAddress = isSource && cidr.prefix() < 32
                    ? ", or `" + new Cidr(cidr.address(), 32) + "` for this single address"
                    : "";
            out.accept(Finding.of(NOT_A_NETWORK, path, message).hint("write `" + cidr.network() + "`" + singleAddress));
        }
    }
}
