package io.github.ecsdiscovery.service.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The text by which a request is found in the logs of all services that it went through. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final HexFormat HEX = HexFormat.of();
    private static final String KEY = RequestId.class.getName();
    // It goes into logs and headers, so it is either harmless or replaced.
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    public static String of(RoutingContext context) {
        String id = context.get(KEY);
        return id == null ? assign(context) : id;
    }

    private static String assign(RoutingContext context) {
        String id = from(context.request());
        context.put(KEY, id);
        return id;
    }

    private static String from(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && HARMLESS.matcher(given).matches() ? given : random();
    }

    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }
}
