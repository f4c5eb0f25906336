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
 * What goes along with a request through all services: by what it is found there, and for how long its answer is waited for.
 *
 * @param requestId the text that stands in their logs
 * @param tracing headers by which tracers tell each other of it, to be passed on as they came
 * @param patience of whoever has sent it
 */
public record Correlation(String requestId, Map<String, String> tracing, Patience patience) {

    public static final String REQUEST_ID = "X-Request-Id";

    private static final String TRACEPARENT = "traceparent";
    private static final String LOAD_BALANCER = "X-Amzn-Trace-Id";
    private static final List<String> TRACING = List.of(TRACEPARENT, "tracestate", LOAD_BALANCER);

    private static final HexFormat HEX = HexFormat.of();
    private static final String KEY = Correlation.class.getName();
    // It goes into logs and headers, so it is either harmless or replaced.
    private static final Pattern HARMLESS = Pattern.compile("([A-Za-z0-9._-]{1,64})");
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final Pattern ROOT = Pattern.compile("(?:.*;)?Root=([A-Za-z0-9-]{1,64})(?:;.*)?");

    public Correlation {
        tracing = Map.copyOf(tracing);
    }

    /** The one of what begins here, such as a job that a timer starts. */
    public static Correlation begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String id = HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
        return new Correlation(id, Map.of(), Patience.unknown());
    }

    public static Correlation of(RoutingContext context) {
        Correlation known = context.get(KEY);
        if (known == null) {
            known = from(context.request().headers());
            context.put(KEY, known);
        }
        return known;
    }

    /** The same for an answer that is waited for so long. */
    public Correlation within(Duration time) {
        return new Correlation(requestId, tracing, Patience.of(time));
    }

    static Correlation from(MultiMap headers) {
        Map<String, String> tracing = new LinkedHashMap<>();
        for (String name : TRACING) {
            if (headers.contains(name)) {
                tracing.put(name, String.join(",", headers.getAll(name)));
            }
        }
        // a log is found by what the caller's or the load balancer's has
        String requestId = find(HARMLESS, headers.get(REQUEST_ID))
                .or(() -> find(TRACE, tracing.get(TRACEPARENT)))
                .or(() -> find(ROOT, tracing.get(LOAD_BALANCER)))
                .orElseGet(() -> begin().requestId);
        return new Correlation(requestId, tracing, Patience.from(headers));
    }

    private static Optional<String> find(Pattern pattern, String header) {
        return Optional.ofNullable(header)
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }
}
