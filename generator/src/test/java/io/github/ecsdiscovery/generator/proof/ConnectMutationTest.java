package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.reach.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates of services that Service Connect leads to, with one thing wrong: each is found by what it no longer keeps. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class ConnectMutationTest {
    private static final String NAMESPACE =
            "!Sub 'arn:${AWS::Partition}:servicediscovery:${AWS::Region}:${AWS::AccountId}:namespace/${Namespace}'";

    private static Mutant shown() {
        return Mutant.of("service-connect");
    }

    static Stream<Arguments> clients() {
        return Stream.of(
                arguments(
                        "a caller without a proxy",
                        shown().with("ReminderService", "Enabled: true", "Enabled: false"),
                        "but: reminder finds checkout by DNS: NO"),
                arguments(
                        "a caller that says nothing of it",
                        shown().with("ReminderService", "ServiceConnectConfiguration:", "Unknown:"),
                        "not: reminder finds checkout by Service Connect: YES"),
                arguments(
                        "a caller in another namespace",
                        shown().with("ReminderService", NAMESPACE, "other.internal"),
                        "but: reminder finds checkout by DNS: NO"),
                arguments(
                        "a caller that comes first",
                        shown().with("ReminderService", ", CheckoutService]", "]"),
                        "but: reminder finds checkout by Service Connect: NO"),
                arguments(
                        "a callee without a proxy",
                        shown().with("CheckoutService", "Enabled: true", "Enabled: false"),
                        "not: reminder calls checkout: checkout.service-connect.internal at 8080"
                                + " http://checkout.service-connect.internal:8080, which is checkout"),
                arguments(
                        "an alias of another name",
                        shown().with("CheckoutService", "DnsName: checkout.", "DnsName: cashier."),
                        "but: checkout is found as cashier.service-connect.internal: Service Connect 8080"),
                arguments(
                        "an alias at another port",
                        shown().with("CheckoutService", "{Port: 8080", "{Port: 80"),
                        "but: reminder finds checkout by Service Connect: NO"),
                arguments(
                        "an alias that callers are not told",
                        shown().with("StockService", "{Port: 50051", "{Port: 443"),
                        "but: checkout finds stock-sync by Service Connect: NO"),
                arguments(
                        "another name in the variable",
                        shown().with("ReminderTaskDefinition", "Value: checkout.service", "Value: till.service"),
                        "but: reminder calls checkout: till.service-connect.internal at 8080"
                                + " http://checkout.service-connect.internal:8080, which is nobody"),
                arguments(
                        "no rule for the caller's proxy",
                        shown().without("ReminderToCheckoutIngress"),
                        "not: reminder reaches checkout at tcp 8080"));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        "a port name that no mapping has",
                        shown().with("CheckoutService", "PortName: http", "PortName: web"),
                        "why: no port mapping is called web"),
                arguments(
                        "a mapping without a name",
                        shown().with("CheckoutTaskDefinition", "{Name: http, ContainerPort", "{ContainerPort"),
                        "why: no port mapping is called http"),
                arguments(
                        "a mapping of datagrams",
                        shown().with("CheckoutTaskDefinition", "Protocol: tcp", "Protocol: udp"),
                        "why: http is not tcp, which Service Connect needs"),
                arguments(
                        "a timeout of requests that nobody sees",
                        shown().with("StockTaskDefinition", ", AppProtocol: grpc", ""),
                        "why: sync has a timeout of requests, and no AppProtocol"),
                arguments(
                        "no alias",
                        shown().with(
                                        "CheckoutService",
                                        "          ClientAliases:\n          - {Port: 8080, DnsName: checkout.service-connect.internal}\n",
                                        ""),
                        "why: http has not one client alias with a port"),
                arguments(
                        "two endpoints of one name",
                        shown().with("StockService", "stock_sync", "stock_http"),
                        "why: stock_http and stock_http of StockService have one name"),
                arguments(
                        "an alias that another service has",
                        shown().with("PaymentsService", "DnsName: payments.", "DnsName: checkout."),
                        "why: payments_http and checkout_http of CheckoutService have one name"),
                arguments(
                        "the name that DNS knows it by",
                        shown().with("PaymentsService", "DiscoveryName: payments_http", "DiscoveryName: payments"),
                        "why: payments is a service of the namespace already"),
                arguments(
                        "the name that DNS knows another by",
                        shown().with("StockService", "DiscoveryName: stock_http", "DiscoveryName: Mail"),
                        "why: Mail is a service of the namespace already"),
                arguments(
                        "no namespace",
                        shown().with("StockService", "Namespace: ", "Unknown: "),
                        "why: which namespace StockService is in is not told"),
                arguments(
                        "something else than a namespace",
                        shown().with("StockService", NAMESPACE, "!Ref Cluster"),
                        "why: Namespace is not the ARN or name of a namespace"),
                arguments(
                        "a log group that is not there",
                        shown().with("StockService", "!Ref StockLogGroup", "!Ref Vpc"),
                        "but: stock logs: UNKNOWN"),
                arguments(
                        "another log group",
                        shown().with("StockService", "!Ref StockLogGroup", "!Ref MailLogGroup"),
                        "but: stock logs to /ecs/${AWS::StackName}/mail"),
                arguments(
                        "a port beside the container's",
                        shown().with(
                                        "StockService",
                                        "DiscoveryName: stock_http\n",
                                        "DiscoveryName: stock_http\n          IngressPortOverride: 15000\n"),
                        "but: not looked at: IngressPortOverride of StockService is not looked at"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"clients", "refused"})
    void findsWhatIsWrong(String what, Mutant mutant, String difference) {
        assertThat(mutant.differences()).as(what).contains(difference);
    }

    @Test
    void callIsWalkedHopByHop() {
        Proof proof = Proof.of(Rendered.example("service-connect").template());

        List<Connection> connections = proof.connections("checkout", "stock");
        assertThat(connections).hasSize(2).allSatisfy(one -> {
            assertThat(one.trail().answer()).isEqualTo(Tristate.YES);
            assertThat(one.trail().hops())
                    .extracting(Check::what)
                    .containsExactly("told", "proxy", "endpoint", "egress", "route", "ingress", "port");
        });
        assertThat(proof.connections("mail", "checkout"))
                .singleElement()
                .satisfies(one -> assertThat(one.trail().obstacles())
                        .extracting(Check::says)
                        .contains(
                                "checkout.service-connect.internal is known to Service Connect alone, of which MailService"
                                        + " has no part in that namespace"));
    }

    @Test
    void whoCannotWaitAsksDns() {
        Proof proof = Proof.of(Rendered.example("service-connect").template());

        assertThat(proof.connections("checkout", "payments"))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.trail().hops()).extracting(Check::what).contains("record", "registered"));
    }
}
