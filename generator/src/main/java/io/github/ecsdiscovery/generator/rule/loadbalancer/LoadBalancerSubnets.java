package io.github.ecsdiscovery.generator.rule.loadbalancer;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.loadbalancer.Scheme;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.network.VpcSize;
import io.github.ecsdiscovery.generator.stack.loadbalancer.LoadBalancerResources;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Checks that the load balancer has subnets in two zones, and that they have enough addresses. An Application Load Balancer must
 * have at least two zones. AWS asks for subnets of /27 or larger with 8 free addresses each, so that it can scale.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html">Application
 *     Load Balancers</a>
 */
final class LoadBalancerSubnets implements Rule {
    private static final String GUIDE =
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html";

    private static final ProblemKind SMALL_BALANCER_SUBNETS = ProblemKind.warning(
                    "small-balancer-subnets", "The load balancer's subnets have fewer addresses than AWS asks for.")
            .otherwise("AWS accepts the template. The load balancer finds no free addresses when it has to scale.")
            .source(GUIDE);

    private static final ProblemKind LOAD_BALANCER_SUBNETS = ProblemKind.error(
                    "load-balancer-subnets", "The load balancer has subnets in fewer than two zones.")
            .otherwise(
                    "Elastic Load Balancing rejects a load balancer in a single zone, and subnets with fewer than 8 free"
                            + " addresses each.")
            .source(GUIDE);

    private static final int MIN_ZONES = 2;
    private static final int MIN_ADDRESSES = 32;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SMALL_BALANCER_SUBNETS, LOAD_BALANCER_SUBNETS);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        LoadBalancerResources loadBalancer = context.stack().loadBalancer();
        if (loadBalancer == null) {
            return;
        }
        if (loadBalancer.subnets().size() >= MIN_ZONES) {
            checkSize(context, out);
            return;
        }
        boolean isExistingVpc = context.config().network().vpc() != null;
        boolean isPublic =
                Objects.requireNonNull(context.config().loadBalancer()).scheme() == Scheme.INTERNET_FACING;
        Placement placement =
                isPublic ? Placement.PUBLIC : context.config().network().placement();
        Path path = isExistingVpc
                ? Path.of("network", "vpc", "subnets").with(placement.toString())
                : Path.of("network", "zones");
        String message = "a load balancer needs subnets in two zones; there "
                + (loadBalancer.subnets().isEmpty()
                        ? "is no " + placement + " subnet"
                        : "is only one " + placement + " subnet");
        out.accept(Finding.of(LOAD_BALANCER_SUBNETS, path, message)
                .hint(isExistingVpc ? "write the ids of subnets in two zones" : "write `zones: 2` or more")
                .also(Path.of("network", "vpc"), Path.of("loadBalancer", "scheme")));
    }

    /** Checks the size of public subnets that the stack creates. Each is a sixteenth of a sixteenth of the VPC. */
    private static void checkSize(RuleContext context, Consumer<Finding> out) {
        NetworkResources network = context.stack().network();
        boolean isPublic = context.config().hasInternetFacingLoadBalancer();
        if (network == null || !(isPublic || network.privateNetwork().subnets().isEmpty())) {
            return;
        }
        Cidr cidr = context.config().network().cidr();
        long addresses = cidr.sixteenth(0).sixteenth(1).size();
        if (addresses < MIN_ADDRESSES && VpcSize.isSupported(cidr)) {
            String message = "the load balancer's subnets have " + addresses + " addresses each; AWS asks for "
                    + MIN_ADDRESSES + " so that it can scale";
            out.accept(Finding.of(SMALL_BALANCER_SUBNETS, Path.of("network", "cidr"), message)
                    .hint("write a network from /16 to /19")
                    .also(Path.of("loadBalancer", "scheme")));
        }
    }
}
