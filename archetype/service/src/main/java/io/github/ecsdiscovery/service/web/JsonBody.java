package io.github.ecsdiscovery.service.web;

import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;

/** Reads JSON request bodies. */
public final class JsonBody {

    // Each body is buffered in memory, and any client can send one.
    private static final long MAX_BYTES = 1_048_576;

    private JsonBody() {}

    /** Returns a handler that reads bodies and rejects large ones with 413. It writes no upload files. */
    public static Handler<RoutingContext> reader() {
        return BodyHandler.create(false).setBodyLimit(MAX_BYTES);
    }

    /** Returns the body as a JSON object. Throws an {@link HttpException} with status 400 if it is not one. */
    public static JsonObject of(RoutingContext request) {
        try {
            JsonObject body = request.body().asJsonObject();
            if (body != null) {
                return body;
            }
        } catch (DecodeException | ClassCastException e) {
            // handled below
        }
        throw new HttpException(400, "expected a JSON object");
    }
}
