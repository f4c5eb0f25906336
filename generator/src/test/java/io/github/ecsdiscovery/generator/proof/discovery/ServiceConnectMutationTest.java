package io.github.ecsdiscovery.generator.proof.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import io.github.ecsdiscovery.generator.proof.Proof;
import io.github.ecsdiscovery.generator.proof.RenderedConfig;
import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.reach.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof detects each change of a Service Connect configuration. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class ServiceConnectMutationTest {
    private static final String NAMESPACE =
            "!Sub 'arn:${AWS::Partition}:servicediscovery:${AWS::Region}:${AWS::AccountId}:namespace/${Namespace}'";

    private static MutatedTemplate serviceConnect() {
        return MutatedTemplate.ofExample("service-connect");
    }

    static Stream<Arguments> clients() {
        return Stream.of(
                arguments(
                        "a caller without a proxy",
                        serviceConnect().with("ReminderService", "Enabled: true", "Enabled: false"),
                        "unexpected: reminder finds checkout by DNS: NO"),
                arguments(
                        "a caller without a configuration",
                        serviceConnect().with("ReminderService", "ServiceConnectConfiguration:", "Unknown:"),
                        "missing: reminder finds checkout by Service Connect: YES"),
                arguments(
                        "a caller in another namespace",
                        serviceConnect().with("ReminderService", NAMESPACE, "other.internal"),
                        "unexpected: reminder finds checkout by DNS: NO"),
                arguments(
                        "a caller that does not wait for its callee",
                        serviceConnect().with("ReminderService", ", CheckoutService]", "]"),
                        "unexpected: reminder finds checkout by Service Connect: NO"),
                arguments(
                        "a callee without a proxy",
                        serviceConnect().with("CheckoutService", "Enabled: true", "Enabled: false"),
                        "missing: reminder calls checkout: checkout.service-connect.internal at 8080"
                                + " http://checkout.service-connect.internal:8080, which is checkout"),
                arguments(
                        "an alias with another name",
                        serviceConnect().with("CheckoutService", "DnsName: checkout.", "DnsName: cashier."),
                        "unexpected: checkout is registered as cashier.service-connect.internal: Service Connect 8080"),
                arguments(
                        "an alias with another port",
                        serviceConnect().with("CheckoutService", "{Port: 8080", "{Port: 80"),
                        "unexpected: reminder finds checkout by Service Connect: NO"),
                arguments(
                        "an alias with a port that callers do not use",
                        serviceConnect().with("StockService", "{Port: 50051", "{Port: 443"),
                        "unexpected: checkout finds stock-sync by Service Connect: NO"),
                arguments(
                        "another host in the caller's environment",
                        serviceConnect()
                                .with("ReminderTaskDefinition", "Value: checkout.service", "Value: till.service"),
                        "unexpected: reminder calls checkout: till.service-connect.internal at 8080"
                                + " http://checkout.service-connect.internal:8080, which is no service"),
                arguments(
                        "no rule for the caller's proxy",
                        serviceConnect().without("ReminderToCheckoutIngress"),
                        "missing: reminder reaches checkout at tcp 8080"));
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments(
                        "a port name without a mapping",
                        serviceConnect().with("CheckoutService", "PortName: http", "PortName: web"),
                        "reason: no port mapping is named web"),
                arguments(
                        "a mapping without a name",
                        serviceConnect().with("CheckoutTaskDefinition", "{Name: http, ContainerPort", "{ContainerPort"),
                        "reason: no port mapping is named http"),
                arguments(
                        "a UDP mapping",
                        serviceConnect().with("CheckoutTaskDefinition", "Protocol: tcp", "Protocol: udp"),
                        "reason: port http is not tcp, which Service Connect requires"),
                arguments(
                        "a request timeout without a protocol",
                        serviceConnect().with("StockTaskDefinition", ", AppProtocol: grpc", ""),
                        "reason: port sync has a request timeout but no AppProtocol"),
                arguments(
                        "no alias",
                        serviceConnect()
                                .with(
                                        "CheckoutService",
                                        "          ClientAliases:\n          - {Port: 8080, DnsName: checkout.service-connect.internal}\n",
                                        ""),
                        "reason: http must have exactly one client alias, with a port"),
                arguments(
                        "two endpoints with one name",
                        serviceConnect().with("StockService", "stock_sync", "stock_http"),
                        "reason: stock_http and stock_http of StockService have the same name"),
                arguments(
                        "the alias of another service",
                        serviceConnect().with("PaymentsService", "DnsName: payments.", "DnsName: checkout."),
                        "reason: payments_http and checkout_http of CheckoutService have the same name"),
                arguments(
                        "the service's own name in Cloud Map",
                        serviceConnect()
                                .with("PaymentsService", "DiscoveryName: payments_http", "DiscoveryName: payments"),
                        "reason: the namespace already has a Cloud Map service payments"),
                arguments(
                        "another service's name in Cloud Map",
                        serviceConnect().with("StockService", "DiscoveryName: stock_http", "DiscoveryName: Mail"),
                        "reason: the namespace already has a Cloud Map service Mail"),
                arguments(
                        "no namespace",
                        serviceConnect().with("StockService", "Namespace: ", "Unknown: "),
                        "reason: the Service Connect namespace of StockService is not part of this template"),
                arguments(
                        "a namespace that is another resource",
                        serviceConnect().with("StockService", NAMESPACE, "!Ref Cluster"),
                        "reason: Namespace is not the ARN or name of a namespace"),
                arguments(
                        "a log group that does not exist",
                        serviceConnect().with("StockService", "!Ref StockLogGroup", "!Ref Vpc"),
                        "unexpected: stock logs: UNKNOWN"),
                arguments(
                        "another log group",
                        serviceConnect().with("StockService", "!Ref StockLogGroup", "!Ref MailLogGroup"),
                        "unexpected: stock logs to /ecs/${AWS::StackName}/mail"),
                arguments(
                        "an override of the ingress port",
                        serviceConnect()
                                .with(
                                        "StockService",
                                        "DiscoveryName: stock_http\n",
                                        "DiscoveryName: stock_http\n          IngressPortOverride: 15000\n"),
                        "unexpected: warning: IngressPortOverride of StockService is not analyzed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"clients", "invalid"})
    void detectsTheMutation(String mutation, MutatedTemplate template, String difference) {
        assertThat(template.differences()).as(mutation).contains(difference);
    }

    @Test
    void connectionHasAllChecksOfTheProxyPath() {
        Proof proof = Proof.of(RenderedConfig.example("service-connect").template());

        List<Connection> connections = proof.connections("checkout", "stock");
        assertThat(connections).hasSize(2).allSatisfy(connection -> {
            assertThat(connection.path().result()).isEqualTo(Tristate.YES);
            assertThat(connection.path().checks())
                    .extracting(Check::subject)
                    .containsExactly("alias", "proxy", "endpoint", "egress", "route", "ingress", "port");
        });
        assertThat(proof.connections("mail", "checkout"))
                .singleElement()
                .satisfies(connection -> assertThat(connection.path().obstacles())
                        .extracting(Check::finding)
                        .contains("only Service Connect knows checkout.service-connect.internal, and MailService has no"
                                + " proxy in that namespace"));
    }

    @Test
    void callerThatCannotWaitUsesDns() {
        Proof proof = Proof.of(RenderedConfig.example("service-connect").template());

        assertThat(proof.connections("checkout", "payments"))
                .singleElement()
                .satisfies(connection -> assertThat(connection.path().checks())
                        .extracting(Check::subject)
                        .contains("record", "registered"));
    }
}
