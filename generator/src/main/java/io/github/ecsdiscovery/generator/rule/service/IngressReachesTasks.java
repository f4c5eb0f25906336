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

/**
 * Checks that {@code ingress} from the whole internet is not configured for tasks in private subnets. No route leads from the
 * internet to them, so such a rule has no effect.
 */
final class IngressReachesTasks implements ServiceRule {
    private static final ProblemKind INGRESS_OUT_OF_REACH = ProblemKind.warning(
                    "ingress-out-of-reach",
                    "`ingress` allows the whole internet, but the tasks run in private subnets.")
            .otherwise("AWS accepts the template, but no route leads from the internet to the tasks.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html");

    private static final Cidr ALL_ADDRESSES = Cidr.of("0.0.0.0/0");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(INGRESS_OUT_OF_REACH);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        if (service.config().network().placement() != Placement.PRIVATE || !service.isSetOnService("ingress")) {
            return;
        }
        List<Source> ingress = service.service().ingress();
        for (int i = 0; i < ingress.size(); i++) {
            if (ingress.get(i) instanceof Source.Network network
                    && network.cidr().contains(ALL_ADDRESSES)) {
                String message = "`ingress` of `" + service.name() + "` allows `" + network
                        + "`, but the internet has no route to tasks in private subnets";
                out.accept(
                        Finding.of(INGRESS_OUT_OF_REACH, service.path("ingress").with(i), message)
                                .hint("write `http: true` to use the load balancer, or allow only the VPC's network")
                                .also(Path.of("network", "placement")));
            }
        }
    }
}
