package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.RecordType;
import io.github.ecsdiscovery.generator.model.log.Encryption;
import io.github.ecsdiscovery.generator.model.network.Cidr;
import io.github.ecsdiscovery.generator.model.network.Egress;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.model.network.Port;
import io.github.ecsdiscovery.generator.model.network.Protocol;
import io.github.ecsdiscovery.generator.model.network.SecurityGroups;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.model.network.Vpc;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts that a config demands of its template, derived from the config alone, without the generator's own code for stacks
 * and rules. {@link ObservedFacts} uses the same words.
 */
final class ExpectedFacts {
    static final Cidr ANYWHERE = Cidr.of("0.0.0.0/0");
    private static final List<Cidr> PRIVATE = List.of(
            Cidr.of("10.0.0.0/8"),
            Cidr.of("172.16.0.0/12"),
            Cidr.of("192.168.0.0/16"),
            Cidr.of("100.64.0.0/10"),
            Cidr.of("169.254.0.0/16"));

    private final Config config;
    private final ExpectedExternalPaths externalPaths;
    private final SortedSet<String> facts = new TreeSet<>();

    private ExpectedFacts(Config config) {
        this.config = config;
        this.externalPaths = new ExpectedExternalPaths(config);
    }

    static SortedSet<String> of(Config config) {
        ExpectedFacts expected = new ExpectedFacts(config);
        config.services().forEach(expected::addService);
        expected.addPermissionsBoundaries();
        if (config.namespace().searchDomain()) {
            expected.facts.add("warning: DhcpOptions (AWS::EC2::DHCPOptions) is not analyzed");
            expected.facts.add("warning: DhcpOptionsAssociation (AWS::EC2::VPCDHCPOptionsAssociation) is not analyzed");
        }
        if (expected.isShared()) {
            expected.addSharedGroup();
        } else {
            config.services().forEach(expected::addRules);
            expected.addFlows();
        }
        expected.facts.addAll(ExpectedLoadBalancerFacts.of(config, expected));
        return expected.facts;
    }

    /** Expects a warning for each role, because a permissions boundary may deny what its policies allow. */
    private void addPermissionsBoundaries() {
        if (config.permissionsBoundary() == null) {
            return;
        }
        SortedSet<String> roles = new TreeSet<>();
        if (config.network().flowLogs() && !isExistingVpc()) {
            roles.add("VpcFlowLogRole");
        }
        config.services().forEach((name, service) -> {
            boolean hasSecrets = !service.secrets().isEmpty()
                    || service.sidecars().values().stream()
                            .anyMatch(sidecar -> !sidecar.secrets().isEmpty());
            roles.add(hasSecrets ? pascalCase(name) + "ExecutionRole" : "ExecutionRole");
            if (!service.policies().isEmpty()) {
                roles.add(pascalCase(name) + "TaskRole");
            } else if (service.exec()) {
                roles.add("TaskRole");
            }
        });
        roles.forEach(role ->
                facts.add("warning: the permissions boundary of " + role + " may deny what its policies allow"));
    }

    private boolean isShared() {
        return config.network().securityGroups() == SecurityGroups.SHARED;
    }

    private boolean isExistingVpc() {
        return config.network().vpc() != null;
    }

    private void addService(String name, Service service) {
        facts.addAll(ExpectedContainerFacts.of(name, service));
        boolean isPublic = config.network().placement() == Placement.PUBLIC;
        facts.add(name + " runs in " + String.join(" ", subnetIds()) + (isPublic ? " with a public address" : ""));
        service.allPorts().forEach(port -> facts.add(name + " listens on " + traffic(port.port())));
        addDiscovery(name, service);
        externalPaths.images(service).forEach(image -> facts.add(name + " pulls from " + registry(service, image)));
        addPath(name + " pulls", externalPaths.pulls(service));
        addPath(name + " logs", externalPaths.awsService(service, "logs"));
        facts.add(name + " logs to /ecs/${AWS::StackName}/" + name);
        if (config.logs().encryption() == Encryption.KMS) {
            facts.add(name + " encrypts logs: LogKey encrypts " + pascalCase(name) + "LogGroup");
        }
        facts.addAll(ExpectedSecretFacts.of(name, service.secrets()));
        service.sidecars().values().forEach(sidecar -> facts.addAll(ExpectedSecretFacts.of(name, sidecar.secrets())));
        externalPaths.secrets(service).ifPresent(path -> addPath(name + " fetches secrets", path));
        if (service.exec()) {
            addPath(name + " opens sessions", externalPaths.awsService(service, "ssmmessages"));
        }
        facts.add(name + " resolves: " + (isExistingVpc() ? Tristate.UNKNOWN : Tristate.YES));
        facts.add(name + " starts: YES");
    }

