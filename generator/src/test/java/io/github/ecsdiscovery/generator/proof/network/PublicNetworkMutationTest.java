package io.github.ecsdiscovery.generator.proof.network;

import static io.github.ecsdiscovery.generator.proof.MutatedTemplate.ofTwoServices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof detects each change of routes and subnets, and warns of resources that it does not analyze. */
final class PublicNetworkMutationTest {
    private static final String A = "MyserviceA";
    private static final String B = "MyserviceB";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        "default route removed",
                        ofTwoServices().without("PublicDefaultRoute"),
                        "reason: PublicRouteTable has no route to 0.0.0.0/0"),
                arguments(
                        "default route narrowed",
                        ofTwoServices().with("PublicDefaultRoute", "0.0.0.0/0", "10.9.0.0/16"),
                        "unexpected: myservice-a pulls: NO"),
                arguments(
                        "default route in another table",
                        ofTwoServices().with("PublicDefaultRoute", "!Ref PublicRouteTable", "rtb-0a1b2c3d"),
                        "unexpected: myservice-b logs: NO"),
                arguments(
                        "default route to another gateway",
                        ofTwoServices().with("PublicDefaultRoute", "!Ref InternetGateway", "igw-0a1b2c3d"),
                        "unexpected: myservice-a pulls: UNKNOWN"),
                arguments(
                        "route that does not wait for the gateway",
                        ofTwoServices().with("PublicDefaultRoute", "    DependsOn: InternetGatewayAttachment\n", ""),
                        "reason: MyserviceAService does not wait for InternetGatewayAttachment"),
                arguments(
                        "gateway not attached",
                        ofTwoServices().without("InternetGatewayAttachment"),
                        "reason: InternetGateway is not attached to Vpc"),
                arguments(
                        "gateway attached to another VPC",
                        ofTwoServices().with("InternetGatewayAttachment", "!Ref Vpc", "vpc-0a1b2c3d"),
                        "reason: InternetGateway is not attached to Vpc"),
                arguments(
                        "route table association removed",
                        ofTwoServices().without("PublicSubnet2RouteTableAssociation"),
                        "reason: PublicSubnet2 has no route table, and the main route table of its VPC has no route to the internet"),
                arguments(
                        "both associations for one subnet",
                        ofTwoServices()
                                .with("PublicSubnet2RouteTableAssociation", "!Ref PublicSubnet2", "!Ref PublicSubnet1"),
                        "unexpected: myservice-a pulls: NO"),
                arguments(
                        "route table of another VPC",
                        ofTwoServices().with("PublicRouteTable", "VpcId: !Ref Vpc", "VpcId: vpc-0a1b2c3d"),
                        "reason: PublicRouteTable is not a route table of Vpc"),
                arguments(
                        "subnet of another VPC",
                        ofTwoServices().with("PublicSubnet2", "!Ref Vpc", "vpc-0a1b2c3d"),
                        "reason: PublicSubnet2 is in vpc-0a1b2c3d, but other subnets of the service are not"),
                arguments(
                        "no public address",
                        ofTwoServices().with(A + "Service", "AssignPublicIp: ENABLED", "AssignPublicIp: DISABLED"),
                        "reason: no public address, which an internet gateway requires"),
                arguments(
                        "no subnets",
                        ofTwoServices().with(A + "Service", "[!Ref PublicSubnet1, !Ref PublicSubnet2]", "[]"),
                        "reason: no subnet is configured"),
                arguments(
                        "one zone removed",
                        ofTwoServices().with(B + "Service", ", !Ref PublicSubnet2]", "]"),
                        "unexpected: myservice-b runs in PublicSubnet1 with a public address"),
                arguments(
                        "subnet outside the addresses of the VPC",
                        ofTwoServices().with("PublicSubnet2", "10.0.2.0/24", "10.1.2.0/24"),
                        "reason: PublicSubnet2 is outside the addresses of Vpc"),
                arguments(
                        "VPC with other addresses",
                        ofTwoServices().with("Vpc", "10.0.0.0/16", "10.8.0.0/16"),
                        "reason: PublicSubnet1 is outside the addresses of Vpc"),
                arguments(
                        "subnet that overlaps with another",
                        ofTwoServices().with("PublicSubnet2", "10.0.2.0/24", "10.0.0.0/20"),
                        "reason: PublicSubnet1 overlaps with PublicSubnet2"),
                arguments(
                        "subnet without addresses",
                        ofTwoServices().with("PublicSubnet2", "CidrBlock:", "Unknown:"),
                        "reason: PublicSubnet2 has no CIDR block"),
                arguments(
                        "a route to another destination",
                        ofTwoServices().and("""
                                          Elsewhere:
                                            Type: AWS::EC2::Route
                                            Properties:
                                              RouteTableId: !Ref PublicRouteTable
                                              DestinationCidrBlock: 52.0.0.0/8
                                              TransitGatewayId: tgw-0a1b2c3d
                                        """),
                        "unexpected: warning: the route Elsewhere has a destination other than 0.0.0.0/0"),
                arguments(
                        "a network ACL",
                        ofTwoServices().and("""
                                          Acl:
                                            Type: AWS::EC2::NetworkAcl
                                            Properties: {VpcId: !Ref Vpc}
                                        """),
                        "unexpected: warning: Acl (AWS::EC2::NetworkAcl) is not analyzed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void detectsTheMutation(String mutation, MutatedTemplate template, String difference) {
        assertThat(template.differences()).contains(difference);
    }
}
