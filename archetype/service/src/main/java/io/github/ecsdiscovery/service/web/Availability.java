package io.github.ecsdiscovery.service.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Whether this process wants requests. It says nothing of peers: whoever restarts services because of others makes one
 * failure many.
 */
public final class Availability {

    private volatile boolean stopping;

    /** From now on it is not ready, and leads clients away; it goes on answering. */
    public void stop() {
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

    /** While stopping, each answer is the last of its connection: for the next request clients ask DNS. */
    public void leadAway(RoutingContext context) {
        if (stopping) {
            HttpServerResponse response = context.response();
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(end -> context.request().connection().close());
        }
        context.next();
    }
}
