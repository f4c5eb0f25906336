package io.github.ecsdiscovery.generator.model.service;

import io.github.ecsdiscovery.generator.model.deployment.Capacity;
import io.github.ecsdiscovery.generator.model.deployment.Count;
import io.github.ecsdiscovery.generator.model.deployment.Deployment;
import io.github.ecsdiscovery.generator.model.discovery.Discovery;
import io.github.ecsdiscovery.generator.model.discovery.DiscoveryMode;
import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import io.github.ecsdiscovery.generator.model.network.Egress;
import io.github.ecsdiscovery.generator.model.network.NamedPort;
import io.github.ecsdiscovery.generator.model.network.Port;
import io.github.ecsdiscovery.generator.model.network.Source;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One ECS service; a service without a port is a worker that nobody finds.
 *
 * <pre>
 * orders:
 *   port: 8080
 *   calls: [payments]
 *   count: 3
 * </pre>
 */
public record Service(
        @Key(
                value = "The image; without tag or digest it takes `tag`",
                format = Format.IMAGE,
                byDefault = "`<registry>/<name>/<service>`")
        @Nullable
        String image,

        @Key(value = "The image's tag", format = Format.IMAGE_TAG, byDefault = "the top level's `tag`") @Nullable
        String tag,

        @Key("Its only port and what is spoken there (http unless said), such as `8080` or `6379/tcp`") @Nullable
        Port port,

        @Key(
                value = "Several ports by name; the first is the one that is registered",
                keys = Format.PORT_NAME,
                least = 1,
                most = 20)
        @Nullable
        Map<String, Port> ports,

        @Key("What it calls: services or `service:port`, as a list, or as a map from alias to service") @Nullable
        Calls calls,

        @Key(value = "Who outside the config may come to all its ports", most = 60)
        List<Source> ingress,

        @Key(value = "What outside the config it may reach; without 443 it pulls no image", most = 60)
        List<Egress> egress,

        @Key(
                value = "Whether it is behind the load balancer, and which requests it gets from there",
                byDefault = "`false`")
        @Nullable
        Http http,

        @Key(
                value =
                        "How it is found: `dns`, `connect` by ECS Service Connect, `both`, `none`, or one of them in detail",
                byDefault = "`dns` if it has a port")
        @Nullable
        Discovery discovery,

        @Key(
                value = "CPU units of a task; 1024 are one vCPU",
                oneOf = {256, 512, 1024, 2048, 4096, 8192, 16384},
                unit = Unit.CPU)
        int cpu,

        @Key(value = "Memory of a task, in MiB; Fargate pairs it with `cpu`", min = 512, max = 122880, unit = Unit.MIB)
        int memory,

        @Key("The processor that the image is built for") Architecture architecture,

        @Key("Weights of Fargate's capacity providers; taken as written")
        Capacity capacity,

        @Key("How many tasks run, 0 before the images are there; or bounds, and what is to be kept between them")
        Count count,

        @Key(value = "Plain variables of the container", keys = Format.VARIABLE)
        Map<String, String> environment,

        @Key(
                value =
                        "Variables that ECS takes from Secrets Manager or Parameter Store when it starts a task; a new value reaches new tasks alone",
                keys = Format.VARIABLE,
                most = 200)
        Map<String, Secret> secrets,

        @Key(value = "Replaces the image's command", byDefault = "the image's", least = 1) @Nullable
        List<String> command,

        @Key(value = "Replaces the image's entry point", byDefault = "the image's", least = 1) @Nullable
        List<String> entrypoint,

        @Key(value = "Who runs the process, and the group", format = Format.USER, byDefault = "the image's") @Nullable
        String user,

        @Key("Whether the container may write nowhere but to `writablePaths`")
        boolean readonlyRootFilesystem,

        @Key(value = "Paths that are empty volumes, such as `/tmp`", format = Format.ABSOLUTE_PATH, most = 20)
        List<String> writablePaths,

        @Key(
                value = "Seconds between SIGTERM and SIGKILL",
                min = 2,
                max = 120,
                byDefault = "what `discovery` needs, 45 for a TTL of 10; ECS's 30 without discovery",
                unit = Unit.SECONDS)
        @Nullable
        Integer stopTimeout,

        @Key(value = "The task's own disk, in GiB", min = 21, max = 200, byDefault = "Fargate's 20", unit = Unit.GIB)
        @Nullable
        Integer ephemeralStorage,

        @Key("How ECS finds out that the container is well; the image's own HEALTHCHECK is not looked at") @Nullable
        HealthCheck healthCheck,

        @Key(
                value = "Sidecars that its own container waits for before it starts, each until `START`, `COMPLETE`,"
                        + " `SUCCESS` or `HEALTHY`; containers stop the other way round",
                keys = Format.LABEL_50)
        Map<String, Dependency> dependsOn,

        @Key(
                value = "More containers of each task, by name; `ports` are the task's, whichever container listens",
                keys = Format.LABEL_50,
                most = 9)
        Map<String, Sidecar> sidecars,

        @Key("Whether `aws ecs execute-command` opens a shell in its tasks")
        boolean exec,

        @Key("How a new version replaces the old one") Deployment deployment,

        @Key(
                value = "What its code may do in AWS: ARNs of managed policies, and statements in IAM's own words",
                most = 30)
        List<Policy> policies,

        @Key(value = "Warnings about this service that its author has read, with the reason", keys = Format.PROBLEM_ID)
        Map<String, String> acceptWarnings)
        implements Container {
    public Service {
        // Bounds of which one is wrong are told, and gone; the rest is still looked at.
        count = Objects.requireNonNullElse(count, Count.of(1));
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        writablePaths = List.copyOf(writablePaths);
        dependsOn = Collections.unmodifiableMap(new LinkedHashMap<>(dependsOn));
        sidecars = Collections.unmodifiableMap(new TreeMap<>(sidecars));
        policies = List.copyOf(policies);
        acceptWarnings = Collections.unmodifiableMap(new LinkedHashMap<>(acceptWarnings));
    }

    /** Its ports in the order in which they are written; the first is the one that is registered. */
    public List<NamedPort> allPorts() {
        return NamedPort.all(port, ports);
    }

    public boolean hasPort() {
        return !allPorts().isEmpty();
    }

    /** What the load balancer sends to it, or null where it is not behind one. */
    public @Nullable Http front() {
        return http != null && http.isBehind() ? http : null;
    }

    /** The port that the load balancer sends requests to, if it is behind one and has that port. */
    public Optional<NamedPort> frontPort() {
        Http front = front();
        return allPorts().stream()
                .filter(port ->
                        front != null && (front.port() == null || front.port().equals(port.name())))
                .findFirst();
    }

    /** What it calls; empty where it calls nothing. */
    public List<Call> allCalls() {
        return calls == null ? List.of() : calls.all();
    }

    /** The secrets of all its containers. */
    public List<Secret> allSecrets() {
        return Stream.concat(Stream.of(this), sidecars.values().stream())
                .flatMap(container -> new TreeMap<>(container.secrets()).values().stream())
                .toList();
    }

    /** The containers of its tasks by name, its own first. */
    public Map<String, Container> containers(String name) {
        Map<String, Container> all = new LinkedHashMap<>();
        all.put(name, this);
        sidecars.forEach(all::putIfAbsent);
        return all;
    }

    /** Whether the task ends when a sidecar ends: as it says, else unless another container waits for its end. */
    public boolean isEssential(String sidecar) {
        Boolean said = Objects.requireNonNull(sidecars.get(sidecar)).essential();
        return said == null
                ? Stream.concat(Stream.of(this), sidecars.values().stream())
                        .map(container -> container.dependsOn().get(sidecar))
                        .noneMatch(until -> until != null && until.isEnd())
                : said;
    }

    /** Its records, or null where it is not found by DNS: it says {@code none} or {@code connect}, or has no port. */
    public @Nullable Discovery dns() {
        Discovery said = found();
        return said != null && said.mode().hasRecords() ? said : null;
    }

    /** How Service Connect leads to it, or null where it does not. */
    public @Nullable Discovery connect() {
        Discovery said = found();
        return said != null && said.mode().isConnect() ? said : null;
    }

    /** How it is found, or null where nobody finds it. */
    public @Nullable Discovery found() {
        if (!hasPort()) {
            return null;
        }
        Discovery said = discovery == null ? Discovery.DNS : discovery;
        return said.mode() == DiscoveryMode.NONE ? null : said;
    }
}
