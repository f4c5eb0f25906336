package io.github.ecsdiscovery.service.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Data that travels with a request through all services.
 *
 * @param requestId the id of the request in all logs
 * @param tracingHeaders the headers of tracing systems, passed on unchanged
 * @param deadline the time until which the caller waits
 */
public record RequestContext(String requestId, Map<String, String> tracingHeaders, RequestDeadline deadline) {

    public static final String REQUEST_ID = "X-Request-Id";

    private static final String TRACEPARENT = "traceparent";
    private static final String AMAZON_TRACE_ID = "X-Amzn-Trace-Id";
    private static final List<String> TRACING_HEADERS = List.of(TRACEPARENT, "tracestate", AMAZON_TRACE_ID);

    private static final HexFormat HEX = HexFormat.of();
    private static final String CONTEXT_KEY = RequestContext.class.getName();
    // The id goes into logs and headers, so an unsafe one is replaced.
    private static final Pattern SAFE_ID = Pattern.compile("([A-Za-z0-9._-]{1,64})");
    private static final Pattern TRACEPARENT_ID =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final Pattern AMAZON_ROOT_ID = Pattern.compile("(?:.*;)?Root=([A-Za-z0-9-]{1,64})(?:;.*)?");

    public RequestContext {
        tracingHeaders = Map.copyOf(tracingHeaders);
    }

    /** Returns the context of work that starts in this service, such as a timer's job. */
    public static RequestContext create() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String id = HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
        return new RequestContext(id, Map.of(), RequestDeadline.none());
    }

    public static RequestContext of(RoutingContext context) {
        RequestContext existing = context.get(CONTEXT_KEY);
        if (existing == null) {
            existing = from(context.request().headers());
            context.put(CONTEXT_KEY, existing);
        }
        return existing;
    }

    /** Returns a copy with a deadline that is this long after now. */
    public RequestContext withTimeout(Duration timeout) {
        return new RequestContext(requestId, tracingHeaders, RequestDeadline.after(timeout));
    }

    static RequestContext from(MultiMap headers) {
        Map<String, String> tracingHeaders = new LinkedHashMap<>();
        for (String name : TRACING_HEADERS) {
            if (headers.contains(name)) {
                tracingHeaders.put(name, String.join(",", headers.getAll(name)));
            }
        }
        // An id from the caller or the load balancer connects this log with theirs.
        String requestId = firstGroup(SAFE_ID, headers.get(REQUEST_ID))
                .or(() -> firstGroup(TRACEPARENT_ID, tracingHeaders.get(TRACEPARENT)))
                .or(() -> firstGroup(AMAZON_ROOT_ID, tracingHeaders.get(AMAZON_TRACE_ID)))
                .orElseGet(() -> create().requestId);
        return new RequestContext(requestId, tracingHeaders, RequestDeadline.from(headers));
    }

    private static Optional<String> firstGroup(Pattern pattern, String header) {
        return Optional.ofNullable(header)
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }
}
