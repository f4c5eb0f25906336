package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Egress;
import io.github.ecsdiscovery.generator.model.network.Endpoints;
import io.github.ecsdiscovery.generator.model.network.Endpoints.Scope;
import io.github.ecsdiscovery.generator.model.network.Nat;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.model.network.Zone;
import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.model.service.Sidecar;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways that a config demands from its tasks to tcp 443 outside their VPC. */
final class ExpectedExternalPaths {
    private static final List<String> ECR = List.of("ecr.api", "ecr.dkr", "s3");

    private final Config config;

    ExpectedExternalPaths(Config config) {
        this.config = config;
    }

    /**
     * A way to something outside the VPC.
     *
     * @param result whether it can be reached
     * @param via what the traffic passes through
     */
    record Path(Tristate result, List<String> via) {
        private Path and(Path other) {
            List<String> all = new ArrayList<>(via);
            other.via.stream().filter(name -> !all.contains(name)).forEach(all::add);
            return new Path(result.and(other.result), all);
        }

        /** Returns {@code NatGateway1, 2 and S3VpcEndpoint}: NAT gateways of several zones are grouped. */
        String viaText() {
            String numbers = via.stream()
                    .filter(name -> name.startsWith("NatGateway"))
                    .map(name -> name.substring("NatGateway".length()))
                    .collect(Collectors.joining(", "));
            List<String> names = via.stream()
                    .map(name -> name.startsWith("NatGateway") ? "NatGateway" + numbers : name)
                    .distinct()
                    .toList();
            String last = names.isEmpty() ? "" : names.get(names.size() - 1);
            return names.size() < 2 ? last : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
        }
    }

    /** Returns the way to the registries of a service's images, its own image first. */
    Path pulls(Service service) {
        return images(service)
                .map(image -> pull(service, isInEcr(image)))
                .reduce(Path::and)
                .orElseThrow();
    }

    private Path pull(Service service, boolean isInEcr) {
        return isInEcr
                ? ECR.stream()
                        .map(name -> awsService(service, name))
                        .reduce(Path::and)
                        .orElseThrow()
                : new Path(internetEgress(service, Tristate.NO).and(route()), routeNames());
    }

    /** Returns the way to a service of AWS, through an endpoint if the config has one for it. */
    Path awsService(Service service, String name) {
        Endpoints endpoints =
                isExistingVpc() ? Endpoints.of(Scope.NONE) : config.network().endpoints();
        boolean isUsed = config.services().values().stream().anyMatch(users().get(name));
        boolean isListed = endpoints.entries().contains(name);
        if (name.equals("s3") && (isListed || isUsed && endpoints.scope() != Scope.NONE)) {
            return new Path(internetEgress(service, Tristate.NO), List.of("S3VpcEndpoint"));
        }
        if (isListed || isUsed && endpoints.scope() == Scope.ALL) {
            String id = Map.of("ecr.api", "EcrApi", "ecr.dkr", "EcrDkr", "ecs-agent", "EcsAgent")
                    .getOrDefault(name, capitalized(name));
            return new Path(endpointEgress(service), List.of(id + "VpcEndpoint"));
        }
        Tristate privateTargets = isExistingVpc() ? Tristate.UNKNOWN : Tristate.NO;
        return new Path(internetEgress(service, privateTargets).and(route()), routeNames());
    }

