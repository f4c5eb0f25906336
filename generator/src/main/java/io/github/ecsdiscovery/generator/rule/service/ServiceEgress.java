package io.github.ecsdiscovery.generator.rule.service;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Egress;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.network.PrivateVpcRange;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the {@code egress} of a service lets its tasks start. Image pulls and logs use the task's own network interface and
 * port 443, so a security group that does not allow them stops every task. With a shared security group, {@code egress} has no
 * effect.
 */
final class ServiceEgress implements ServiceRule {
    private static final ProblemKind EGRESS_WITH_SHARED = ProblemKind.error(
                    "egress-with-shared", "A service has `egress`, but all services share one security group.")
            .otherwise("AWS accepts the template, but the shared security group allows all outbound traffic,"
                    + " so `egress` does not restrict the service.");

    private static final ProblemKind EGRESS_WITHOUT_443 = ProblemKind.warning(
                    "egress-without-443",
                    "`egress` of a service does not allow port 443 to the internet or the VPC endpoints,"
                            + " which image pulls and logs need.")
            .otherwise(
                    "AWS accepts the template, but no task starts: image pulls and logs use the task's own network interface"
                            + " and port 443. In a VPC with interface endpoints the names of AWS services lead to the endpoints, so"
                            + " port 443 must be open to them.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-version-migration.html");

    private static final int HTTPS = 443;
    private static final String ANYWHERE = "{to: 0.0.0.0/0, port: 443}";
    private static final String S3 = "{to: pl-…, port: 443}";

    @Override
    public List<ProblemKind> kinds() {
        return List.of(EGRESS_WITH_SHARED, EGRESS_WITHOUT_443);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        if (service.config().network().securityGroups() == SecurityGroups.SHARED) {
            if (service.isWritten("egress")) {
                out.accept(withSharedGroup(service));
            }
        } else if (!reachesEndpoints(service)) {
            String endpoints = "{to: " + service.config().network().cidr().network() + ", port: 443}";
            String hint = reachesInternetOrS3(service)
                    ? "add `" + endpoints + "` for the endpoints"
                    : "add `" + ANYWHERE + "`, or `" + endpoints + "` for the endpoints and `" + S3 + "` for S3";
            out.accept(without443(service, "the VPC endpoints", "pull images or write logs", hint));
        } else if (!reachesInternetOrS3(service)) {
            out.accept(
                    hasInterfaceEndpoints(service.context().stack().network())
                            ? without443(
                                    service,
                                    "S3 or the internet",
                                    "pull images",
                                    "add `" + S3 + "` with the id of S3's prefix list, or `" + ANYWHERE + "`")
                            : without443(
                                    service, "the internet", "pull images or write logs", "add `" + ANYWHERE + "`"));
        }
    }

    private static Finding withSharedGroup(ServiceContext service) {
        String message = "`egress` of `" + service.name()
                + "` has no effect, because the shared security group allows all outbound traffic";
        return Finding.of(EGRESS_WITH_SHARED, service.path("egress"), message)
                .atKey()
                .hint("remove it, or write `network: {securityGroups: perService}`")
                .also(Path.of("network", "securityGroups"));
    }

    private static Finding without443(ServiceContext service, String destination, String failure, String hint) {
        String message = "`egress` of `" + service.name() + "` does not allow port 443 to " + destination
                + ", so its tasks cannot " + failure;
        return Finding.of(EGRESS_WITHOUT_443, service.path("egress"), message)
                .atKey()
                .hint(hint)
                .also(service.path("egress"), Path.of("network", "securityGroups"));
    }

    /** Returns whether port 443 is open to the internet or to a prefix list, such as that of S3's gateway endpoint. */
    private static boolean reachesInternetOrS3(ServiceContext service) {
        return httpsDestinations(service).anyMatch(to -> isInternetOrS3(service, to));
    }

    /** Returns true for any destination in an existing VPC, whose routes are not known. */
    private static boolean isInternetOrS3(ServiceContext service, Source to) {
        if (service.context().stack().network() == null || to instanceof Source.PrefixList) {
            return true;
        }
        return to instanceof Source.Network network && !PrivateVpcRange.isPrivate(network.cidr());
    }

    /**
     * Returns whether port 443 is open to all interface endpoints. The names of their AWS services resolve to the endpoints in the
     * whole VPC, so a service without access to them cannot use the internet instead.
     */
    private static boolean reachesEndpoints(ServiceContext service) {
        NetworkResources network = service.context().stack().network();
        return network == null
                || !hasInterfaceEndpoints(network)
                || network.taskSubnets().stream()
                        .map(subnet -> Cidr.of(subnet.cidr()))
                        .allMatch(subnet -> httpsDestinations(service)
                                .anyMatch(to -> to instanceof Source.Network destination
                                        && destination.cidr().contains(subnet)));
    }

    private static boolean hasInterfaceEndpoints(@Nullable NetworkResources network) {
        return network != null && network.endpoints().group() != null;
    }

    private static Stream<Source> httpsDestinations(ServiceContext service) {
        return service.service().egress().stream()
                .filter(ServiceEgress::isHttps)
                .map(Egress::to);
    }

    private static boolean isHttps(Egress egress) {
        return egress.port().number() == HTTPS && egress.port().protocol() != Protocol.UDP;
    }
}
