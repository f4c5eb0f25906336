package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.List;
import java.util.function.Consumer;

/** Nobody on the internet is let in to tasks in private subnets, who have no way to them. */
final class IngressReachesTasks implements ServiceRule {
    private static final ProblemKind INGRESS_OUT_OF_REACH = ProblemKind.warning(
            "ingress-out-of-reach",
            "Everybody is let in to tasks in private subnets, which nobody on the internet has a way to.");

    private static final Cidr EVERYBODY = Cidr.of("0.0.0.0/0");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(INGRESS_OUT_OF_REACH);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        if (one.config().network().placement() != Placement.PRIVATE || !one.isSetOnService("ingress")) {
            return;
        }
        List<Source> ingress = one.service().ingress();
        for (int i = 0; i < ingress.size(); i++) {
            if (ingress.get(i) instanceof Source.Network network
                    && network.cidr().contains(EVERYBODY)) {
                String message = "`" + network + "` in `ingress` of `" + one.name()
                        + "`: nobody on the internet has a way to tasks in private subnets";
                out.accept(Finding.of(INGRESS_OUT_OF_REACH, one.path("ingress").with(i), message)
                        .hint("put it behind the load balancer: `http: true`; for those in the VPC, name its network")
                        .also(Path.of("network", "placement")));
            }
        }
    }
}
