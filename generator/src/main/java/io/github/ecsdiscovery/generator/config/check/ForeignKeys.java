package io.github.ecsdiscovery.generator.config.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What keys are called in Compose files, in manifests of Copilot and by ECS itself, and what to write for them here. */
final class ForeignKeys {
    /** By name in lower case without `_` and `-`; the first that the record has is meant. */
    private static final Map<String, List<String>> OURS = Map.ofEntries(
            Map.entry("alb", List.of("http")),
            Map.entry("alias", List.of("host")),
            Map.entry("allowedsourceips", List.of("ingress")),
            Map.entry("autoscaling", List.of("count")),
            Map.entry("certificatearn", List.of("certificate")),
            Map.entry("certificates", List.of("certificate")),
            Map.entry("containerinsights", List.of("insights")),
            Map.entry("containerport", List.of("port")),
            Map.entry("cpu", List.of("cpuPercent")),
            Map.entry("cpupercentage", List.of("cpuPercent")),
            Map.entry("cpus", List.of("cpu")),
            Map.entry("desiredcount", List.of("count")),
            Map.entry("disk", List.of("ephemeralStorage")),
            Map.entry("env", List.of("environment", "environments")),
            Map.entry("expose", List.of("port")),
            Map.entry("graceperiod", List.of("gracePeriod", "stopTimeout")),
            Map.entry("loadbalancer", List.of("http")),
            Map.entry("logging", List.of("logs")),
            Map.entry("memlimit", List.of("memory")),
            Map.entry("memory", List.of("memoryPercent")),
            Map.entry("memorypercentage", List.of("memoryPercent")),
            Map.entry("permissions", List.of("policies")),
            Map.entry("platform", List.of("architecture")),
            Map.entry("public", List.of("http")),
            Map.entry("readonly", List.of("readonlyRootFilesystem")),
            Map.entry("readonlyfs", List.of("readonlyRootFilesystem")),
            Map.entry("replicas", List.of("count")),
            Map.entry("requests", List.of("requestsPerTask")),
            Map.entry("role", List.of("policies")),
            Map.entry("scaling", List.of("count")),
            Map.entry("sourceips", List.of("ingress")),
            Map.entry("spot", List.of("capacity")),
            Map.entry("stopgraceperiod", List.of("stopTimeout")),
            Map.entry("successcodes", List.of("successCodes")),
            Map.entry("taskrole", List.of("policies")),
            Map.entry("test", List.of("command")),
            Map.entry("variables", List.of("environment")));

    private static final String RUNS_ALWAYS =
            "a service runs all the time; what runs by a schedule is started from outside, by `aws ecs run-task`";
    private static final String EMPTY_VOLUMES = "`writablePaths: [/path]` makes empty volumes; there are no others";

    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("build", "images are built before; `repositories` prints the commands"),
            Map.entry("circuitbreaker", "it is always there, and takes back a deployment that does not come up"),
            Map.entry("cron", RUNS_ALWAYS),
            Map.entry("dependson", "`calls` says which services it calls; `dependsOn` is about sidecars of its own"),
            Map.entry("efs", EMPTY_VOLUMES),
            Map.entry("envfile", "write its lines under `environment`"),
            Map.entry("links", "`calls` says which services it calls"),
            Map.entry("networks", "all services are in one network; `calls` says who reaches whom"),
            Map.entry("nlb", "the load balancer is one for HTTP: `http`; tcp comes in by `ingress`"),
            Map.entry("on", RUNS_ALWAYS),
            Map.entry("principal", "the policy is the service's own role's, which needs none"),
            Map.entry("restart", "ECS replaces each task that ends"),
            Map.entry("schedule", RUNS_ALWAYS),
            Map.entry("storage", EMPTY_VOLUMES),
            Map.entry("tmpfs", EMPTY_VOLUMES),
            Map.entry("valuefrom", "write `secretsmanager: NAME` or `ssm: NAME`"),
            Map.entry("volumes", EMPTY_VOLUMES));

    private ForeignKeys() {}

    /** What to say where there is no one key to write instead. */
    static Optional<String> hint(String written) {
        return Optional.ofNullable(SAID.get(folded(written)));
    }

    /** The key that is meant, if it is one of these. */
    static Optional<String> ours(String written, Collection<String> names) {
        return OURS.getOrDefault(folded(written), List.of()).stream()
                .filter(names::contains)
                .findFirst();
    }

    private static String folded(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }
}
