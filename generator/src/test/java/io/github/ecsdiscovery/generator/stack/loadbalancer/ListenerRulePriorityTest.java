package io.github.ecsdiscovery.generator.stack.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.model.loadbalancer.Http;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ListenerRulePriorityTest {
    @Test
    void putsSpecificHostsAndPathsFirst() {
        List<Http> inOrder = List.of(
                http("shop.example.com", "/a/b"),
                http("shop.example.com", "/a"),
                http("shop.example.com", "/"),
                http("*.example.com", "/a/b/c"),
                http("*.example.com", "/"),
                http(null, "/1/2/3/4/5/6/7/8"),
                http(null, "/a/b"),
                http(null, "/a"),
                http(null, "/"));
        for (int i = 1; i < inOrder.size(); i++) {
            for (String name : names()) {
                for (String other : names()) {
                    assertThat(ListenerRulePriority.of("shop", name, inOrder.get(i - 1)))
                            .isLessThan(ListenerRulePriority.of("shop", other, inOrder.get(i)));
                }
            }
        }
    }

    @Test
    void staysWithinTheLimitsOfElb() {
        for (String name : names()) {
            assertThat(ListenerRulePriority.of("shop", name, http("a.example.com", "/1/2/3/4/5/6/7/8")))
                    .isBetween(1, 1_850);
            assertThat(ListenerRulePriority.of("shop", name, http(null, "/"))).isBetween(48_101, 49_950);
        }
    }

    @Test
    void dependsOnSystemAndServiceAmongEqualRules() {
        Http same = http(null, "/a");

        assertThat(names().stream()
                        .map(name -> ListenerRulePriority.of("shop", name, same))
                        .distinct())
                .hasSizeGreaterThan(45);
        assertThat(ListenerRulePriority.of("shop", "web", same))
                .isNotEqualTo(ListenerRulePriority.of("reviews", "web", same));
    }

    @Test
    void prefersThePriorityOfTheConfig() {
        Http configured = Http.of(new Http.Route("/a", null, null, 7, null, null, null));

        assertThat(ListenerRulePriority.of("shop", "web", configured)).isEqualTo(7);
    }

    private static List<String> names() {
        return IntStream.range(0, 50).mapToObj(i -> "service-" + i).toList();
    }

    private static Http http(@Nullable String host, String path) {
        return Http.of(new Http.Route(path, host, null, null, null, null, null));
    }
}