    private void addDiscovery(String name, Service service) {
        Discovery dns = service.dns();
        if (dns != null) {
            String records =
                    dns.records().stream().map(RecordType::name).sorted().collect(Collectors.joining(" "));
            String port = dns.hasSrv() ? " " + number(service.allPorts().get(0)) : "";
            facts.add(name + " is registered as " + host(name) + ": " + records + port);
        }
        facts.addAll(ExpectedServiceConnectFacts.of(config, name, service));
        if (ExpectedServiceConnectFacts.hasProxy(config, service)) {
            addPath(name + " connects its proxy", externalPaths.awsService(service, "ecs-agent"));
        }
        service.allCalls().forEach(call -> facts.add(call(name, service, call)));
    }

    private static String pascalCase(String name) {
        return Stream.of(name.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private void addPath(String action, ExpectedExternalPaths.Path path) {
        facts.add(action + ": " + path.result());
        facts.add(action + " through " + path.viaText());
    }

    private String host(String service) {
        return service + "." + config.domain();
    }

    private String call(String name, Service service, Call call) {
        String prefix = variablePrefix(call.alias());
        int number = port(call).number();
        String defaultUrl =
                port(call).protocol() == Protocol.HTTP ? "http://" + host(call.service()) + ":" + number : "";
        Map<String, String> environment = service.environment();
        String host = environment.getOrDefault(prefix + "_HOST", host(call.service()));
        String port = environment.getOrDefault(prefix + "_PORT", Integer.toString(number));
        String url = environment.getOrDefault(prefix + "_URL", defaultUrl);
        String callee = host.equals(host(call.service())) ? call.service() : "no service";
        return name + " calls " + call.alias() + ": " + host + " at " + port + " " + url + ", which is " + callee;
    }

    /** Returns {@code SERVICE_A} for {@code serviceA}: an underscore replaces a dash and precedes each first capital. */
    static String variablePrefix(String alias) {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < alias.length(); i++) {
            char c = alias.charAt(i);
            boolean startsWord = i > 0
                    && Character.isUpperCase(c)
                    && !Character.isUpperCase(alias.charAt(i - 1))
                    && alias.charAt(i - 1) != '-';
            prefix.append(startsWord ? "_" : "").append(c == '-' ? '_' : Character.toUpperCase(c));
        }
        return prefix.toString();
    }

    private Port port(Call call) {
        Service callee = Objects.requireNonNull(config.services().get(call.service()));
        return callee.allPorts().stream()
                .filter(port -> call.port() == null || call.port().equals(port.name()))
                .findFirst()
                .orElseThrow()
                .port();
    }

    private String registry(Service service, String image) {
        if (ExpectedExternalPaths.isInEcr(image)) {
            return "ECR";
        }
        int slash = image.indexOf('/');
        String first = slash < 0 ? image : image.substring(0, slash);
        boolean isRegistry = service.image() == null && image.equals(config.registry());
        boolean isHost = (slash >= 0 || isRegistry) && first.matches(".*[.:].*|localhost");
        return isHost ? first : "docker.io";
    }

    private List<String> subnetIds() {
        Vpc vpc = config.network().vpc();
        String prefix = config.network().placement() == Placement.PUBLIC ? "PublicSubnet" : "PrivateSubnet";
        return vpc != null
                ? vpc.subnets().of(config.network().placement())
                : config.network().zones().all().stream()
                        .map(zone -> prefix + zone.position())
                        .toList();
    }

    static boolean isPrivate(Cidr cidr) {
        return PRIVATE.stream().anyMatch(range -> range.contains(cidr));
    }

    private void addSharedGroup() {
        String members = String.join(" ", new TreeSet<>(config.services().keySet()));
        for (String name : config.services().keySet()) {
            facts.add(name + " lets out all ports to 0.0.0.0/0");
            facts.add(name + " lets in all ports from " + members);
            config.services().values().forEach(service -> addIngress(name, service));
            config.services().keySet().forEach(other -> facts.add(name + " reaches " + other + " at all ports"));
        }
    }

    private void addRules(String name, Service service) {
        for (Call call : service.allCalls()) {
            String traffic = traffic(port(call));
            facts.add(name + " lets out " + traffic + " to " + call.service());
            facts.add(call.service() + " lets in " + traffic + " from " + name);
        }
        service.egress()
                .forEach(egress -> facts.add(name + " lets out " + traffic(egress.port()) + " to " + egress.to()));
        addIngress(name, service);
    }

    /** Expects the rules from a service's {@code ingress} at a service that is in the same group. */
    private void addIngress(String name, Service service) {
        for (Source source : service.ingress()) {
            for (NamedPort port : service.allPorts()) {
                String traffic = traffic(port.port());
                facts.add(name + " lets in " + traffic + " from " + source);
                facts.add(name + " is open to " + source + " at " + traffic + ": " + fromInternet(source));
            }
        }
    }

    private Tristate fromInternet(Source source) {
        return fromInternet(source, config.network().placement() == Placement.PUBLIC);
    }

    /**
     * Returns whether traffic from a source comes from the internet.
     *
     * @param isPublic whether the receiver has a public address
     */
    Tristate fromInternet(Source source, boolean isPublic) {
        boolean isPrivate = source instanceof Source.Group
                || (source instanceof Source.Network network && isPrivate(network.cidr()));
        if (isPrivate || !isPublic) {
            return Tristate.NO;
        }
        return isExistingVpc() || source instanceof Source.PrefixList ? Tristate.UNKNOWN : Tristate.YES;
    }

    /** Expects traffic along the calls, and where the {@code egress} of one service meets the {@code ingress} of another. */
    private void addFlows() {
        Map<String, Tristate> flows = new LinkedHashMap<>();
        config.services().forEach((from, sender) -> {
            for (Call call : sender.allCalls()) {
                flows.put(from + " reaches " + call.service() + " at " + traffic(port(call)), Tristate.YES);
            }
            config.services()
                    .forEach((to, receiver) -> matches(sender, receiver)
                            .forEach((traffic, certainty) ->
                                    flows.merge(from + " reaches " + to + " at " + traffic, certainty, Tristate::or)));
        });
        flows.forEach((flow, certainty) -> {
            if (certainty != Tristate.NO) {
                facts.add(flow + (certainty == Tristate.YES ? "" : " perhaps"));
            }
        });
    }

    private Map<String, Tristate> matches(Service sender, Service receiver) {
        Map<String, Tristate> matches = new LinkedHashMap<>();
        for (Egress egress : sender.egress()) {
            for (NamedPort port : receiver.allPorts()) {
                if (traffic(port.port()).equals(traffic(egress.port()))) {
                    Tristate ingress = receiver.ingress().stream()
                            .map(this::includesServices)
                            .reduce(Tristate.NO, Tristate::or);
                    matches.merge(
                            traffic(port.port()), includesServices(egress.to()).and(ingress), Tristate::or);
                }
            }
        }
        return matches;
    }

    /** Returns whether services of the stack have addresses in a source. */
    Tristate includesServices(Source source) {
        if (source instanceof Source.Group) {
            return Tristate.NO;
        }
        if (source instanceof Source.PrefixList) {
            return Tristate.UNKNOWN;
        }
        Cidr range = ((Source.Network) source).cidr();
        if (range.equals(ANYWHERE)) {
            return Tristate.YES;
        }
        if (isExistingVpc()) {
            return Tristate.UNKNOWN;
        }
        return subnets(config).stream().anyMatch(range::overlaps) ? Tristate.YES : Tristate.NO;
    }

    /**
     * Returns the ranges of the subnets that tasks run in. The address plan cuts the VPC into 16 parts. Private zone i is part i.
     * Public zone i is part i of part 0, which is cut into 16 again.
     */
    static List<Cidr> subnets(Config config) {
        Cidr vpc = config.network().cidr();
        Cidr range = config.network().placement() == Placement.PUBLIC ? vpc.sixteenth(0) : vpc;
        return config.network().zones().all().stream()
                .map(zone -> range.sixteenth(zone.position()))
                .toList();
    }

    static String traffic(Port port) {
        return port.protocol().transport() + " " + port.number();
    }

    private static int number(NamedPort port) {
        return port.port().number();
    }
}
