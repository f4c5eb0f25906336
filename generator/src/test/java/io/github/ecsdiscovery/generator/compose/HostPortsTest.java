package io.github.ecsdiscovery.generator.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the choice of ports on this machine. */
final class HostPortsTest {
    private static final int ALL = HostPorts.LAST - HostPorts.FIRST + 1;

    @Test
    void portsDependOnTheNameOnly() {
        HostPorts alone = new HostPorts();
        HostPorts among = new HostPorts();
        among.take("shop/payments/", 3);

        assertThat(among.take("shop/orders/", 2)).isEqualTo(alone.take("shop/orders/", 2));
    }

    /** Users bookmark addresses, so the hash must never change. */
    @Test
    void portsNeverChange() {
        assertThat(new HostPorts().take("shop/orders/", 1)).contains(32_524);
    }

    @Test
    void usesTheNextFreePortsAfterACollision() {
        HostPorts ports = new HostPorts();
        int first = ports.take("shop/orders/", 3).orElseThrow();

        assertThat(ports.take("shop/orders/", 2)).contains(first + 3);
        assertThat(ports.take("shop/orders/", 1)).contains(first + 5);
    }

    @Test
    void usesEveryPortOnceThenReturnsNothing() {
        HostPorts ports = new HostPorts();
        List<Integer> reserved = IntStream.range(0, ALL)
                .mapToObj(i -> ports.take("service-" + i, 1).orElseThrow())
                .sorted()
                .toList();

        assertThat(reserved)
                .containsExactlyElementsOf(IntStream.rangeClosed(HostPorts.FIRST, HostPorts.LAST)
                        .boxed()
                        .toList());
        assertThat(ports.take("one more", 1)).isEmpty();
    }

    @Test
    void returnsNothingIfTheRangeIsTooLarge() {
        assertThat(new HostPorts().take("shop/orders/", ALL)).contains(HostPorts.FIRST);
        assertThat(new HostPorts().take("shop/orders/", ALL + 1)).isEmpty();
    }
}
