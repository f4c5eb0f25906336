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
 * An ECS service. A service without a port is a worker, which other services cannot discover.
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
                value = "The image; without a tag or digest, `tag` is appended",
                example = "image: ghcr.io/acme/orders:1.4",
                format = Format.IMAGE,
                byDefault = "`<registry>/<name>/<service>`")
        @Nullable
        String image,

        @Key(
                value = "The tag of the image",
                example = "tag: 1.4.1",
                format = Format.IMAGE_TAG,
                byDefault = "the top-level `tag`")
        @Nullable
        String tag,

        @Key(value = "The only port and its protocol, `http` if omitted", example = "port: 8080") @Nullable
        Port port,

        @Key(
                value = "Several ports by name; the first one is registered",
                example = "ports: {http: 8080, admin: 9090/tcp}",
                keys = Format.PORT_NAME,
                minEntries = 1,
                maxEntries = 20)
        @Nullable
        Map<String, Port> ports,

        @Key(
                value =
                        "The services that this service calls: a list of `service` or `service:port`, or a map from alias to service",
                example = "calls: [payments, orders:admin]")
        @Nullable
        Calls calls,

        @Key(
                value =
                        "Sources outside the config that may connect to all ports: CIDRs, prefix lists or security group ids",
                example = "ingress: [10.0.0.0/8]",
                maxEntries = 60)
        List<Source> ingress,

        @Key(
                value =
                        "Destinations outside the config that the service may connect to; without port 443 it cannot pull an image",
                example = "egress: [{to: 0.0.0.0/0, port: 443}, {to: sg-0123456789abcdef0, port: 5432/tcp}]",
                maxEntries = 60)
        List<Egress> egress,

        @Key(
                value = "Whether the load balancer sends requests to the service, and which ones",
                example = "http: {path: /shop}",
                byDefault = "`false`")
        @Nullable
        Http http,

        @Key(
                value =
                        "How other services find this one: `dns`, `connect` (ECS Service Connect), `both`, `none`, or a map with details",
                example = "discovery: {mode: both, ttl: 30}",
                byDefault = "`dns` if it has a port")
        @Nullable
        Discovery discovery,

        @Key(
                value = "The CPU units of a task; 1024 units are one vCPU",
                example = "cpu: 512",
                oneOf = {256, 512, 1024, 2048, 4096, 8192, 16384},
                unit = Unit.CPU)
        int cpu,

        @Key(
                value = "The memory of a task, in MiB; Fargate allows certain amounts for each `cpu`",
                example = "memory: 1024",
                min = 512,
                max = 122880,
                unit = Unit.MIB)
        int memory,

        @Key(value = "The CPU architecture of the image", example = "architecture: ARM64")
        Architecture architecture,

        @Key(
                value =
                        "The weights of the Fargate capacity providers; a service's map replaces the inherited one as a whole",
                example = "capacity: {FARGATE: 1, FARGATE_SPOT: 3, base: 1}")
        Capacity capacity,

        @Key(
                value =
                        "The number of tasks, or bounds and targets for automatic scaling; use `0` until the images exist",
                example = "count: {min: 2, max: 10, cpuPercent: 60}")
        Count count,

        @Key(
                value = "Environment variables of the container",
                example = "environment: {LOG_LEVEL: info}",
                keys = Format.VARIABLE)
        Map<String, String> environment,

        @Key(
                value =
                        "Environment variables whose values ECS reads from Secrets Manager or Parameter Store when a task starts; running tasks keep the old value",
                example = "secrets: {DB_PASSWORD: {secretsmanager: shop/db, key: password}}",
                keys = Format.VARIABLE,
                maxEntries = 200)
        Map<String, Secret> secrets,

        @Key(
                value = "Overrides the command of the image",
                example = "command: [serve, --verbose]",
                minEntries = 1,
                byDefault = "the image's")
        @Nullable
        List<String> command,

        @Key(
                value = "Overrides the entry point of the image",
                example = "entrypoint: [/app/entrypoint.sh]",
                minEntries = 1,
                byDefault = "the image's")
        @Nullable
        List<String> entrypoint,

        @Key(
                value = "The user, and optionally the group, that runs the process",
                example = "user: \"10001:10001\"",
                format = Format.USER,
                byDefault = "the image's")
        @Nullable
        String user,

        @Key(
                value = "Whether the root file system is read-only; `writablePaths` remain writable",
                example = "readonlyRootFilesystem: true")
        boolean readonlyRootFilesystem,

        @Key(
                value = "Absolute paths where an empty writable volume is mounted",
                example = "writablePaths: [/tmp]",
                format = Format.ABSOLUTE_PATH,
                maxEntries = 20)
        List<String> writablePaths,

        @Key(
                value = "The time between SIGTERM and SIGKILL, in seconds",
                example = "stopTimeout: 60",
                min = 2,
                max = 120,
                unit = Unit.SECONDS,
                byDefault = "what graceful shutdown needs, `45` for a TTL of 10; ECS's `30` without discovery")
        @Nullable
        Integer stopTimeout,

        @Key(
                value = "The ephemeral disk of a task, in GiB",
                example = "ephemeralStorage: 50",
                min = 21,
                max = 200,
                unit = Unit.GIB,
                byDefault = "Fargate's `20`")
        @Nullable
        Integer ephemeralStorage,

        @Key(
                value = "The container health check of ECS; a HEALTHCHECK in the image is ignored",
                example = "healthCheck: {command: [/bin/probe, \"8080\"], interval: 10}")
        @Nullable
        HealthCheck healthCheck,

        @Key(
                value =
                        "Sidecars that must reach a state before the service's container starts; containers stop in reverse order",
                example = "dependsOn: {migrate: SUCCESS}",
                keys = Format.LABEL_50)
        Map<String, Dependency> dependsOn,

        @Key(
                value =
                        "Additional containers of each task, by name; `ports` belong to the task, whichever container listens",
                example = "sidecars: {migrate: {command: [/app/migrate]}}",
                keys = Format.LABEL_50,
                maxEntries = 9)
        Map<String, Sidecar> sidecars,

        @Key(value = "Whether `aws ecs execute-command` can open a shell in the tasks", example = "exec: true")
        boolean exec,

        @Key(
                value = "How a new version replaces the old one",
                example = "deployment: {minPercent: 50, maxPercent: 150}")
        Deployment deployment,

        @Key(
                value = "The AWS permissions of the service's code: ARNs of managed policies, or IAM policy statements",
                example =
                        "policies: [{Action: \"s3:GetObject\", Resource: \"arn:${AWS::Partition}:s3:::acme-orders/*\"}]",
                maxEntries = 30)
        List<Policy> policies,

        @Key(
                value = "Warnings about this service to suppress: problem id to reason",
                example = "acceptWarnings: {no-health-check: checked by the load balancer}",
                keys = Format.PROBLEM_ID)
        Map<String, String> acceptWarnings)
        implements Container {
    public Service {
        // The reader drops an invalid `count` after reporting it; the other keys are still checked.
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

    /** Returns the ports in the order of the config; the first one is registered in DNS. */
    public List<NamedPort> allPorts() {
        return NamedPort.all(port, ports);
    }

    public boolean hasPort() {
        return !allPorts().isEmpty();
    }

    /** Returns the load balancer settings, or null if the load balancer sends no requests to this service. */
    public @Nullable Http enabledHttp() {
        return http != null && http.enabled() ? http : null;
    }

    /** Returns the port that receives requests from the load balancer; empty if there is none or it does not exist. */
    public Optional<NamedPort> httpPort() {
        Http settings = enabledHttp();
        return allPorts().stream()
                .filter(port -> settings != null
                        && (settings.port() == null || settings.port().equals(port.name())))
                .findFirst();
    }

    /** Returns the calls of this service; empty if it has none. */
    public List<Call> allCalls() {
        return calls == null ? List.of() : calls.all();
    }

    /** Returns the secrets of all containers of a task. */
    public List<Secret> allSecrets() {
        return Stream.concat(Stream.of(this), sidecars.values().stream())
                .flatMap(container -> new TreeMap<>(container.secrets()).values().stream())
                .toList();
    }

    /** Returns the containers of a task by name, the service's own container first. */
    public Map<String, Container> containers(String name) {
        Map<String, Container> all = new LinkedHashMap<>();
        all.put(name, this);
        sidecars.forEach(all::putIfAbsent);
        return all;
    }

    /**
     * Returns whether the task stops when a sidecar stops. Without {@code essential}, it does unless another container waits
     * for the end of the sidecar.
     */
    public boolean isEssential(String sidecar) {
        Boolean configured = Objects.requireNonNull(sidecars.get(sidecar)).essential();
        return configured == null
                ? Stream.concat(Stream.of(this), sidecars.values().stream())
                        .map(container -> container.dependsOn().get(sidecar))
                        .noneMatch(state -> state != null && state.isEnd())
                : configured;
    }

    /** Returns the DNS settings, or null if the service has no port or is not discovered by DNS. */
    public @Nullable Discovery dns() {
        Discovery active = activeDiscovery();
        return active != null && active.mode().hasDnsRecords() ? active : null;
    }

    /** Returns the Service Connect settings, or null if the service has no port or does not use Service Connect. */
    public @Nullable Discovery connect() {
        Discovery active = activeDiscovery();
        return active != null && active.mode().usesServiceConnect() ? active : null;
    }

    /** Returns the discovery settings, or null if the service has no port or is not discoverable. */
    public @Nullable Discovery activeDiscovery() {
        if (!hasPort()) {
            return null;
        }
        Discovery effective = discovery == null ? Discovery.DNS : discovery;
        return effective.mode() == DiscoveryMode.NONE ? null : effective;
    }
}
