package io.github.ecsdiscovery.service.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndpointPoolTest {

    private static final Duration TTL = Duration.ofSeconds(10);

    private long now = Long.MAX_VALUE - 5;
    private final EndpointPool pool = new EndpointPool(() -> now, Duration.ofSeconds(10));

    @Test
    void spreadsRequestsOverAllAddresses() {
        updateWithAll("a", "b", "c");

        Map<String, Integer> picked = new HashMap<>();
        for (int i = 0; i < 900; i++) {
            EndpointPool.Endpoint endpoint = pick();
            picked.merge(endpoint.address(), 1, Integer::sum);
            endpoint.succeeded();
        }

        assertThat(picked).containsOnlyKeys("a", "b", "c");
        assertThat(picked.values()).allSatisfy(count -> assertThat(count).isBetween(200, 400));
    }

    @Test
    void prefersTheLessBusyAddress() {
        updateWithAll("hangs", "answers");
        pick("hangs");

        assertThat(addressesPickedBy(50)).containsExactly("answers");
    }

    @Test
    void ejectsAFailedAddress() {
        updateWithAll("good", "bad");
        assertThat(pick("bad").eject()).isTrue();

        assertThat(addressesPickedBy(50)).containsExactly("good");
        assertThat(pool.ejectedCount()).isEqualTo(1);
    }

    @Test
    void probesAnEjectedAddressWithOneRequest() {
        updateWithAll("good", "bad");
        pick("bad").eject();
        advance(Duration.ofSeconds(11));

        EndpointPool.Endpoint probe = pick("bad");
        assertThat(addressesPickedBy(50)).containsExactly("good");
        probe.succeeded();

        assertThat(addressesPickedBy(50)).containsExactly("bad", "good");
    }

    @Test
    void usesAllAddressesWhenAllAreEjected() {
        updateWithAll("a", "b");
        pick("a").eject();
        pick("b").eject();

        assertThat(pool.ejectedCount()).isEqualTo(2);
        assertThat(Set.of(pick().address(), pick().address())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void keepsAnAddressEjectedAcrossUpdates() {
        updateWithAll("good", "bad");
        pick("bad").eject();

        assertThat(updateWithAll("good", "bad", "new")).isTrue();

        assertThat(addressesPickedBy(50)).containsExactly("good", "new");
    }

    @Test
    void removesAddressesMissingFromACompleteResult() {
        updateWithAll("a", "b");

        assertThat(updateWithAll("b")).isTrue();
        assertThat(updateWithAll("b")).isFalse();

        assertThat(pool.addresses()).containsExactly("b");
    }

    @Test
    void picksAnotherAddressForARetry() {
        updateWithAll("a", "b");
        EndpointPool.Endpoint first = pick();

        assertThat(pool.pickOtherThan(first).orElseThrow().address()).isNotEqualTo(first.address());
        updateWithAll("a");
        assertThat(pool.pickOtherThan(pick("a"))).isEmpty();
    }

    @Test
    void mergesSamples() {
        updateWithSample(1, 8);
        advance(TTL);
        updateWithSample(5, 12);
        advance(TTL);
        updateWithSample(9, 16);

        assertThat(pool.addresses()).hasSize(16);
    }

    @Test
    void removesAddressesMissingFromSamplesForLong() {
        updateWithSample(1, 8);
        for (int i = 0; i < 3; i++) {
            advance(TTL);
            updateWithSample(5, 12);
        }

        assertThat(pool.addresses()).containsExactlyInAnyOrderElementsOf(names(5, 12));
    }

    @Test
    void removesAFailedAddressMissingFromTheLatestSample() {
        updateWithSample(1, 8);
        advance(TTL);
        updateWithSample(2, 9);

        pick("10.0.0.1").eject();
        pick("10.0.0.2").eject();

        assertThat(pool.addresses()).hasSize(8).doesNotContain("10.0.0.1");
        assertThat(pool.ejectedCount()).isEqualTo(1);
    }

    @Test
    void ignoresReportsOfRemovedAddresses() {
        updateWithAll("a");
        EndpointPool.Endpoint stale = pick("a");
        updateWithAll("b");
        updateWithAll("a", "b");

        stale.eject();

        assertThat(pool.ejectedCount()).isZero();
    }

    private EndpointPool.Endpoint pick() {
        return pool.pick().orElseThrow();
    }

    private boolean updateWithAll(String... addresses) {
        return pool.update(new LookupResult(Set.of(addresses), false, TTL));
    }

    private void updateWithSample(int from, int to) {
        pool.update(new LookupResult(names(from, to), true, TTL));
    }

    private static Set<String> names(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "10.0.0." + i)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Picks until the result is this address. */
    private EndpointPool.Endpoint pick(String address) {
        while (true) {
            EndpointPool.Endpoint endpoint = pick();
            if (endpoint.address().equals(address)) {
                return endpoint;
            }
            endpoint.succeeded();
        }
    }

    private Set<String> addressesPickedBy(int requests) {
        Set<String> picked = new TreeSet<>();
        for (int i = 0; i < requests; i++) {
            EndpointPool.Endpoint endpoint = pick();
            picked.add(endpoint.address());
            endpoint.succeeded();
        }
        return picked;
    }

    private void advance(Duration time) {
        now += time.toNanos();
    }
}
