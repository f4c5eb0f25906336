package io.github.ecsdiscovery.service.web;

import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;

/** The JSON that a client has sent. */
public final class JsonBody {

    // A body is held in memory as a whole, and whoever can reach this service may send one.
    private static final long MOST_BYTES = 1_048_576;

    private JsonBody() {}

    /** Reads bodies, and answers too large ones with 413; without folders for uploads, as nothing may be written. */
    public static Handler<RoutingContext> reader() {
        return BodyHandler.create(false).setBodyLimit(MOST_BYTES);
    }

    /** Fails with {@link HttpException}, which is answered with 400, where there is no JSON object. */
    public static JsonObject of(RoutingContext request) {
        try {
            JsonObject body = request.body().asJsonObject();
            if (body != null) {
                return body;
            }
        } catch (DecodeException | ClassCastException e) {
            // told below
        }
        throw new HttpException(400, "expected a JSON object");
    }
}
