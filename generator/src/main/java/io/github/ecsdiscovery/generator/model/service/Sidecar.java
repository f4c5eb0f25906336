package io.github.ecsdiscovery.generator.model.service;

import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One more container of a service's tasks. It has the task's network, so that the service's own container finds it at
 * 127.0.0.1, and is told nothing but its own variables.
 *
 * <pre>
 * orders:
 *   dependsOn: {migrate: SUCCESS}
 *   sidecars:
 *     migrate: {command: [migrate, up]}
 *     telemetry: {image: "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3"}
 * </pre>
 */
public record Sidecar(
        @Key(
                value = "The image; without tag or digest it takes the service's `tag`",
                format = Format.IMAGE,
                byDefault = "the service's own")
        @Nullable
        String image,

        @Key(value = "Replaces the image's command", byDefault = "the image's", least = 1) @Nullable
        List<String> command,

        @Key(value = "Replaces the image's entry point", byDefault = "the image's", least = 1) @Nullable
        List<String> entrypoint,

        @Key(value = "Plain variables; those that the service is told are not among them", keys = Format.VARIABLE)
        Map<String, String> environment,

        @Key(
                value = "Variables that ECS takes from Secrets Manager or Parameter Store",
                keys = Format.VARIABLE,
                most = 200)
        Map<String, Secret> secrets,

        @Key(value = "Who runs the process, and the group", format = Format.USER, byDefault = "the image's") @Nullable
        String user,

        @Key(
                value = "Whether the task ends when it ends",
                byDefault = "`true`; `false` where another container waits for its end")
        @Nullable
        Boolean essential,

        @Key(value = "Whether it may write nowhere but to `writablePaths`", byDefault = "the service's") @Nullable
        Boolean readonlyRootFilesystem,

        @Key(
                value = "Paths that are empty volumes of its own, such as `/tmp`",
                format = Format.ABSOLUTE_PATH,
                most = 20)
        List<String> writablePaths,

        @Key(
                value = "CPU units of the task's that it may count on",
                min = 2,
                max = 16384,
                byDefault = "none",
                unit = Unit.CPU)
        @Nullable
        Integer cpu,

        @Key(
                value = "How much of the task's memory it may have, in MiB; with more it is killed",
                min = 6,
                max = 122880,
                byDefault = "all of it",
                unit = Unit.MIB)
        @Nullable
        Integer memory,

        @Key("How ECS finds out that it is well; the image's own HEALTHCHECK is not looked at") @Nullable
        HealthCheck healthCheck,

        @Key(
                value = "Containers that it waits for before it starts, each until `START`, `COMPLETE`, `SUCCESS`"
                        + " or `HEALTHY`; the service's own is called as the service",
                keys = Format.LABEL_50)
        Map<String, Dependency> dependsOn,

        @Key(
                value = "Seconds until those that wait for it give up",
                min = 2,
                max = 120,
                byDefault = "they wait as long as it takes",
                unit = Unit.SECONDS)
        @Nullable
        Integer startTimeout,

        @Key(
                value = "Seconds between SIGTERM and SIGKILL",
                min = 2,
                max = 120,
                byDefault = "ECS's 30",
                unit = Unit.SECONDS)
        @Nullable
        Integer stopTimeout)
        implements Container {
    public Sidecar {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
        writablePaths = List.copyOf(writablePaths);
        dependsOn = Collections.unmodifiableMap(new LinkedHashMap<>(dependsOn));
    }
}
