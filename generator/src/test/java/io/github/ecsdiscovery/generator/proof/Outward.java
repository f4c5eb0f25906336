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

/** What a config promises about the ways by which its tasks reach port 443 of what is outside of their VPC. */
final class Outward {
    private static final List<String> PULL = List.of("ecr.api", "ecr.dkr", "s3");

    private final Config config;

    Outward(Config config) {
        this.config = config;
    }

    /** Whether something is reached, and by which ways. */
    record Way(Tristate answer, List<String> through) {
        private Way and(Way other) {
            List<String> both = new ArrayList<>(through);
            other.through.stream().filter(one -> !both.contains(one)).forEach(both::add);
            return new Way(answer.and(other.answer), both);
        }

        /** Gateways of several zones have their name once, and their numbers behind it. */
        String inWords() {
            String gateways = through.stream()
                    .filter(one -> one.startsWith("NatGateway"))
                    .map(one -> one.substring("NatGateway".length()))
                    .collect(Collectors.joining(", "));
            List<String> all = through.stream()
                    .map(one -> one.startsWith("NatGateway") ? "NatGateway" + gateways : one)
                    .distinct()
                    .toList();
            String last = all.isEmpty() ? "" : all.get(all.size() - 1);
            return all.size() < 2 ? last : String.join(", ", all.subList(0, all.size() - 1)) + " and " + last;
        }
    }

    /** The way to where the images of its containers are kept, its own first. */
    Way pulls(Service service) {
        return images(service)
                .map(image -> pulls(service, isInEcr(image)))
                .reduce(Way::and)
                .orElseThrow();
    }

    private Way pulls(Service service, boolean isInEcr) {
        return isInEcr
                ? PULL.stream().map(name -> aws(service, name)).reduce(Way::and).orElseThrow()
                : new Way(toInternet(service, Tristate.NO).and(route()), routes());
    }

    /** The way to a service of AWS, by an endpoint if the config has one for it. */
    Way aws(Service service, String name) {
        Endpoints endpoints =
                isExisting() ? Endpoints.of(Scope.NONE) : config.network().endpoints();
        Map<String, Predicate<Service>> askers = Map.of(
                "ecr.api",
                this::pullsFromEcr,
                "ecr.dkr",
                this::pullsFromEcr,
                "s3",
                this::pullsFromEcr,
                "logs",
                one -> true,
                "secretsmanager",
                one -> secrets(one).anyMatch(secret -> secret.ssm() == null),
                "ssm",
                one -> secrets(one).anyMatch(secret -> secret.ssm() != null),
                "ssmmessages",
                Service::exec,
                "ecs-agent",
                one -> ConnectPromises.hasProxy(config, one));
        boolean asked = config.services().values().stream().anyMatch(askers.get(name));
        boolean listed = endpoints.entries().contains(name);
        if (name.equals("s3") && (listed || asked && endpoints.scope() != Scope.NONE)) {
            return new Way(toInternet(service, Tristate.NO), List.of("S3VpcEndpoint"));
        }
        if (listed || asked && endpoints.scope() == Scope.ALL) {
            String id = Map.of("ecr.api", "EcrApi", "ecr.dkr", "EcrDkr", "ecs-agent", "EcsAgent")
                    .getOrDefault(name, capital(name));
            return new Way(toEndpoints(service), List.of(id + "VpcEndpoint"));
        }
        Tristate inside = isExisting() ? Tristate.UNKNOWN : Tristate.NO;
        return new Way(toInternet(service, inside).and(route()), routes());
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The way to where its secrets are kept, in the order of their names' first of each kind; empty where it has none. */
    Optional<Way> fetches(Service service) {
        return secrets(service)
                .map(secret -> aws(service, secret.ssm() == null ? "secretsmanager" : "ssm"))
                .reduce(Way::and);
    }

    /** Its own, then its sidecars', each by the variable's name. */
    private static Stream<Secret> secrets(Service service) {
        return Stream.concat(
                        Stream.of(service.secrets()),
                        service.sidecars().values().stream().map(Sidecar::secrets))
                .flatMap(secrets -> new TreeMap<>(secrets).values().stream());
    }

    /** The images of its containers, or the registry where nobody says one; a sidecar runs its service's. */
    Stream<String> images(Service service) {
        String said = service.image() != null ? service.image() : config.registry();
        String own = said == null ? ".dkr.ecr." : said;
        return Stream.concat(
                Stream.of(own),
                service.sidecars().values().stream().map(one -> one.image() == null ? own : one.image()));
    }

    private boolean pullsFromEcr(Service service) {
        return images(service).anyMatch(Outward::isInEcr);
    }

    static boolean isInEcr(String image) {
        return image.contains(".dkr.ecr.");
    }

    private boolean isExisting() {
        return config.network().vpc() != null;
    }

    private boolean isPrivate() {
        return config.network().placement() == Placement.PRIVATE;
    }

    private Nat nat() {
        Nat said = config.network().nat();
        return said == null ? Nat.SINGLE : said;
    }

    private Tristate route() {
        if (isExisting()) {
            return Tristate.UNKNOWN;
        }
        return isPrivate() && nat() == Nat.NONE ? Tristate.NO : Tristate.YES;
    }

    private List<String> routes() {
        if (isExisting()) {
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
     * Whether tcp 443 may leave for the internet; of a part of it, nobody knows what is there.
     *
     * @param inside whether what is not on the internet may have it: endpoints of a VPC that is there already
     */
    private Tristate toInternet(Service service, Tristate inside) {
        return isShared()
                ? Tristate.YES
                : https(service).map(to -> onTheInternet(to).or(inside)).reduce(Tristate.NO, Tristate::or);
    }

    private static Tristate onTheInternet(Source to) {
        if (to instanceof Source.Network network) {
            return network.cidr().equals(Promises.ANYWHERE)
                    ? Tristate.YES
                    : Promises.isPrivate(network.cidr()) ? Tristate.NO : Tristate.UNKNOWN;
        }
        return to instanceof Source.PrefixList ? Tristate.UNKNOWN : Tristate.NO;
    }

    /** Whether tcp 443 may leave for every subnet, in each of which an endpoint has an address. */
    private Tristate toEndpoints(Service service) {
        return isShared()
                ? Tristate.YES
                : Promises.subnets(config).stream()
                        .map(subnet ->
                                https(service).map(to -> within(subnet, to)).reduce(Tristate.NO, Tristate::or))
                        .reduce(Tristate.YES, Tristate::and);
    }

    private static Tristate within(Cidr subnet, Source to) {
        if (to instanceof Source.Network network) {
            return network.cidr().overlaps(subnet) ? Tristate.YES : Tristate.NO;
        }
        return to instanceof Source.PrefixList ? Tristate.UNKNOWN : Tristate.NO;
    }

    private boolean isShared() {
        return config.network().securityGroups() == SecurityGroups.SHARED;
    }

    private static Stream<Source> https(Service service) {
        return service.egress().stream()
                .filter(egress -> egress.port().number() == 443 && egress.port().protocol() != Protocol.UDP)
                .map(Egress::to);
    }
}
