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

/** Stacks that join each other let through what one config with all of their services would let through. */
final class LinkedStacksTest {
    private static final Path PROOF = Path.of("src", "test", "resources", "proof");
    private final RenderedConfig shop = RenderedConfig.example("shop");
    private final RenderedConfig reviews = RenderedConfig.example("joining");

    private static Map<String, String> stacks(RenderedConfig platform, RenderedConfig joining) {
        return new TreeMap<>(Map.of("shop", platform.template(), "reviews", joining.template()));
    }

    @Test
    void joiningStackIsAsIfItsServicesWereThePlatforms() {
        assertThat(findings(stacks(shop, reviews))).isEqualTo(ExpectedFacts.of(merged(shop, reviews)));
    }

    @Test
    void peerIsReachedHopByHop() {
        Proof proof = Proof.of(stacks(shop, reviews));
        assertThat(proof.connections("reviews", "orders")).singleElement().satisfies(one -> {
            assertThat(one.traffic()).hasToString("tcp 8080");
            assertThat(one.path().result()).isEqualTo(Tristate.YES);
        });
    }

    @Test
    void missingRuleAtThePeerIsFound() {
        String broken = reviews.template()
                .replace(
                        "GroupId: !ImportValue shop-OrdersSecurityGroupId",
                        "GroupId: !ImportValue shop-CartSecurityGroupId");
        SortedSet<String> findings = findings(Map.of("shop", shop.template(), "reviews", broken));
        assertThat(difference(ExpectedFacts.of(merged(shop, reviews)), findings))
                .contains("reviews reaches orders at tcp 8080", "orders lets in tcp 8080 from reviews");
        assertThat(difference(findings, ExpectedFacts.of(merged(shop, reviews))))
                .contains("cart lets in tcp 8080 from reviews");
    }

    @Test
    void importThatNobodyExportsIsFound() {
        String broken = reviews.template().replace("!ImportValue shop-NamespaceId", "!ImportValue shop-NameId");
        SortedSet<String> findings = findings(Map.of("shop", shop.template(), "reviews", broken));
        assertThat(findings)
                .doesNotContain("reviews is registered as reviews.shop.internal: A SRV 8080")
                .contains("reviews resolves: UNKNOWN");
    }

    @Test
    void sharedGroupIsJoined() {
        RenderedConfig platform = RenderedConfig.of(PROOF.resolve("shared").resolve("platform.yaml"));
        RenderedConfig joining = RenderedConfig.of(PROOF.resolve("shared").resolve("joining.yaml"));
        Map<String, String> stacks = Map.of("shop", platform.template(), "reviews", joining.template());
        SortedSet<String> promised = ExpectedFacts.of(merged(platform, joining));
        // It is in its own group only, so that no rule is there twice.
        String own = " 10.20.0.0/16";
        promised.removeIf(fact -> fact.contains(own) && !fact.startsWith("reviews "));
        promised.add("reviews lets out all ports to 0.0.0.0/0");
        assertThat(findings(stacks)).isEqualTo(promised);
    }

    @Test
    void loadBalancerIsJoined() {
        RenderedConfig platform = RenderedConfig.of(PROOF.resolve("behind").resolve("platform.yaml"));
        RenderedConfig joining = RenderedConfig.of(PROOF.resolve("behind").resolve("joining.yaml"));
        assertThat(findings(stacks(platform, joining))).isEqualTo(ExpectedFacts.of(merged(platform, joining)));

        String broken = joining.template()
                .replace(
                        "GroupId: !ImportValue shop-LoadBalancerSecurityGroupId",
                        "GroupId: !ImportValue shop-OrdersSecurityGroupId");
        assertThat(findings(Map.of("shop", platform.template(), "reviews", broken)))
                .contains("reviews serves LoadBalancer at tcp 443 for /rated /rated/*: NO");
    }

    /** What they let through, in the words of one stack: without the names of stacks. */
    private static SortedSet<String> findings(Map<String, String> stacks) {
        SortedSet<String> findings = new TreeSet<>();
        ObservedFacts.of(Proof.of(stacks))
                .forEach(fact -> findings.add(fact.replaceAll("/ecs/(shop|reviews)/", "/ecs/\\${AWS::StackName}/")
                        .replaceAll("\\b(shop|reviews)/", "")));
        return findings;
    }

    private static SortedSet<String> difference(SortedSet<String> all, SortedSet<String> without) {
        SortedSet<String> rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }

    /** The platform's config with the services of both, so that peers are services of its own. */
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
