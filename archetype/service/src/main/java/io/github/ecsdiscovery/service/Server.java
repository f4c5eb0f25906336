package io.github.ecsdiscovery.service;

import io.github.ecsdiscovery.service.telemetry.Metrics;
import io.github.ecsdiscovery.service.web.Availability;
import io.github.ecsdiscovery.service.web.Failures;
import io.github.ecsdiscovery.service.web.JsonBody;
import io.github.ecsdiscovery.service.web.Observation;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;

/** The HTTP server, with what every request goes through before it comes to an endpoint. */
final class Server extends VerticleBase {

    // Longer than clients and load balancers (60 s) keep a connection that they do not use.
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
                // `Connection: close`, by which the shutdown leads clients away, is HTTP/1's
                .setHttp2ClearTextEnabled(false);
        server = vertx.createHttpServer(options).requestHandler(router());
        return server.listen(settings.port(), settings.bindAddress());
    }

    /** Takes nothing new, and lets running requests end. */
    @Override
    public Future<?> stop() {
        return server.shutdown(settings.drain().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(new Observation(metrics, settings.accessLog()));
        router.route().handler(availability::leadAway);
        router.get("/health/live").handler(availability::live);
        router.get("/health/ready").handler(availability::ready);
        router.get("/metrics")
                .handler(request -> request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, Metrics.CONTENT_TYPE)
                        .end(metrics.text()));
        router.route().handler(JsonBody.reader());
        endpoints.addTo(router);
        answerHead(router);
        Failures.addTo(router);
        return router;
    }

    /** Wherever there is GET; Vert.x leaves the body out. */
    private static void answerHead(Router router) {
        for (Route route : router.getRoutes()) {
            if (route.methods() != null && route.methods().contains(HttpMethod.GET)) {
                route.method(HttpMethod.HEAD);
            }
        }
    }
}
