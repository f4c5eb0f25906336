package io.github.ecsdiscovery.generator.proof.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof detects each change of VPC endpoints and NAT gateways. */
final class PrivateNetworkMutationTest {
    private static final String GROUP = "VpcEndpointSecurityGroup";

    static Stream<Arguments> endpoints() {
        return Stream.of(
                arguments(
                        "endpoint of another service",
                        closed().with("LogsVpcEndpoint", "}.logs'", "}.monitoring'"),
                        "missing: ledger logs through LogsVpcEndpoint"),
                arguments(
                        "endpoint without private DNS names",
                        closed().with("EcrApiVpcEndpoint", "PrivateDnsEnabled: true", "PrivateDnsEnabled: false"),
                        "unexpected: closing pulls: NO"),
                arguments(
                        "endpoint of another VPC",
                        closed().with("EcrDkrVpcEndpoint", "VpcId: !Ref Vpc", "VpcId: vpc-0a1b2c3d"),
                        "unexpected: rates pulls: NO"),
                arguments(
                        "endpoint without a subnet",
                        closed().with("SsmmessagesVpcEndpoint", "SubnetIds:", "Unknown:"),
                        "reason: SsmmessagesVpcEndpoint has no subnet"),
                arguments(
                        "endpoint with a policy",
                        closed().with(
                                        "LogsVpcEndpoint",
                                        "      VpcEndpointType",
                                        "      PolicyDocument: {Statement: []}\n      VpcEndpointType"),
                        "unexpected: warning: PolicyDocument of LogsVpcEndpoint is not analyzed"),
                arguments(
                        "endpoint group without ingress",
                        closed().with(GROUP, "SecurityGroupIngress:", "Unknown:"),
                        "reason: no rule of VpcEndpointSecurityGroup lets tcp 443 in from ledger"),
                arguments(
                        "endpoint group with another port",
                        closed().with(GROUP, "FromPort: 443\n        ToPort: 443", "FromPort: 80\n        ToPort: 80"),
                        "unexpected: ledger logs: NO"),
                arguments(
                        "endpoint group with other addresses",
                        closed().with(GROUP, "CidrIp: '10.0.0.0/16'", "CidrIp: '10.9.0.0/16'"),
                        "unexpected: ledger opens sessions: NO"),
                arguments(
                        "S3 endpoint in some of the route tables",
                        closed().with("S3VpcEndpoint", "!Ref PrivateRouteTable2, ", ""),
                        "reason: PrivateRouteTable2 has no route to 0.0.0.0/0"),
                arguments(
                        "private subnet without a route table",
                        closed().without("PrivateSubnet3RouteTableAssociation"),
                        "reason: LedgerService refers to PrivateSubnet3RouteTableAssociation, which does not exist"),
                arguments(
                        "service that does not wait for an endpoint",
                        closed().with("LedgerService", "EcrDkrVpcEndpoint, ", ""),
                        "reason: LedgerService does not wait for EcrDkrVpcEndpoint"),
                arguments(
                        "service that does not wait for the endpoint of ECS Exec",
                        closed().with("LedgerService", ", SsmmessagesVpcEndpoint", ""),
                        "reason: LedgerService does not wait for SsmmessagesVpcEndpoint"),
                arguments(
                        "ECS Exec that the config does not enable",
                        closed().with(
                                        "RatesService",
                                        "      NetworkConfiguration:",
                                        "      EnableExecuteCommand: true\n      NetworkConfiguration:"),
                        "unexpected: rates opens sessions: NO"),
                arguments(
                        "VPC without private zones",
                        closed().with("Vpc", "EnableDnsHostnames: true", "EnableDnsHostnames: false"),
                        "unexpected: closing logs: NO"));
    }

    static Stream<Arguments> gateways() {
        return Stream.of(
                arguments(
                        "NAT gateway without an address",
                        production()
                                .with(
                                        "NatGateway2",
                                        "      AllocationId:\n        Fn::GetAtt: [NatGateway2Address, AllocationId]\n",
                                        ""),
                        "reason: no public address, which an internet gateway requires"),
                arguments(
                        "NAT gateway in the subnet that it serves",
                        production().with("NatGateway1", "!Ref PublicSubnet1", "!Ref PrivateSubnet1"),
                        "reason: NatGateway1 is in the subnet that it serves, so its traffic is routed back to itself"),
                arguments(
                        "private NAT gateway",
                        production()
                                .with(
                                        "NatGateway3",
                                        "      SubnetId",
                                        "      ConnectivityType: private\n      SubnetId"),
                        "reason: NatGateway3 is a private NAT gateway, which has no way to the internet"),
                arguments(
                        "NAT gateway that does not wait for its own route",
                        production()
                                .with("NatGateway1", "PublicDefaultRoute, ", "")
                                .with("NatGateway2", "PublicDefaultRoute, ", "")
                                .with("NatGateway3", "PublicDefaultRoute, ", ""),
                        "reason: OrdersService does not wait for PublicDefaultRoute"),
                arguments(
                        "NAT gateway that does not wait for its subnet's route table",
                        production().with("NatGateway1", ", PublicSubnet1RouteTableAssociation", ""),
                        "reason: OrdersService does not wait for PublicSubnet1RouteTableAssociation"),
                arguments(
                        "route to the NAT gateway of another zone",
                        production().with("PrivateDefaultRoute1", "!Ref NatGateway1", "!Ref NatGateway2"),
                        "missing: orders logs through NatGateway1, 2, 3"),
                arguments(
                        "route of a private subnet removed",
                        production().withoutDependents("PrivateDefaultRoute3"),
                        "reason: PrivateRouteTable3 has no route to 0.0.0.0/0"),
                arguments(
                        "private subnet with the public route table",
                        production()
                                .with(
                                        "PrivateSubnet2RouteTableAssociation",
                                        "!Ref PrivateRouteTable2",
                                        "!Ref PublicRouteTable"),
                        "reason: no public address, which an internet gateway requires"),
                arguments(
                        "public address in a private subnet",
                        production().with("OrdersService", "AssignPublicIp: DISABLED", "AssignPublicIp: ENABLED"),
                        "missing: orders runs in PrivateSubnet1 PrivateSubnet2 PrivateSubnet3"),
                arguments(
                        "service in public subnets",
                        production().with("OrdersService", "!Ref PrivateSubnet1,", "!Ref PublicSubnet1,"),
                        "unexpected: orders pulls: NO"),
                arguments(
                        "regional NAT gateway in a VPC without an internet gateway",
                        regional().withoutDependents("InternetGatewayAttachment"),
                        "reason: no internet gateway is attached to Vpc"),
                arguments(
                        "regional NAT gateway in another VPC",
                        regional().with("RegionalNatGateway", "!Ref Vpc", "vpc-0a1b2c3d"),
                        "reason: RegionalNatGateway is not in Vpc"),
                arguments(
                        "regional NAT gateway that does not wait for the internet gateway",
                        regional()
                                .with(
                                        "RegionalNatGateway",
                                        "DependsOn: [InternetGatewayAttachment]",
                                        "DependsOn: [Vpc]"),
                        "reason: OrdersService does not wait for InternetGatewayAttachment"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"endpoints", "gateways"})
    void detectsTheMutation(String mutation, MutatedTemplate template, String difference) {
        assertThat(template.differences()).contains(difference);
    }

    private static MutatedTemplate closed() {
        return MutatedTemplate.ofExample("no-internet");
    }

    private static MutatedTemplate production() {
        return MutatedTemplate.ofGolden("production");
    }

    private static MutatedTemplate regional() {
        return MutatedTemplate.ofGolden("private-regional");
    }
}
