package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Linked stacks have the same facts as one stack with all of their services. */
final class LinkedStacksTest {
    private static final Path PROOF = Path.of("src", "test", "resources", "proof");
    private final RenderedConfig shop = RenderedConfig.example("shop");
    private final RenderedConfig reviews = RenderedConfig.example("joining");

    private static Map<String, String> stacks(RenderedConfig platform, RenderedConfig joining) {
        return new TreeMap<>(Map.of("shop", platform.template(), "reviews", joining.template()));
    }

    @Test
    void joiningStackHasTheFactsOfOneStack() {
        assertThat(facts(stacks(shop, reviews))).isEqualTo(ExpectedFacts.of(merged(shop, reviews)));
    }

    @Test
    void peerIsReachable() {
        Proof proof = Proof.of(stacks(shop, reviews));
        assertThat(proof.connections("reviews", "orders")).singleElement().satisfies(connection -> {
            assertThat(connection.traffic()).hasToString("tcp 8080");
            assertThat(connection.path().result()).isEqualTo(Tristate.YES);
        });
    }

    @Test
    void detectsAMissingRuleAtThePeer() {
        String broken = reviews.template()
                .replace(
                        "GroupId: !ImportValue shop-OrdersSecurityGroupId",
                        "GroupId: !ImportValue shop-CartSecurityGroupId");
        SortedSet<String> observed = facts(Map.of("shop", shop.template(), "reviews", broken));
        assertThat(difference(ExpectedFacts.of(merged(shop, reviews)), observed))
                .contains("reviews reaches orders at tcp 8080", "orders lets in tcp 8080 from reviews");
        assertThat(difference(observed, ExpectedFacts.of(merged(shop, reviews))))
                .contains("cart lets in tcp 8080 from reviews");
    }

    @Test
    void detectsAnImportWithoutAnExport() {
        String broken = reviews.template().replace("!ImportValue shop-NamespaceId", "!ImportValue shop-NameId");
        SortedSet<String> observed = facts(Map.of("shop", shop.template(), "reviews", broken));
        assertThat(observed)
                .doesNotContain("reviews is registered as reviews.shop.internal: A SRV 8080")
                .contains("reviews resolves: UNKNOWN");
    }

    @Test
    void linksASharedGroup() {
        RenderedConfig platform = RenderedConfig.of(PROOF.resolve("shared").resolve("platform.yaml"));
        RenderedConfig joining = RenderedConfig.of(PROOF.resolve("shared").resolve("joining.yaml"));
        Map<String, String> stacks = Map.of("shop", platform.template(), "reviews", joining.template());
        SortedSet<String> expected = ExpectedFacts.of(merged(platform, joining));
        // A joining service with `ingress` has a group of its own, so that two stacks never add one rule to the shared
        // group.
        String own = " 10.20.0.0/16";
        expected.removeIf(fact -> fact.contains(own) && !fact.startsWith("reviews "));
        expected.add("reviews lets out all ports to 0.0.0.0/0");
        assertThat(facts(stacks)).isEqualTo(expected);
    }

    @Test
    void linksALoadBalancer() {
        RenderedConfig platform = RenderedConfig.of(PROOF.resolve("behind").resolve("platform.yaml"));
        RenderedConfig joining = RenderedConfig.of(PROOF.resolve("behind").resolve("joining.yaml"));
        assertThat(facts(stacks(platform, joining))).isEqualTo(ExpectedFacts.of(merged(platform, joining)));

        String broken = joining.template()
                .replace(
                        "GroupId: !ImportValue shop-LoadBalancerSecurityGroupId",
                        "GroupId: !ImportValue shop-OrdersSecurityGroupId");
        assertThat(facts(Map.of("shop", platform.template(), "reviews", broken)))
                .contains("reviews serves LoadBalancer at tcp 443 for /rated /rated/*: NO");
    }

    /** Returns the facts of linked stacks, without the names of the stacks. */
    private static SortedSet<String> facts(Map<String, String> stacks) {
        SortedSet<String> observed = new TreeSet<>();
        ObservedFacts.of(Proof.of(stacks))
                .forEach(fact -> observed.add(fact.replaceAll("/ecs/(shop|reviews)/", "/ecs/\\${AWS::StackName}/")
                        .replaceAll("\\b(shop|reviews)/", "")));
        return observed;
    }

    private static SortedSet<String> difference(SortedSet<String> all, SortedSet<String> without) {
        SortedSet<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    /** Returns the platform's config with the services of both stacks, so that each peer is a service of the same stack. */
    private static Config merged(RenderedConfig platform, RenderedConfig joining) {
        Config of = platform.config();
        Map<String, Service> services = new TreeMap<>(of.services());
        services.putAll(joining.config().services());
        return new Config(
                of.version(),
                of.name(),
                of.preset(),
                of.region(),
                of.tags(),
                of.registry(),
                of.tag(),
                of.tagParameters(),
                null,
                Map.of(),
                of.network(),
                of.namespace(),
                of.cluster(),
                of.loadBalancer(),
                of.logs(),
                of.permissionsBoundary(),
                of.scannerMetadata(),
                of.contextMetadata(),
                services,
                of.acceptWarnings());
    }
}
