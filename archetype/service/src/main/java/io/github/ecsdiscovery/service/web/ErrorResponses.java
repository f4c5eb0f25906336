package io.github.ecsdiscovery.service.web;

import io.github.ecsdiscovery.service.telemetry.Log;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/**
 * The JSON responses for errors. They contain the status, the request id and the payload of an {@link HttpException}. The stack
 * trace goes only to the log.
 */
public final class ErrorResponses {

    private ErrorResponses() {}

    public static void addTo(Router router) {
        for (int code = 400; code < 600; code++) {
            int status = code;
            // Vert.x answers 405 itself, because only Vert.x knows the methods for the `Allow` header.
            if (status != 405) {
                router.errorHandler(status, context -> respond(context, status));
            }
        }
        // Vert.x reports this when a client disconnects while it sends its body. That is not an error of this service.
        router.errorHandler(200, context -> {});
    }

    // The context may have no status, for example if the path cannot be decoded.
    private static void respond(RoutingContext context, int status) {
        if (context.failure() != null && status >= 500) {
            Log.error(
                    "request failed",
                    context.failure(),
                    "requestId",
                    RequestContext.of(context).requestId());
        }
        if (context.response().headWritten()) {
            // The response has started. Only a closed connection shows the client that it is incomplete.
            context.request().connection().close();
            return;
        }
        String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
        context.response().setStatusCode(status);
        JsonObject body = new JsonObject()
                .put("error", reason)
                .put("requestId", RequestContext.of(context).requestId());
        if (context.failure() instanceof HttpException exception && exception.getPayload() != null) {
            body.put("detail", exception.getPayload());
        }
        context.json(body);
    }
}
