package io.github.ecsdiscovery.generator.model.loadbalancer;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The requests that the load balancer sends to a service.
 *
 * <pre>
 * http: true
 * http: {path: /shop, host: shop.example.com, healthCheck: {path: /health/ready}}
 * </pre>
 *
 * @param enabled whether the service receives any requests
 * @param path the path prefix; {@code /} matches all paths
 * @param host the host name, or null for all hosts
 * @param port the name of the port, or null for the first port
 * @param priority the listener rule priority, or null to derive it from path, host and service name
 * @param deregistrationDelay in seconds, or null for the default
 * @param gracePeriod in seconds, or null for the default
 */
public record Http(
        boolean enabled,
        String path,
        @Nullable String host,
        @Nullable String port,
        @Nullable Integer priority,
        Check healthCheck,
        @Nullable Integer deregistrationDelay,
        @Nullable Integer gracePeriod) {
    /** The path that matches all paths. */
    public static final String ALL = "/";

    private static final Check CHECK = new Check(null, null);

    @Form
    public static Http of(boolean enabled) {
        return new Http(enabled, ALL, null, null, null, CHECK, null, null);
    }

    @Form
    public static Http of(Route route) {
        String path = route.path();
        Check check = route.healthCheck();
        return new Http(
                true,
                path == null ? ALL : path,
                route.host(),
                route.port(),
                route.priority(),
                check == null ? CHECK : check,
                route.deregistrationDelay(),
                route.gracePeriod());
    }

    /** Returns the number of path segments: 0 for {@code /}, 2 for {@code /shop/admin}. */
    public int depth() {
        return path.equals(ALL) ? 0 : path.split("/", -1).length - 1;
    }

    /** The map form of {@code http}. */
    public record Route(
            @Key(
                    value = "The path prefix that the service receives, with all paths below it",
                    example = "path: /shop",
                    format = Format.HTTP_PATH,
                    byDefault = "`/`, all paths")
            @Nullable
            String path,

            @Key(
                    value = "The host name that the service receives; `*.` matches one more label",
                    example = "host: shop.example.com",
                    format = Format.HOST_PATTERN,
                    byDefault = "all hosts")
            @Nullable
            String host,

            @Key(
                    value = "The name of the port that receives requests; it must use the `http` protocol",
                    example = "port: http",
                    format = Format.PORT_NAME,
                    byDefault = "the first port")
            @Nullable
            String port,

            @Key(
                    value = "The listener rule priority; the matching rule with the lowest number receives a request",
                    example = "priority: 100",
                    min = 1,
                    max = 50_000,
                    byDefault = "derived from host, path and service name")
            @Nullable
            Integer priority,

            @Key(value = "How the load balancer checks each task", example = "healthCheck: {path: /health/ready}")
            @Nullable
            Check healthCheck,

            @Key(
                    value = "How long running requests may take after a task is deregistered, in seconds",
                    example = "deregistrationDelay: 60",
                    max = 3600,
                    unit = Unit.SECONDS,
                    byDefault = "`30`, which fits graceful shutdown")
            @Nullable
            Integer deregistrationDelay,

            @Key(
                    value =
                            "How long failed health checks of the load balancer and the container are ignored after a task starts, in seconds",
                    example = "gracePeriod: 120",
                    max = 7200,
                    unit = Unit.SECONDS,
                    byDefault = "`60`")
            @Nullable
            Integer gracePeriod) {}

    /** The health check of the load balancer, which is separate from that of ECS. */
    public record Check(
            @Key(
                    value = "The path to request; its response says whether this task can serve requests",
                    example = "path: /health/ready",
                    format = Format.HEALTH_PATH,
                    byDefault = "`/`")
            @Nullable
            String path,

            @Key(
                    value = "The status codes of a healthy task",
                    example = "successCodes: 200-299",
                    format = Format.STATUS_CODES,
                    byDefault = "`200`")
            @Nullable
            String successCodes) {}
}
