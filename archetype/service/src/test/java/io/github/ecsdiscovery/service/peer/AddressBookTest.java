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

class AddressBookTest {

    private static final Duration TTL = Duration.ofSeconds(10);

    private long now = Long.MAX_VALUE - 5;
    private final AddressBook book = new AddressBook(() -> now, Duration.ofSeconds(10));

    @Test
    void spreadsRequestsOverAllAddresses() {
        all("a", "b", "c");

        Map<String, Integer> taken = new HashMap<>();
        for (int i = 0; i < 900; i++) {
            AddressBook.Server server = take();
            taken.merge(server.address(), 1, Integer::sum);
            server.succeeded();
        }

        assertThat(taken).containsOnlyKeys("a", "b", "c");
        assertThat(taken.values()).allSatisfy(count -> assertThat(count).isBetween(200, 400));
    }

    @Test
    void prefersWhoHasLessToDo() {
        all("hangs", "answers");
        take("hangs");

        assertThat(takenOf(50)).containsExactly("answers");
    }

    @Test
    void putsAsideWhoFailed() {
        all("good", "bad");
        assertThat(take("bad").putAside()).isTrue();

        assertThat(takenOf(50)).containsExactly("good");
        assertThat(book.ejected()).isEqualTo(1);
    }

    @Test
    void triesWhoFailedWithOneRequestWhenItsTimeIsOver() {
        all("good", "bad");
        take("bad").putAside();
        wait(Duration.ofSeconds(11));

        AddressBook.Server trial = take("bad");
        assertThat(takenOf(50)).containsExactly("good");
        trial.succeeded();

        assertThat(takenOf(50)).containsExactly("bad", "good");
    }

    @Test
    void takesAllBackIfEveryOneFailed() {
        all("a", "b");
        take("a").putAside();
        take("b").putAside();

        assertThat(book.ejected()).isEqualTo(2);
        assertThat(Set.of(take().address(), take().address())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void keepsAsideWhoIsAsideWhenTheListChanges() {
        all("good", "bad");
        take("bad").putAside();

        assertThat(all("good", "bad", "new")).isTrue();

        assertThat(takenOf(50)).containsExactly("good", "new");
    }

    @Test
    void dropsAtOnceWhomAWholeListLeavesOut() {
        all("a", "b");

        assertThat(all("b")).isTrue();
        assertThat(all("b")).isFalse();

        assertThat(book.addresses()).containsExactly("b");
    }

    @Test
    void offersAnotherForASecondTry() {
        all("a", "b");
        AddressBook.Server first = take();

        assertThat(book.takeOtherThan(first).orElseThrow().address()).isNotEqualTo(first.address());
        all("a");
        assertThat(book.takeOtherThan(take("a"))).isEmpty();
    }

    @Test
    void mergesSamplesOfMoreThanTheyShow() {
        sample(1, 8);
        wait(TTL);
        sample(5, 12);
        wait(TTL);
        sample(9, 16);

        assertThat(book.addresses()).hasSize(16);
    }

    @Test
    void dropsWhomNoSampleShowedForLong() {
        sample(1, 8);
        for (int i = 0; i < 3; i++) {
            wait(TTL);
            sample(5, 12);
        }

        assertThat(book.addresses()).containsExactlyInAnyOrderElementsOf(names(5, 12));
    }

    @Test
    void dropsAtOnceWhomTheLastSampleLeftOutAndWhoFails() {
        sample(1, 8);
        wait(TTL);
        sample(2, 9);

        take("10.0.0.1").putAside();
        take("10.0.0.2").putAside();

        assertThat(book.addresses()).hasSize(8).doesNotContain("10.0.0.1");
        assertThat(book.ejected()).isEqualTo(1);
    }

    @Test
    void isNotConfusedByLateReports() {
        all("a");
        AddressBook.Server old = take("a");
        all("b");
        all("a", "b");

        old.putAside();

        assertThat(book.ejected()).isZero();
    }

    private AddressBook.Server take() {
        return book.take().orElseThrow();
    }

    private boolean all(String... addresses) {
        return book.update(new Found(Set.of(addresses), false, TTL));
    }

    private void sample(int from, int to) {
        book.update(new Found(names(from, to), true, TTL));
    }

    private static Set<String> names(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "10.0.0." + i)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Takes until it is this one, as requests come and go. */
    private AddressBook.Server take(String address) {
        while (true) {
            AddressBook.Server server = take();
            if (server.address().equals(address)) {
                return server;
            }
            server.succeeded();
        }
    }

    private Set<String> takenOf(int requests) {
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < requests; i++) {
            AddressBook.Server server = take();
            taken.add(server.address());
            server.succeeded();
        }
        return taken;
    }

    private void wait(Duration time) {
        now += time.toNanos();
    }
}
