package io.github.ecsdiscovery.generator.config.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Key names of Compose files, Copilot manifests and the ECS API, with the keys that replace them here. */
final class ForeignKeys {
    /** The replacements by foreign key, in lowercase without `_` and `-`; the first one that the record has is suggested. */
    private static final Map<String, List<String>> REPLACEMENTS = Map.ofEntries(
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
            "a service runs all the time; start scheduled tasks from outside with `aws ecs run-task`";
    private static final String EMPTY_VOLUMES =
            "use `writablePaths: [/path]` for empty volumes; other volumes are not supported";

    private static final Map<String, String> EXPLANATIONS = Map.ofEntries(
            Map.entry("build", "build images before you deploy; `ecs-discovery repositories` prints the commands"),
            Map.entry("circuitbreaker", "the deployment circuit breaker with rollback is always on"),
            Map.entry("cron", RUNS_ALWAYS),
            Map.entry(
                    "dependson",
                    "list the services it calls in `calls`; `dependsOn` is for containers of the same task"),
            Map.entry("deploy", "use `count`, `cpu` and `memory`; `deployment` is about updates"),
            Map.entry("efs", EMPTY_VOLUMES),
            Map.entry("envfile", "copy the lines of the file to `environment`"),
            Map.entry("links", "list the services it calls in `calls`"),
            Map.entry("networks", "all services are in one VPC; `calls` controls which services can connect"),
            Map.entry(
                    "nlb",
                    "only HTTP load balancing is supported, with `http`; use `ingress` to accept TCP connections"),
            Map.entry("on", RUNS_ALWAYS),
            Map.entry("principal", "a policy of a role has no principal; remove it"),
            Map.entry("restart", "ECS always replaces tasks that stop; remove this key"),
            Map.entry("schedule", RUNS_ALWAYS),
            Map.entry("storage", EMPTY_VOLUMES),
            Map.entry("tmpfs", EMPTY_VOLUMES),
            Map.entry("valuefrom", "write `secretsmanager: NAME` or `ssm: NAME`"),
            Map.entry("volumes", EMPTY_VOLUMES));

    private ForeignKeys() {}

    /** Returns a hint for a foreign key that no single key replaces. */
    static Optional<String> hint(String written) {
        return Optional.ofNullable(EXPLANATIONS.get(folded(written)));
    }

    /** Returns the first replacement of a foreign key among the given names. */
    static Optional<String> replacement(String written, Collection<String> names) {
        return REPLACEMENTS.getOrDefault(folded(written), List.of()).stream()
                .filter(names::contains)
                .findFirst();
    }

    private static String folded(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }
}
