package io.github.ecsdiscovery.service.peer;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The addresses that one lookup returned.
 *
 * @param sample whether there may be more addresses, because Cloud Map returns at most eight random ones
 * @param ttl how long DNS caches may repeat this result
 */
record LookupResult(Set<String> addresses, boolean sample, Duration ttl) {

    static final int CLOUD_MAP_LIMIT = 8;

    LookupResult {
        addresses = new LinkedHashSet<>(addresses);
    }
}
