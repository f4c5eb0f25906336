package io.github.ecsdiscovery.service.web;

import io.github.ecsdiscovery.service.telemetry.Log;
import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;

/** Sets the id of every request, and counts, times and logs the request when it ends. */
public final class RequestObserver implements Handler<RoutingContext> {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final Metrics metrics;
    private final AccessLog log;

    public RequestObserver(Metrics metrics, AccessLog log) {
        this.metrics = metrics;
        this.log = log;
    }

    @Override
    public void handle(RoutingContext context) {
        long start = System.nanoTime();
        context.response()
                .putHeader(RequestContext.REQUEST_ID, RequestContext.of(context).requestId());
        context.addEndHandler(end -> {
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            // 499, as in nginx: the client closed the connection before the response
            int status = end.succeeded() ? context.response().getStatusCode() : 499;
            metrics.requestCompleted(method(context), route(context), status, duration);
            if (log.includes(context.request().path(), status)) {
                Log.info(
                        "request",
                        "requestId",
                        RequestContext.of(context).requestId(),
                        "method",
                        context.request().method().name(),
                        "path",
                        context.request().path(),
                        "status",
                        status,
                        "milliseconds",
                        Math.round(duration.toNanos() / 1e3) / 1e3);
            }
        });
        context.next();
    }

    // Text from clients must not become a label, because each new value would take memory.

    private static String method(RoutingContext context) {
        HttpMethod method = context.request().method();
        return METHODS.contains(method) ? method.name() : "other";
    }

    private static String route(RoutingContext context) {
        Route route = context.currentRoute();
        return route == null || route.getPath() == null ? "none" : route.getPath();
    }
}
