package io.github.ecsdiscovery.service.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Whether this process accepts requests. The state of peers is ignored, because restarting a service when a peer fails would
 * spread the failure.
 */
public final class Availability {

    private volatile boolean stopping;

    /** Makes this process not ready. It keeps serving, and closes each connection after its response. */
    public void startShutdown() {
        stopping = true;
    }

    public boolean isStopping() {
        return stopping;
    }

    public void live(RoutingContext context) {
        context.json(new JsonObject().put("status", "live"));
    }

    public void ready(RoutingContext context) {
        context.response().setStatusCode(stopping ? 503 : 200);
        context.json(new JsonObject().put("status", stopping ? "stopping" : "ready"));
    }

    /** Closes each connection after its response during shutdown, so that clients look up the name again. */
    public void closeConnectionsWhenStopping(RoutingContext context) {
        if (stopping) {
            HttpServerResponse response = context.response();
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(end -> context.request().connection().close());
        }
        context.next();
    }
}