    /** Returns which services use each service of AWS. */
    private Map<String, Predicate<Service>> users() {
        return Map.of(
                "ecr.api",
                this::pullsFromEcr,
                "ecr.dkr",
                this::pullsFromEcr,
                "s3",
                this::pullsFromEcr,
                "logs",
                service -> true,
                "secretsmanager",
                service -> allSecrets(service).anyMatch(secret -> secret.ssm() == null),
                "ssm",
                service -> allSecrets(service).anyMatch(secret -> secret.ssm() != null),
                "ssmmessages",
                Service::exec,
                "ecs-agent",
                service -> ExpectedServiceConnectFacts.hasProxy(config, service));
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns the way to the stores of a service's secrets, in the order of the secrets; empty if it has none. */
    Optional<Path> secrets(Service service) {
        return allSecrets(service)
                .map(secret -> awsService(service, secret.ssm() == null ? "secretsmanager" : "ssm"))
                .reduce(Path::and);
    }

    /** Returns the secrets of the service and then of its sidecars, each sorted by variable. */
    private static Stream<Secret> allSecrets(Service service) {
        return Stream.concat(
                        Stream.of(service.secrets()),
                        service.sidecars().values().stream().map(Sidecar::secrets))
                .flatMap(secrets -> new TreeMap<>(secrets).values().stream());
    }

    /** Returns the images of a service's containers; the registry where the config names no image. */
    Stream<String> images(Service service) {
        String configured = service.image() != null ? service.image() : config.registry();
        String own = configured == null ? ".dkr.ecr." : configured;
        return Stream.concat(
                Stream.of(own),
                service.sidecars().values().stream().map(sidecar -> sidecar.image() == null ? own : sidecar.image()));
    }

    private boolean pullsFromEcr(Service service) {
        return images(service).anyMatch(ExpectedExternalPaths::isInEcr);
    }

    static boolean isInEcr(String image) {
        return image.contains(".dkr.ecr.");
    }

    private boolean isExistingVpc() {
        return config.network().vpc() != null;
    }

    private boolean isPrivate() {
        return config.network().placement() == Placement.PRIVATE;
    }

    private Nat nat() {
        Nat configured = config.network().nat();
        return configured == null ? Nat.SINGLE : configured;
    }

    private Tristate route() {
        if (isExistingVpc()) {
            return Tristate.UNKNOWN;
        }
        return isPrivate() && nat() == Nat.NONE ? Tristate.NO : Tristate.YES;
    }

    private List<String> routeNames() {
        if (isExistingVpc()) {
            return List.of("the VPC's routes");
        }
        if (!isPrivate()) {
            return List.of("InternetGateway");
        }
        List<Zone> zones = config.network().zones().all();
        return switch (nat()) {
            case NONE -> List.of();
            case SINGLE -> List.of("NatGateway" + zones.get(0).position());
            case PER_ZONE ->
                zones.stream().map(zone -> "NatGateway" + zone.position()).toList();
            case REGIONAL -> List.of("RegionalNatGateway");
        };
    }

    /**
     * Returns whether tcp 443 may leave for the internet; unknown if only for a part of it.
     *
     * @param privateTargets whether the target may have a private address, like an endpoint in an existing VPC
     */
    private Tristate internetEgress(Service service, Tristate privateTargets) {
        return isShared()
                ? Tristate.YES
                : httpsTargets(service)
                        .map(target -> includesPublicAddresses(target).or(privateTargets))
                        .reduce(Tristate.NO, Tristate::or);
    }

    private static Tristate includesPublicAddresses(Source target) {
        if (target instanceof Source.Network network) {
            return network.cidr().equals(ExpectedFacts.ANYWHERE)
                    ? Tristate.YES
                    : ExpectedFacts.isPrivate(network.cidr()) ? Tristate.NO : Tristate.UNKNOWN;
        }
        return target instanceof Source.PrefixList ? Tristate.UNKNOWN : Tristate.NO;
    }

    /** Returns whether tcp 443 may leave for every subnet, because an endpoint has an address in each. */
    private Tristate endpointEgress(Service service) {
        return isShared()
                ? Tristate.YES
                : ExpectedFacts.subnets(config).stream()
                        .map(subnet -> httpsTargets(service)
                                .map(target -> includes(target, subnet))
                                .reduce(Tristate.NO, Tristate::or))
                        .reduce(Tristate.YES, Tristate::and);
    }

    private static Tristate includes(Source target, Cidr subnet) {
        if (target instanceof Source.Network network) {
            return network.cidr().overlaps(subnet) ? Tristate.YES : Tristate.NO;
        }
        return target instanceof Source.PrefixList ? Tristate.UNKNOWN : Tristate.NO;
    }

    private boolean isShared() {
        return config.network().securityGroups() == SecurityGroups.SHARED;
    }

    private static Stream<Source> httpsTargets(Service service) {
        return service.egress().stream()
                .filter(egress -> egress.port().number() == 443 && egress.port().protocol() != Protocol.UDP)
                .map(Egress::to);
    }
}
