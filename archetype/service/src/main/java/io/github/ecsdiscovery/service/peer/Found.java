package io.github.ecsdiscovery.service.peer;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The addresses that one look-up found.
 *
 * @param sample whether there may be more: Cloud Map answers with at most eight, at random
 * @param ttl for how long caches may give the same answer again
 */
record Found(Set<String> addresses, boolean sample, Duration ttl) {

    static final int MOST_OF_CLOUD_MAP = 8;

    Found {
        addresses = new LinkedHashSet<>(addresses);
    }
}
