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

/** What a config promises about its services, in the words in which {@link Findings} tells what a template keeps. */
final class Promises {
    static final Cidr ANYWHERE = Cidr.of("0.0.0.0/0");
    private static final List<Cidr> PRIVATE = List.of(
            Cidr.of("10.0.0.0/8"),
            Cidr.of("172.16.0.0/12"),
            Cidr.of("192.168.0.0/16"),
            Cidr.of("100.64.0.0/10"),
            Cidr.of("169.254.0.0/16"));

    private final Config config;
    private final Outward outward;
    private final SortedSet<String> facts = new TreeSet<>();

    private Promises(Config config) {
        this.config = config;
        this.outward = new Outward(config);
    }

    static SortedSet<String> of(Config config) {
        Promises promises = new Promises(config);
        config.services().forEach(promises::service);
        promises.boundary();
        if (config.namespace().searchDomain()) {
            promises.facts.add("not looked at: DhcpOptions, an AWS::EC2::DHCPOptions, is not looked at");
            promises.facts.add(
                    "not looked at: DhcpOptionsAssociation, an AWS::EC2::VPCDHCPOptionsAssociation, is not looked at");
        }
        if (promises.isShared()) {
            promises.shared();
        } else {
            config.services().forEach(promises::rules);
            promises.flows();
        }
        promises.facts.addAll(BalancerPromises.of(config, promises));
        return promises.facts;
    }

    /** What a role may do within a boundary is not known. */
    private void boundary() {
        if (config.permissionsBoundary() == null) {
            return;
        }
        SortedSet<String> roles = new TreeSet<>();
        if (config.network().flowLogs() && !isExisting()) {
            roles.add("VpcFlowLogRole");
        }
        config.services().forEach((name, service) -> {
            boolean isGiven = !service.secrets().isEmpty()
                    || service.sidecars().values().stream()
                            .anyMatch(one -> !one.secrets().isEmpty());
            roles.add(!isGiven ? "ExecutionRole" : pascal(name) + "ExecutionRole");
            if (!service.policies().isEmpty()) {
                roles.add(pascal(name) + "TaskRole");
            } else if (service.exec()) {
                roles.add("TaskRole");
            }
        });
        roles.forEach(role -> facts.add(
                "not looked at: the permissions boundary of " + role + " may forbid what its policies allow"));
    }

    private boolean isShared() {
        return config.network().securityGroups() == SecurityGroups.SHARED;
    }

    private boolean isExisting() {
        return config.network().vpc() != null;
    }

    private void service(String name, Service service) {
        facts.addAll(ContainerPromises.of(name, service));
        boolean isPublic = config.network().placement() == Placement.PUBLIC;
        facts.add(name + " runs in " + String.join(" ", places()) + (isPublic ? " with a public address" : ""));
        facts.add(name + " logs to /ecs/${AWS::StackName}/" + name);
        service.allPorts().forEach(port -> facts.add(name + " listens at " + traffic(port.port())));
        Discovery dns = service.dns();
        if (dns != null) {
            String records =
                    dns.records().stream().map(RecordType::name).sorted().collect(Collectors.joining(" "));
            String port = dns.hasSrv() ? " " + number(service.allPorts().get(0)) : "";
            facts.add(name + " is found as " + host(name) + ": " + records + port);
        }
        facts.addAll(ConnectPromises.of(config, name, service));
        if (ConnectPromises.hasProxy(config, service)) {
            way(name + " tells its proxy", outward.aws(service, "ecs-agent"));
        }
        service.allCalls().forEach(call -> facts.add(told(name, service, call)));
        outward.images(service).forEach(image -> facts.add(name + " pulls from " + registry(service, image)));
        way(name + " pulls", outward.pulls(service));
        way(name + " logs", outward.aws(service, "logs"));
        if (config.logs().encryption() == Encryption.KMS) {
            facts.add(name + " logs under a key: LogKey encrypts " + pascal(name) + "LogGroup");
        }
        facts.addAll(SecretPromises.of(name, service.secrets()));
        service.sidecars().values().forEach(sidecar -> facts.addAll(SecretPromises.of(name, sidecar.secrets())));
        outward.fetches(service).ifPresent(way -> way(name + " fetches", way));
        if (service.exec()) {
            way(name + " opens sessions", outward.aws(service, "ssmmessages"));
        }
        facts.add(name + " resolves: " + (isExisting() ? Tristate.UNKNOWN : Tristate.YES));
        facts.add(name + " starts: YES");
    }

