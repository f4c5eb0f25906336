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

/** Every network is written by its own address, with no bit set behind the prefix. */
final class NetworkPrefixes implements Rule {
    private static final ProblemKind NOT_A_NETWORK =
            ProblemKind.error("not-a-network", "A network has bits set behind its prefix.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NOT_A_NETWORK);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Network network = subject.config().network();
        check(network.cidr(), Path.of("network", "cidr"), out);
        Vpc vpc = network.vpc();
        if (vpc != null) {
            check(vpc.cidr(), Path.of("network", "vpc", "cidr"), out);
        }
        LoadBalancer balancer = subject.config().ownLoadBalancer();
        List<Source> from = balancer == null || balancer.ingress() == null ? List.of() : balancer.ingress();
        for (int i = 0; i < from.size(); i++) {
            check(from.get(i), Path.of("loadBalancer", "ingress").with(i), out);
        }
        subject.config().services().forEach((name, service) -> check(service, Path.of("services", name), out));
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
            String message = "`" + cidr + "` has bits set behind its prefix, so it is an address within a network";
            String one = cidr.prefix() < 32 ? ", or `" + new Cidr(cidr.address(), 32) + "` for the one address" : "";
            boolean vpc = path.startsWith(Path.of("network"));
            out.accept(
                    Finding.of(NOT_A_NETWORK, path, message).hint("write `" + cidr.network() + "`" + (vpc ? "" : one)));
        }
    }
}
