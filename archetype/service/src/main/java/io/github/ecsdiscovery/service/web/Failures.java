package io.github.ecsdiscovery.service.web;

import io.github.ecsdiscovery.service.telemetry.Log;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/**
 * What clients see of failures: a status, its name, the request id and what an {@link HttpException} says of it; the trace is
 * for the log alone.
 */
public final class Failures {

    private Failures() {}

    public static void addTo(Router router) {
        for (int each = 400; each < 600; each++) {
            int status = each;
            // Vert.x's own answer to a wrong method says in `Allow` which ones are right, and lets nobody else know
            // them
            if (status != 405) {
                router.errorHandler(status, context -> answer(context, status));
            }
        }
        // so Vert.x calls it when a client goes away amid its body, which is no error of this service
        router.errorHandler(200, gone -> {});
    }

    // The context has a status only where somebody has set one: a path that cannot be decoded has none.
    private static void answer(RoutingContext context, int status) {
        if (context.failure() != null && status >= 500) {
            Log.error(
                    "request failed",
                    context.failure(),
                    "requestId",
                    Correlation.of(context).requestId());
        }
        if (context.response().headWritten()) {
            // half an answer is out already: cutting it off is the only way to say that it is not whole
            context.request().connection().close();
            return;
        }
        String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
        context.response().setStatusCode(status);
        JsonObject answer = new JsonObject()
                .put("error", reason)
                .put("requestId", Correlation.of(context).requestId());
        if (context.failure() instanceof HttpException told && told.getPayload() != null) {
            answer.put("detail", told.getPayload());
        }
        context.json(answer);
    }
}
