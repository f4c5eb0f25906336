package io.github.ecsdiscovery.generator.proof.traffic;

import static io.github.ecsdiscovery.generator.proof.MutatedTemplate.ofTwoServices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof detects each change of a security group rule. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class SecurityGroupMutationTest {
    private static final String A = "MyserviceA";
    private static final String B = "MyserviceB";
    private static final String EDGE = "MyserviceAToMyserviceB";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        "ingress rule removed",
                        ofTwoServices().without(EDGE + "Ingress"),
                        "missing: myservice-a reaches myservice-b at tcp 8080"),
                arguments(
                        "egress rule removed",
                        ofTwoServices().without(EDGE + "Egress"),
                        "missing: myservice-a reaches myservice-b at tcp 8080"),
                arguments(
                        "ingress rule with another port",
                        ofTwoServices().with(EDGE + "Ingress", "8080", "8081"),
                        "unexpected: myservice-b lets in tcp 8081 from myservice-a"),
                arguments(
                        "ingress rule for UDP",
                        ofTwoServices().with(EDGE + "Ingress", "IpProtocol: tcp", "IpProtocol: udp"),
                        "unexpected: myservice-b lets in udp 8080 from myservice-a"),
                arguments(
                        "egress rule for more ports",
                        ofTwoServices().with(EDGE + "Egress", "ToPort: 8080", "ToPort: 9090"),
                        "unexpected: myservice-a lets out tcp 8080-9090 to myservice-b"),
                arguments(
                        "both rules for more ports",
                        ofTwoServices()
                                .with(EDGE + "Egress", "ToPort: 8080", "ToPort: 9090")
                                .with(EDGE + "Ingress", "ToPort: 8080", "ToPort: 9090"),
                        "unexpected: myservice-a reaches myservice-b at tcp 8080-9090"),
                arguments(
                        "ingress rule for all protocols",
                        ofTwoServices().with(EDGE + "Ingress", "IpProtocol: tcp", "IpProtocol: '-1'"),
                        "unexpected: myservice-b lets in all ports from myservice-a"),
                arguments(
                        "ingress rule without ports",
                        ofTwoServices().with(EDGE + "Ingress", "      FromPort: 8080\n      ToPort: 8080\n", ""),
                        "unexpected: myservice-b lets in tcp all ports from myservice-a"),
                arguments(
                        "ingress rule from everywhere",
                        ofTwoServices()
                                .with(
                                        EDGE + "Ingress",
                                        "SourceSecurityGroupId: !Ref MyserviceASecurityGroup",
                                        "CidrIp: 0.0.0.0/0"),
                        "unexpected: myservice-b is open to 0.0.0.0/0 at tcp 8080: YES"),
                arguments(
                        "ingress rule from the callee instead of the caller",
                        ofTwoServices()
                                .with(EDGE + "Ingress", "!Ref MyserviceASecurityGroup", "!Ref MyserviceBSecurityGroup"),
                        "missing: myservice-b lets in tcp 8080 from myservice-a"),
                arguments(
                        "ingress rule at the caller instead of the callee",
                        ofTwoServices()
                                .with(EDGE + "Ingress", "!Ref MyserviceBSecurityGroup", "!Ref MyserviceASecurityGroup"),
                        "missing: myservice-b lets in tcp 8080 from myservice-a"),
                arguments(
                        "ingress rule at the VPC of a group instead of the group",
                        ofTwoServices()
                                .with(
                                        EDGE + "Ingress",
                                        "!Ref MyserviceBSecurityGroup",
                                        "!GetAtt MyserviceBSecurityGroup.VpcId"),
                        "missing: myservice-b lets in tcp 8080 from myservice-a"),
                arguments(
                        "egress rule to another group",
                        MutatedTemplate.ofExample("shop")
                                .with("OrdersToPaymentsEgress", "PaymentsSecurityGroup", "CartSecurityGroup"),
                        "unexpected: orders lets out tcp 50051 to cart"),
                arguments(
                        "both rules for a service that does not call",
                        MutatedTemplate.ofExample("shop")
                                .and(edge("In", "Ingress", "PaymentsSecurityGroup", "Source", "CartSecurityGroup"))
                                .and(edge(
                                        "Out", "Egress", "CartSecurityGroup", "Destination", "PaymentsSecurityGroup")),
                        "unexpected: cart reaches payments at tcp 50051"),
                arguments(
                        "ingress rule from a group by its name",
                        ofTwoServices().and(extraIngress("SourceSecurityGroupName: default")),
                        "unexpected: myservice-b is open to default at tcp 50051: UNKNOWN"),
                arguments(
                        "ingress rule from a prefix list",
                        ofTwoServices().and(extraIngress("SourcePrefixListId: pl-0a1b2c3d")),
                        "unexpected: myservice-b is open to pl-0a1b2c3d at tcp 50051: UNKNOWN"),
                arguments(
                        "ingress rule from all IPv6 addresses",
                        ofTwoServices().and(extraIngress("CidrIpv6: '::/0'")),
                        "unexpected: myservice-b lets in tcp 50051 from ::/0"),
                arguments(
                        "ingress rule from a group outside the template",
                        ofTwoServices().and(extraIngress("SourceSecurityGroupId: sg-0a1b2c3d")),
                        "unexpected: myservice-b is open to sg-0a1b2c3d at tcp 50051: NO"),
                arguments(
                        "no egress rule, so that EC2's default applies",
                        MutatedTemplate.ofExample("existing-vpc")
                                .with("LedgerSecurityGroup", "SecurityGroupEgress:", "Unknown:"),
                        "unexpected: ledger lets out all ports to 0.0.0.0/0"),
                arguments(
                        "only the rules of calls as egress",
                        ofTwoServices().with(A + "SecurityGroup", "SecurityGroupEgress:", "Unknown:"),
                        "reason: no rule of MyserviceASecurityGroup lets tcp 443 out to the internet;"
                                + " the separate rule MyserviceAToMyserviceAEgress removes the inline rule that allows everything"),
                arguments(
                        "an inline allow-all beside separate rules",
                        ofTwoServices()
                                .with(
                                        A + "SecurityGroup",
                                        "IpProtocol: tcp\n        FromPort: 443\n        ToPort: 443\n",
                                        "IpProtocol: '-1'\n"),
                        "unexpected: myservice-a pulls: NO"),
                arguments(
                        "a separate rule beside the shared group's allow-all",
                        MutatedTemplate.ofExample("seed")
                                .and(edge(
                                        "Out", "Egress", "SharedSecurityGroup", "Destination", "SharedSecurityGroup")),
                        "reason: no rule of SharedSecurityGroup lets tcp 443 out to the internet;"
                                + " the separate rule Out removes the inline rule that allows everything"),
                arguments(
                        "inline egress for more ports",
                        ofTwoServices().with(A + "SecurityGroup", "FromPort: 443", "FromPort: 80"),
                        "unexpected: myservice-a lets out tcp 80-443 to 0.0.0.0/0"),
                arguments(
                        "inline egress for another port",
                        ofTwoServices().with(A + "SecurityGroup", "443", "80"),
                        "reason: no rule of MyserviceASecurityGroup lets tcp 443 out to the internet"),
                arguments(
                        "inline egress to a part of the internet",
                        ofTwoServices()
                                .with(A + "SecurityGroup", "'0.0.0.0/0'\n      Tags", "203.0.113.0/24\n      Tags"),
                        "unexpected: myservice-a pulls: UNKNOWN"),
                arguments(
                        "inline egress only to the VPC",
                        ofTwoServices().with(A + "SecurityGroup", "'0.0.0.0/0'\n      Tags", "10.0.0.0/16\n      Tags"),
                        "unexpected: myservice-a logs: NO"),
                arguments(
                        "an extra inline ingress rule",
                        ofTwoServices()
                                .with(
                                        A + "SecurityGroup",
                                        "      SecurityGroupEgress:",
                                        "      SecurityGroupIngress:\n"
                                                + "      - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}\n"
                                                + "      SecurityGroupEgress:"),
                        "unexpected: myservice-a is open to 0.0.0.0/0 at tcp 22: YES"),
                arguments(
                        "inline ingress from IPv6",
                        ofTwoServices()
                                .with(
                                        A + "SecurityGroup",
                                        "      SecurityGroupEgress:",
                                        "      SecurityGroupIngress:\n"
                                                + "      - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: '::/0'}\n"
                                                + "      SecurityGroupEgress:"),
                        "unexpected: myservice-a lets in tcp 22 from ::/0"),
                arguments(
                        "inline ingress from more addresses",
                        MutatedTemplate.ofExample("existing-vpc")
                                .with("LedgerSecurityGroup", "10.20.128.0/18", "10.20.128.0/17"),
                        "unexpected: ledger lets in tcp 50051 from 10.20.128.0/17"),
                arguments(
                        "inline ingress from another group",
                        MutatedTemplate.ofExample("existing-vpc")
                                .with("InvoicesSecurityGroup", "Id: sg-0c000000000000001", "Id: sg-0e000000000000001"),
                        "missing: invoices is open to sg-0c000000000000001 at tcp 8080: NO"),
                arguments(
                        "shared group without its self-reference",
                        MutatedTemplate.ofExample("seed").without("SharedSelfIngress"),
                        "missing: myservice-a reaches myservice-b at all ports"),
                arguments(
                        "shared group with a self-reference for one port",
                        MutatedTemplate.ofExample("seed")
                                .with("SharedSelfIngress", "'-1'", "tcp\n      FromPort: 80\n      ToPort: 80"),
                        "missing: myservice-a reaches myservice-b at all ports"),
                arguments(
                        "shared group open to the internet on all ports",
                        MutatedTemplate.ofExample("seed")
                                .with("SharedFromAnywhereTcp80Ingress", "IpProtocol: tcp", "IpProtocol: '-1'"),
                        "unexpected: myservice-a is open to 0.0.0.0/0 at all ports: YES"),
                arguments(
                        "service in the other's group",
                        ofTwoServices()
                                .with(
                                        B + "Service",
                                        "[!Ref MyserviceBSecurityGroup]",
                                        "[!Ref MyserviceASecurityGroup]"),
                        "missing: myservice-b lets in tcp 8080 from myservice-a"),
                arguments(
                        "service in two groups",
                        MutatedTemplate.ofExample("shop")
                                .with(
                                        "CartService",
                                        "[!Ref CartSecurityGroup]",
                                        "[!Ref CartSecurityGroup, !GetAtt OrdersSecurityGroup.GroupId]"),
                        "unexpected: cart reaches payments at tcp 50051"),
                arguments(
                        "service in a group outside the template",
                        ofTwoServices().with(B + "Service", "!Ref MyserviceBSecurityGroup", "sg-0a1b2c3d"),
                        "reason: the rules of sg-0a1b2c3d are not part of this template"),
                arguments(
                        "group in another VPC",
                        ofTwoServices().with(B + "SecurityGroup", "VpcId: !Ref Vpc", "VpcId: vpc-0a1b2c3d"),
                        "reason: MyserviceBSecurityGroup is not in Vpc"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void detectsTheMutation(String mutation, MutatedTemplate template, String difference) {
        assertThat(template.differences()).contains(difference);
    }

    /** A separate ingress rule that no call demands. */
    private static String extraIngress(String source) {
        return edge("Extra", "Ingress", B + "SecurityGroup", "Source", "placeholder")
                .replaceFirst("SourceSecurityGroupId: !Ref placeholder", source);
    }

    private static String edge(String id, String kind, String group, String end, String other) {
        return """
                %s:
                  Type: AWS::EC2::SecurityGroup%s
                  Properties:
                    GroupId: !Ref %s
                    IpProtocol: tcp
                    FromPort: 50051
                    ToPort: 50051
                    %sSecurityGroupId: !Ref %s
                """.formatted(id, kind, group, end, other).indent(2);
    }
}
