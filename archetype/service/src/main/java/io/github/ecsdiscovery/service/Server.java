package io.github.ecsdiscovery.service;

import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.Availability;
import io.github.ecsdiscovery.service.web.ErrorResponses;
import io.github.ecsdiscovery.service.web.JsonBody;
import io.github.ecsdiscovery.service.web.RequestObserver;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;

/** The HTTP server, with the handlers that every request passes before it reaches an endpoint. */
final class Server extends VerticleBase {

    // Longer than clients and load balancers (60 s) keep an idle connection.
    private static final int IDLE_SECONDS = 75;

    private final Settings settings;
    private final Metrics metrics;
    private final Availability availability;
    private final Endpoints endpoints;
    private HttpServer server;

    Server(Settings settings, Metrics metrics, Availability availability, Endpoints endpoints) {
        this.settings = settings;
        this.metrics = metrics;
        this.availability = availability;
        this.endpoints = endpoints;
    }

    @Override
    public Future<?> start() {
        HttpServerOptions options = new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                // During shutdown, `Connection: close` makes clients reconnect. HTTP/2 has no such header.
                .setHttp2ClearTextEnabled(false);
        server = vertx.createHttpServer(options).requestHandler(router());
        return server.listen(settings.port(), settings.bindAddress());
    }

    /** Accepts no new connections, and lets running requests finish. */
    @Override
    public Future<?> stop() {
        return server.shutdown(settings.drain().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(new RequestObserver(metrics, settings.accessLog()));
        router.route().handler(availability::closeConnectionsWhenStopping);
        router.get("/health/live").handler(availability::live);
        router.get("/health/ready").handler(availability::ready);
        router.get("/metrics")
                .handler(request -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, Metrics.CONTENT_TYPE)
                        .end(metrics.scrape()));
        router.route().handler(JsonBody.reader());
        endpoints.addTo(router);
        answerHeadRequests(router);
        ErrorResponses.addTo(router);
        return router;
    }

    /** Adds HEAD to every route with GET. Vert.x omits the body. */
    private static void answerHeadRequests(Router router) {
        for (Route route : router.getRoutes()) {
            if (route.methods() != null && route.methods().contains(HttpMethod.GET)) {
                route.method(HttpMethod.HEAD);
            }
        }
    }
}
