package io.github.ecsdiscovery.service.web;

import io.github.ecsdiscovery.service.telemetry.Log;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** What clients see of failures: a status, its name and the request id; the trace is for the log alone. */
public final class Failures {

    private Failures() {}

    public static void addTo(Router router) {
        for (int status = 400; status < 600; status++) {
            router.errorHandler(status, Failures::answer);
        }
    }

    private static void answer(RoutingContext context) {
        int status = context.statusCode();
        if (context.failure() != null && status >= 500) {
            Log.error("request failed", context.failure(), "requestId", RequestId.of(context));
        }
        if (context.response().headWritten()) {
            // half an answer is out already: cutting it off is the only way to say that it is not whole
            context.request().connection().close();
            return;
        }
        String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
        context.response().setStatusCode(status);
        context.json(new JsonObject().put("error", reason).put("requestId", RequestId.of(context)));
    }
}
