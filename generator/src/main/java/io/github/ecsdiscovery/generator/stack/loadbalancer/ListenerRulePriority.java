package io.github.ecsdiscovery.generator.stack.loadbalancer;

import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The place of a service's rule among all of a listener, of which the first that fits a request counts: hosts before
 * patterns of hosts before every host, then longer paths before shorter ones. Within that the name decides, so that no
 * service moves another's.
 */
public final class ListenerRulePriority {
    private static final int HOST_KINDS = 3;
    private static final int DEEPEST = 8;

    /** How many priorities those have that are alike; all together are 1 to 49,950, and ELB takes up to 50,000. */
    private static final int WIDTH = 1850;

    private ListenerRulePriority() {}

    /** The priority that is written, or the one that host, path and name make. */
    public static int of(String system, String service, Http http) {
        Integer said = http.priority();
        return said == null ? made(system + "/" + service, http) : said;
    }

    private static int made(String name, Http http) {
        int slot = kind(http.host()) * (DEEPEST + 1) + (DEEPEST - http.depth());
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        return 1 + slot * WIDTH + (int) (hash.getValue() % WIDTH);
    }

    private static int kind(@Nullable String host) {
        return host == null ? HOST_KINDS - 1 : host.startsWith("*.") ? 1 : 0;
    }
}
