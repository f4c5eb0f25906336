package io.github.ecsdiscovery.generator.model.loadbalancer;

import io.github.ecsdiscovery.generator.model.schema.Form;
import io.github.ecsdiscovery.generator.model.schema.Format;
import io.github.ecsdiscovery.generator.model.schema.Key;
import io.github.ecsdiscovery.generator.model.schema.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What the load balancer sends to a service.
 *
 * <pre>
 * http: true
 * http: {path: /shop, host: shop.example.com, healthCheck: {path: /health/ready}}
 * </pre>
 *
 * @param isBehind whether it sends anything
 * @param path the path that it takes, with all below it; {@code /} for all
 * @param host the host that it takes, or null for all
 * @param port the name of the port, or null for the first
 * @param priority of its rule, or null for the one that path, host and name make
 * @param deregistrationDelay seconds, or null for the contract's own
 * @param gracePeriod seconds, or null for the default
 */
public record Http(
        boolean isBehind,
        String path,
        @Nullable String host,
        @Nullable String port,
        @Nullable Integer priority,
        Check healthCheck,
        @Nullable Integer deregistrationDelay,
        @Nullable Integer gracePeriod) {
    /** The path that takes all. */
    public static final String ALL = "/";

    private static final Check CHECK = new Check(null, null);

    @Form
    public static Http of(boolean isBehind) {
        return new Http(isBehind, ALL, null, null, null, CHECK, null, null);
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

    /** How many parts its path has: none for {@code /}, two for {@code /shop/admin}. */
    public int depth() {
        return path.equals(ALL) ? 0 : path.split("/", -1).length - 1;
    }

    /** Which requests the service gets, and how it is asked whether it is well. */
    public record Route(
            @Key(
                    value = "The path that it takes, with all below it",
                    format = Format.HTTP_PATH,
                    byDefault = "`/`, all paths")
            @Nullable
            String path,

            @Key(value = "The host that it takes; `*.` stands for one more name", format = Format.HOST_PATTERN)
            @Nullable
            String host,

            @Key(
                    value = "The name of the port that answers; it speaks http",
                    format = Format.PORT_NAME,
                    byDefault = "the first")
            @Nullable
            String port,

            @Key(
                    value =
                            "The place of its rule among all of the load balancer; the smallest that fits a request counts",
                    min = 1,
                    max = 50_000,
                    byDefault = "made from host, path and name")
            @Nullable
            Integer priority,

            @Key("How the load balancer finds out that a task is well") @Nullable
            Check healthCheck,

            @Key(
                    value = "Seconds that requests have to end when a task goes",
                    max = 3600,
                    byDefault = "`30`, which the contract about time has room for",
                    unit = Unit.SECONDS)
            @Nullable
            Integer deregistrationDelay,

            @Key(
                    value =
                            "Seconds after a task starts during which failed health checks, of the load balancer and of the container, do not count",
                    max = 7200,
                    byDefault = "`60`",
                    unit = Unit.SECONDS)
            @Nullable
            Integer gracePeriod) {}

    /** The load balancer's own question, beside that of ECS. */
    public record Check(
            @Key(
                    value = "The path that it asks for: one that says whether this task can serve",
                    format = Format.HEALTH_PATH,
                    byDefault = "`/`")
            @Nullable
            String path,

            @Key(value = "The status codes of a task that is well", format = Format.STATUS_CODES, byDefault = "`200`")
            @Nullable
            String successCodes) {}
}