    private static String pascal(String name) {
        return Stream.of(name.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private void way(String does, Outward.Way way) {
        facts.add(does + ": " + way.answer());
        facts.add(does + " through " + way.inWords());
    }

    private String host(String service) {
        return service + "." + config.domain();
    }

    private String told(String name, Service service, Call call) {
        String prefix = prefix(call.alias());
        int port = port(call).number();
        String host = service.environment().getOrDefault(prefix + "_HOST", host(call.service()));
        String at = service.environment().getOrDefault(prefix + "_PORT", Integer.toString(port));
        String callee = host.equals(host(call.service())) ? call.service() : "nobody";
        String url = port(call).protocol() == Protocol.HTTP ? "http://" + host(call.service()) + ":" + port : "";
        url = service.environment().getOrDefault(prefix + "_URL", url);
        return name + " calls " + call.alias() + ": " + host + " at " + at + " " + url + ", which is " + callee;
    }

    /** Upper case, with an underscore for a dash and before a capital behind anything but a capital. */
    static String prefix(String alias) {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < alias.length(); i++) {
            char c = alias.charAt(i);
            boolean starts = i > 0
                    && Character.isUpperCase(c)
                    && !Character.isUpperCase(alias.charAt(i - 1))
                    && alias.charAt(i - 1) != '-';
            prefix.append(starts ? "_" : "").append(c == '-' ? '_' : Character.toUpperCase(c));
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
        if (Outward.isInEcr(image)) {
            return "ECR";
        }
        int slash = image.indexOf('/');
        String first = slash < 0 ? image : image.substring(0, slash);
        boolean isRegistry = service.image() == null && image.equals(config.registry());
        boolean isHost = (slash >= 0 || isRegistry) && first.matches(".*[.:].*|localhost");
        return isHost ? first : "docker.io";
    }

    /** The subnets: by their positions, or those that are there. */
    private List<String> places() {
        Vpc vpc = config.network().vpc();
        String kind = config.network().placement() == Placement.PUBLIC ? "PublicSubnet" : "PrivateSubnet";
        return vpc != null
                ? vpc.subnets().of(config.network().placement())
                : config.network().zones().all().stream()
                        .map(zone -> kind + zone.position())
                        .toList();
    }

    static boolean isPrivate(Cidr cidr) {
        return PRIVATE.stream().anyMatch(network -> network.contains(cidr));
    }

    private void shared() {
        String all = String.join(" ", new TreeSet<>(config.services().keySet()));
        for (String name : config.services().keySet()) {
            facts.add(name + " lets out all ports to 0.0.0.0/0");
            facts.add(name + " lets in all ports from " + all);
            config.services().values().forEach(service -> ingress(name, service));
            config.services().keySet().forEach(other -> facts.add(name + " reaches " + other + " at all ports"));
        }
    }

    private void rules(String name, Service service) {
        for (Call call : service.allCalls()) {
            String traffic = traffic(port(call));
            facts.add(name + " lets out " + traffic + " to " + call.service());
            facts.add(call.service() + " lets in " + traffic + " from " + name);
        }
        service.egress().forEach(one -> facts.add(name + " lets out " + traffic(one.port()) + " to " + one.to()));
        ingress(name, service);
    }

    /** What a service says under `ingress`, at a service that has it in its group. */
    private void ingress(String name, Service service) {
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

    /** @param isPublic whether those that it leads to have addresses of the internet */
    Tristate fromInternet(Source source, boolean isPublic) {
        boolean inside = source instanceof Source.Group
                || (source instanceof Source.Network network && isPrivate(network.cidr()));
        if (inside || !isPublic) {
            return Tristate.NO;
        }
        return isExisting() || source instanceof Source.PrefixList ? Tristate.UNKNOWN : Tristate.YES;
    }

    /** Along the calls, and where what one may reach and whom the other lets in come together. */
    private void flows() {
        Map<String, Tristate> flows = new LinkedHashMap<>();
        config.services().forEach((from, sender) -> {
            for (Call call : sender.allCalls()) {
                flows.put(from + " reaches " + call.service() + " at " + traffic(port(call)), Tristate.YES);
            }
            config.services()
                    .forEach((to, receiver) -> chances(sender, receiver)
                            .forEach((traffic, answer) ->
                                    flows.merge(from + " reaches " + to + " at " + traffic, answer, Tristate::or)));
        });
        flows.forEach((flow, answer) -> {
            if (answer != Tristate.NO) {
                facts.add(flow + (answer == Tristate.YES ? "" : " perhaps"));
            }
        });
    }

    private Map<String, Tristate> chances(Service sender, Service receiver) {
        Map<String, Tristate> chances = new LinkedHashMap<>();
        for (Egress egress : sender.egress()) {
            for (NamedPort port : receiver.allPorts()) {
                if (traffic(port.port()).equals(traffic(egress.port()))) {
                    Tristate in =
                            receiver.ingress().stream().map(this::isInside).reduce(Tristate.NO, Tristate::or);
                    chances.merge(traffic(port.port()), isInside(egress.to()).and(in), Tristate::or);
                }
            }
        }
        return chances;
    }

    /** Whether services stand there. */
    Tristate isInside(Source source) {
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
        if (isExisting()) {
            return Tristate.UNKNOWN;
        }
        return subnets(config).stream().anyMatch(range::overlaps) ? Tristate.YES : Tristate.NO;
    }

    /**
     * The networks of the subnets that tasks run in, as the address plan has them: private zone i is part i of the VPC cut into
     * 16; part 0 is cut into 16 again, and public zone i is its part i.
     */
    static List<Cidr> subnets(Config config) {
        Cidr vpc = config.network().cidr();
        Cidr cut = config.network().placement() == Placement.PUBLIC ? vpc.sixteenth(0) : vpc;
        return config.network().zones().all().stream()
                .map(zone -> cut.sixteenth(zone.position()))
                .toList();
    }

    static String traffic(Port port) {
        return port.protocol().transport() + " " + port.number();
    }

    private static int number(NamedPort port) {
        return port.port().number();
    }
}
