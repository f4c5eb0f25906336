package io.github.ecsdiscovery.generator.proof;

import static io.github.ecsdiscovery.generator.proof.Mutant.two;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks with one thing wrong: who has no way to the internet is found, and what nobody looks at. */
final class NetworkMutationTest {
    private static final String A = "MyserviceA";
    private static final String B = "MyserviceB";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        "default route removed",
                        two().without("PublicDefaultRoute"),
                        "why: PublicRouteTable has no route to 0.0.0.0/0"),
                arguments(
                        "default route narrowed",
                        two().with("PublicDefaultRoute", "0.0.0.0/0", "10.9.0.0/16"),
                        "but: myservice-a pulls: NO"),
                arguments(
                        "default route put into another table",
                        two().with("PublicDefaultRoute", "!Ref PublicRouteTable", "rtb-0a1b2c3d"),
                        "but: myservice-b logs: NO"),
                arguments(
                        "default route to another gateway",
                        two().with("PublicDefaultRoute", "!Ref InternetGateway", "igw-0a1b2c3d"),
                        "but: myservice-a pulls: UNKNOWN"),
                arguments(
                        "route that does not wait for the gateway",
                        two().with("PublicDefaultRoute", "    DependsOn: InternetGatewayAttachment\n", ""),
                        "why: MyserviceAService does not wait for InternetGatewayAttachment"),
                arguments(
                        "gateway not attached",
                        two().without("InternetGatewayAttachment"),
                        "why: InternetGateway is not attached to Vpc"),
                arguments(
                        "gateway attached to another VPC",
                        two().with("InternetGatewayAttachment", "!Ref Vpc", "vpc-0a1b2c3d"),
                        "why: InternetGateway is not attached to Vpc"),
                arguments(
                        "association removed",
                        two().without("PublicSubnet2RouteTableAssociation"),
                        "why: PublicSubnet2 is associated with no route table: the VPC's main one leads nowhere"),
                arguments(
                        "both associations of one subnet",
                        two().with("PublicSubnet2RouteTableAssociation", "!Ref PublicSubnet2", "!Ref PublicSubnet1"),
                        "but: myservice-a pulls: NO"),
                arguments(
                        "route table of another VPC",
                        two().with("PublicRouteTable", "VpcId: !Ref Vpc", "VpcId: vpc-0a1b2c3d"),
                        "why: PublicRouteTable is not a route table of Vpc"),
                arguments(
                        "subnet of another VPC",
                        two().with("PublicSubnet2", "!Ref Vpc", "vpc-0a1b2c3d"),
                        "why: PublicSubnet2 is in vpc-0a1b2c3d, others are not"),
                arguments(
                        "no public address",
                        two().with(A + "Service", "AssignPublicIp: ENABLED", "AssignPublicIp: DISABLED"),
                        "why: no public address, which an internet gateway needs"),
                arguments(
                        "no subnets",
                        two().with(A + "Service", "[!Ref PublicSubnet1, !Ref PublicSubnet2]", "[]"),
                        "why: there is no subnet to stand in"),
                arguments(
                        "a zone less",
                        two().with(B + "Service", ", !Ref PublicSubnet2]", "]"),
                        "but: myservice-b runs in PublicSubnet1 with a public address"),
                arguments(
                        "subnet outside of the VPC",
                        two().with("PublicSubnet2", "10.0.2.0/24", "10.1.2.0/24"),
                        "why: PublicSubnet2 is no part of Vpc"),
                arguments(
                        "VPC of other addresses",
                        two().with("Vpc", "10.0.0.0/16", "10.8.0.0/16"),
                        "why: PublicSubnet1 is no part of Vpc"),
                arguments(
                        "subnet with another's addresses",
                        two().with("PublicSubnet2", "10.0.2.0/24", "10.0.0.0/20"),
                        "why: PublicSubnet1 has addresses of PublicSubnet2"),
                arguments(
                        "subnet without addresses",
                        two().with("PublicSubnet2", "CidrBlock:", "Unknown:"),
                        "why: PublicSubnet2 has no range of addresses"),
                arguments(
                        "a route that leads elsewhere",
                        two().and("""
                                          Elsewhere:
                                            Type: AWS::EC2::Route
                                            Properties:
                                              RouteTableId: !Ref PublicRouteTable
                                              DestinationCidrBlock: 52.0.0.0/8
                                              TransitGatewayId: tgw-0a1b2c3d
                                        """),
                        "but: not looked at: Elsewhere leads elsewhere than to 0.0.0.0/0"),
                arguments(
                        "a network ACL",
                        two().and("""
                                          Acl:
                                            Type: AWS::EC2::NetworkAcl
                                            Properties: {VpcId: !Ref Vpc}
                                        """),
                        "but: not looked at: Acl, an AWS::EC2::NetworkAcl, is not looked at"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void findsWhatIsWrong(String what, Mutant mutant, String found) {
        assertThat(mutant.differences()).contains(found);
    }
}
