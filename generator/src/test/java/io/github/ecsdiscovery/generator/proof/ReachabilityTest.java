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

/** Every template lets through what its config says and nothing else, and its tasks pull, log, resolve and start. */
final class ReachabilityTest {
    static List<Rendered> templates() throws IOException {
        return Rendered.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templateKeepsExactlyWhatItsConfigPromises(Rendered rendered) {
        assertThat(Findings.of(rendered.template())).isEqualTo(Promises.of(rendered.config()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void compactTemplateKeepsTheSame(Rendered rendered) {
        assertThat(Findings.of(CompactJson.of(rendered.template()))).isEqualTo(Promises.of(rendered.config()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyAliasLeadsToAnOpenPort(Rendered rendered) {
        Proof proof = Proof.of(rendered.template());
        for (ServiceProof service : proof.services()) {
            for (Alias alias : service.aliases()) {
                if (isTheUsers(rendered, service, alias)) {
                    continue;
                }
                assertThat(proof.connections(service.name(), alias.callee()))
                        .filteredOn(
                                one -> Integer.toString(one.traffic().from()).equals(alias.port()))
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(one.trail().answer()).isNotEqualTo(Tristate.NO));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whoPullsNothingAndLogsNothingIsWarned(Rendered rendered) {
        RuleContext subject =
                new RuleContext(rendered.config(), StackPlan.of(rendered.config()), path -> true, path -> true);
        List<String> warned = Rules.check(subject).stream()
                .filter(finding -> finding.id().id().equals("egress-without-443"))
                .map(finding -> finding.path().steps().get(1))
                .toList();

        for (ServiceProof service : Proof.of(rendered.template()).services()) {
            boolean isOwn = rendered.config().network().vpc() == null;
            boolean pulls = service.pulls().answer() != Tristate.NO;
            boolean logs = service.logs().answer() != Tristate.NO;
            assertThat(warned.contains(service.name()))
                    .as(service.name())
                    .isEqualTo(!logs || !pulls && (isOwn || service.registries().contains("ECR")));
        }
    }

    /** Every endpoint that a task asks, of every template that has some; what only programs ask is missed by no task. */
    static Stream<Arguments> endpoints() throws IOException {
        Pattern id = Pattern.compile("(?m)^ {2}(\\w+VpcEndpoint):$");
        return templates().stream()
                .flatMap(rendered -> id.matcher(rendered.template())
                        .results()
                        .map(found -> found.group(1))
                        .filter(endpoint -> isAsked(rendered, endpoint))
                        .map(endpoint -> Arguments.of(rendered, endpoint)));
    }

    private static boolean isAsked(Rendered rendered, String endpoint) {
        return !rendered.config().services().isEmpty()
                && AwsService.of(rendered.config()).stream()
                        .map(LogicalId.VPC_ENDPOINT::of)
                        .anyMatch(endpoint::equals);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("endpoints")
    void failsOnATemplateWithoutOneOfItsEndpoints(Rendered rendered, String endpoint) {
        Mutant mutant = Mutant.in(rendered).unmissed(endpoint);

        assertThat(mutant.differences())
                .anySatisfy(
                        difference -> assertThat(difference).startsWith("not: ").contains(endpoint));
        if (rendered.config().network().outward() == Nat.NONE
                && rendered.config().network().placement() == Placement.PRIVATE) {
            assertThat(mutant.differences())
                    .anySatisfy(difference -> assertThat(difference)
                            .matches("but: .* (pulls|logs|fetches|opens sessions|tells its proxy): NO"))
                    .contains("why: PrivateRouteTable1 has no route to 0.0.0.0/0");
        }
    }

    @Test
    void endpointsOfEveryKindWereTakenAway() throws IOException {
        assertThat(endpoints().map(one -> one.get()[1]).distinct())
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
    void failsOnATemplateWithOnlyTheEdgesAsEgress() {
        Mutant mutant = Mutant.of("two-services").with("MyserviceASecurityGroup", "SecurityGroupEgress:", "Unknown:");

        assertThat(failure(mutant)).contains("myservice-a pulls: NO", "myservice-a logs: NO");
    }

    @Test
    void failsOnATemplateWithARuleOfItsOwnBesideAnInlineAllowAll() {
        Mutant mutant = Mutant.of("seed").and("""
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

        assertThat(failure(mutant)).contains("myservice-a pulls: NO", "myservice-b logs: NO");
    }

    @Test
    void failsOnATemplateWithAnOpenPortMoreThanTheConfigSays() {
        Mutant mutant = Mutant.of("two-services")
                .with("MyserviceAToMyserviceBEgress", "ToPort: 8080", "ToPort: 8081")
                .with("MyserviceAToMyserviceBIngress", "ToPort: 8080", "ToPort: 8081");

        assertThat(failure(mutant)).contains("myservice-a reaches myservice-b at tcp 8080-8081");
    }

    /** What the test above says of a template that does not keep what its config promises. */
    private static String failure(Mutant mutant) {
        Rendered wrong = mutant.rendered();
        return String.valueOf(assertThrows(
                        AssertionError.class,
                        () -> new ReachabilityTest().templateKeepsExactlyWhatItsConfigPromises(wrong))
                .getMessage());
    }

    /** Whether the host stands in the config, as a variable that wins over the template's own. */
    private static boolean isTheUsers(Rendered rendered, ServiceProof service, Alias alias) {
        return Objects.requireNonNull(rendered.config().services().get(service.name()))
                .environment()
                .containsValue(alias.host());
    }
}
