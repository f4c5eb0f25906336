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
 * An additional container of a service's tasks. All containers of a task share its network, so they reach each other at
 * 127.0.0.1. A sidecar receives only its own variables.
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
                value = "The image; without a tag or digest, the service's `tag` is appended",
                example = "image: public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3",
                format = Format.IMAGE,
                byDefault = "the service's image")
        @Nullable
        String image,

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
                value = "Environment variables; the variables of the service are not inherited",
                example = "environment: {LOG_LEVEL: info}",
                keys = Format.VARIABLE)
        Map<String, String> environment,

        @Key(
                value =
                        "Environment variables whose values ECS reads from Secrets Manager or Parameter Store when a task starts",
                example = "secrets: {API_TOKEN: {ssm: /shop/token}}",
                keys = Format.VARIABLE,
                maxEntries = 200)
        Map<String, Secret> secrets,

        @Key(
                value = "The user, and optionally the group, that runs the process",
                example = "user: \"10001:10001\"",
                format = Format.USER,
                byDefault = "the image's")
        @Nullable
        String user,

        @Key(
                value = "Whether the task stops when this container stops",
                example = "essential: false",
                byDefault = "`true`; `false` if another container waits for its end")
        @Nullable
        Boolean essential,

        @Key(
                value = "Whether the root file system is read-only; `writablePaths` remain writable",
                example = "readonlyRootFilesystem: true",
                byDefault = "the service's")
        @Nullable
        Boolean readonlyRootFilesystem,

        @Key(
                value = "Absolute paths where an empty writable volume is mounted, separate from the service's volumes",
                example = "writablePaths: [/tmp]",
                format = Format.ABSOLUTE_PATH,
                maxEntries = 20)
        List<String> writablePaths,

        @Key(
                value = "CPU units of the task that are reserved for this container",
                example = "cpu: 64",
                min = 2,
                max = 16384,
                unit = Unit.CPU,
                byDefault = "no reservation")
        @Nullable
        Integer cpu,

        @Key(
                value = "The memory limit, in MiB; ECS stops the container when it exceeds the limit",
                example = "memory: 128",
                min = 6,
                max = 122880,
                unit = Unit.MIB,
                byDefault = "all memory of the task")
        @Nullable
        Integer memory,

        @Key(
                value = "The container health check of ECS; a HEALTHCHECK in the image is ignored",
                example = "healthCheck: {command: [/bin/probe, \"4317\"]}")
        @Nullable
        HealthCheck healthCheck,

        @Key(
                value =
                        "Containers that must reach a state before this one starts; the service's name refers to its own container",
                example = "dependsOn: {orders: START}",
                keys = Format.LABEL_50)
        Map<String, Dependency> dependsOn,

        @Key(
                value = "How long containers that depend on this one wait for it, in seconds",
                example = "startTimeout: 60",
                min = 2,
                max = 120,
                unit = Unit.SECONDS,
                byDefault = "no limit")
        @Nullable
        Integer startTimeout,

        @Key(
                value = "The time between SIGTERM and SIGKILL, in seconds",
                example = "stopTimeout: 60",
                min = 2,
                max = 120,
                unit = Unit.SECONDS,
                byDefault = "ECS's `30`")
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
