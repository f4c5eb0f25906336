package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.ecsdiscovery.generator.model.network.Nat;
import io.github.ecsdiscovery.generator.model.network.Placement;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.reach.Alias;
import io.github.ecsdiscovery.generator.render.CompactJson;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.catalog.Rules;
import io.github.ecsdiscovery.generator.stack.StackPlan;
import io.github.ecsdiscovery.generator.stack.id.LogicalId;
import io.github.ecsdiscovery.generator.stack.network.AwsService;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every template permits exactly the traffic that its config demands, and its tasks pull images, log, resolve and start. */
final class ReachabilityTest {
    static List<RenderedConfig> templates() throws IOException {
        return RenderedConfig.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templateHasExactlyTheExpectedFacts(RenderedConfig rendered) {
        assertThat(ObservedFacts.of(rendered.template())).isEqualTo(ExpectedFacts.of(rendered.config()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void compactTemplateHasTheSameFacts(RenderedConfig rendered) {
        assertThat(ObservedFacts.of(CompactJson.of(rendered.template())))
                .isEqualTo(ExpectedFacts.of(rendered.config()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aliasesLeadToOpenPorts(RenderedConfig rendered) {
        Proof proof = Proof.of(rendered.template());
        for (ServiceProof service : proof.services()) {
            for (Alias alias : service.discovery().aliases()) {
                if (isFromConfig(rendered, service, alias)) {
                    continue;
                }
                assertThat(proof.connections(service.name(), alias.callee()))
                        .filteredOn(connection ->
                                Integer.toString(connection.traffic().from()).equals(alias.port()))
                        .isNotEmpty()
                        .allSatisfy(connection ->
                                assertThat(connection.path().result()).isNotEqualTo(Tristate.NO));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void warnsOfServicesThatCannotPullOrLog(RenderedConfig rendered) {
        RuleContext context =
                new RuleContext(rendered.config(), StackPlan.of(rendered.config()), path -> true, path -> true);
        List<String> warned = Rules.check(context).stream()
                .filter(finding -> finding.id().id().equals("egress-without-443"))
                .map(finding -> finding.path().steps().get(1))
                .toList();

        for (ServiceProof service : Proof.of(rendered.template()).services()) {
            boolean isOwn = rendered.config().network().vpc() == null;
            boolean pulls = service.startup().pulls().result() != Tristate.NO;
            boolean logs = service.startup().logs().result() != Tristate.NO;
            assertThat(warned.contains(service.name()))
                    .as(service.name())
                    .isEqualTo(!logs
                            || !pulls && (isOwn || service.tasks().registries().contains("ECR")));
        }
    }

    /** Every endpoint of every template that ECS itself uses to run tasks. Endpoints that only programs use are left out. */
    static Stream<Arguments> endpoints() throws IOException {
        Pattern id = Pattern.compile("(?m)^ {2}(\\w+VpcEndpoint):$");
        return templates().stream()
                .flatMap(rendered -> id.matcher(rendered.template())
                        .results()
                        .map(found -> found.group(1))
                        .filter(endpoint -> isUsedByEcs(rendered, endpoint))
                        .map(endpoint -> Arguments.of(rendered, endpoint)));
    }

    private static boolean isUsedByEcs(RenderedConfig rendered, String endpoint) {
        return !rendered.config().services().isEmpty()
                && AwsService.of(rendered.config()).stream()
                        .map(LogicalId.VPC_ENDPOINT::of)
                        .anyMatch(endpoint::equals);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("endpoints")
    void detectsAMissingEndpoint(RenderedConfig rendered, String endpoint) {
        MutatedTemplate mutated = MutatedTemplate.of(rendered).withoutDependents(endpoint);

        assertThat(mutated.differences())
                .anySatisfy(difference ->
                        assertThat(difference).startsWith("missing: ").contains(endpoint));
        if (rendered.config().network().effectiveNat() == Nat.NONE
                && rendered.config().network().placement() == Placement.PRIVATE) {
            assertThat(mutated.differences())
                    .anySatisfy(
                            difference -> assertThat(difference)
                                    .matches(
                                            "unexpected: .* (pulls|logs|fetches secrets|opens sessions|connects its proxy): NO"))
                    .contains("reason: PrivateRouteTable1 has no route to 0.0.0.0/0");
        }
    }

    @Test
    void endpointsOfEveryKindAreCovered() throws IOException {
        assertThat(endpoints().map(arguments -> arguments.get()[1]).distinct())
                .containsExactlyInAnyOrder(
                        "EcrApiVpcEndpoint",
                        "EcrDkrVpcEndpoint",
                        "S3VpcEndpoint",
                        "LogsVpcEndpoint",
                        "SecretsmanagerVpcEndpoint",
                        "SsmVpcEndpoint",
                        "SsmmessagesVpcEndpoint",
                        "EcsAgentVpcEndpoint");
    }

    @Test
    void detectsEgressWithoutTheInternet() {
        MutatedTemplate mutated = MutatedTemplate.ofExample("two-services")
                .with("MyserviceASecurityGroup", "SecurityGroupEgress:", "Unknown:");

        assertThat(failure(mutated)).contains("myservice-a pulls: NO", "myservice-a logs: NO");
    }

    @Test
    void detectsASeparateRuleBesideAnInlineAllowAll() {
        MutatedTemplate mutated = MutatedTemplate.ofExample("seed").and("""
                  Out:
                    Type: AWS::EC2::SecurityGroupEgress
                    Properties:
                      GroupId:
                        Fn::GetAtt: [SharedSecurityGroup, GroupId]
                      IpProtocol: tcp
                      FromPort: 80
                      ToPort: 80
                      DestinationSecurityGroupId:
                        Fn::GetAtt: [SharedSecurityGroup, GroupId]
                """);

        assertThat(failure(mutated)).contains("myservice-a pulls: NO", "myservice-b logs: NO");
    }

    @Test
    void detectsAnExtraOpenPort() {
        MutatedTemplate mutated = MutatedTemplate.ofExample("two-services")
                .with("MyserviceAToMyserviceBEgress", "ToPort: 8080", "ToPort: 8081")
                .with("MyserviceAToMyserviceBIngress", "ToPort: 8080", "ToPort: 8081");

        assertThat(failure(mutated)).contains("myservice-a reaches myservice-b at tcp 8080-8081");
    }

    /** Returns the failure that the first test of this class reports for a mutated template. */
    private static String failure(MutatedTemplate mutated) {
        RenderedConfig wrong = mutated.rendered();
        return String.valueOf(assertThrows(
                        AssertionError.class, () -> new ReachabilityTest().templateHasExactlyTheExpectedFacts(wrong))
                .getMessage());
    }

    /** Returns whether the config itself sets the host in {@code environment}. */
    private static boolean isFromConfig(RenderedConfig rendered, ServiceProof service, Alias alias) {
        return Objects.requireNonNull(rendered.config().services().get(service.name()))
                .environment()
                .containsValue(alias.host());
    }
}
