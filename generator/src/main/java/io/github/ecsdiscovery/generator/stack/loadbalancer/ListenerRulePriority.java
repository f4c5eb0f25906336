package io.github.ecsdiscovery.generator.stack.loadbalancer;

import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The priority of a service's listener rule. A listener applies the first rule that matches a request.
 *
 * <p>Exact hosts come before host patterns, and host patterns before rules for every host. Then longer paths come before
 * shorter ones. Among equals, a hash of the name decides, so that no service changes the priority of another.
 */
public final class ListenerRulePriority {
    private static final int HOST_KINDS = 3;
    private static final int MAX_DEPTH = 8;

    /** The number of priorities for rules of equal rank. All priorities are 1 to 49,950; ELB allows up to 50,000. */
    private static final int PRIORITIES_PER_RANK = 1850;

    private ListenerRulePriority() {}

    /** Returns the priority from the config, or else one from host, path and name. */
    public static int of(String system, String service, Http http) {
        Integer configured = http.priority();
        return configured == null ? computed(system + "/" + service, http) : configured;
    }

    private static int computed(String name, Http http) {
        int rank = hostKind(http.host()) * (MAX_DEPTH + 1) + (MAX_DEPTH - http.depth());
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        return 1 + rank * PRIORITIES_PER_RANK + (int) (hash.getValue() % PRIORITIES_PER_RANK);
    }

    private static int hostKind(@Nullable String host) {
        return host == null ? HOST_KINDS - 1 : host.startsWith("*.") ? 1 : 0;
    }
}
