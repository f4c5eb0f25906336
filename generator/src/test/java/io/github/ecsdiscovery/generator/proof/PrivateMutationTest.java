package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates of private subnets with one thing wrong: each is found by what it no longer keeps. */
final class PrivateMutationTest {
    private static final String GROUP = "VpcEndpointSecurityGroup";

    static Stream<Arguments> endpoints() {
        return Stream.of(
                arguments(
                        "endpoint of another service",
                        closed().with("LogsVpcEndpoint", "}.logs'", "}.monitoring'"),
                        "not: ledger logs through LogsVpcEndpoint"),
                arguments(
                        "endpoint that has another name than its service",
                        closed().with("EcrApiVpcEndpoint", "PrivateDnsEnabled: true", "PrivateDnsEnabled: false"),
                        "but: closing pulls: NO"),
                arguments(
                        "endpoint of another VPC",
                        closed().with("EcrDkrVpcEndpoint", "VpcId: !Ref Vpc", "VpcId: vpc-0a1b2c3d"),
                        "but: rates pulls: NO"),
                arguments(
                        "endpoint in no subnet",
                        closed().with("SsmmessagesVpcEndpoint", "SubnetIds:", "Unknown:"),
                        "why: SsmmessagesVpcEndpoint stands in no subnet"),
                arguments(
                        "endpoint that lets less through",
                        closed().with(
                                        "LogsVpcEndpoint",
                                        "      VpcEndpointType",
                                        "      PolicyDocument: {Statement: []}\n      VpcEndpointType"),
                        "but: not looked at: PolicyDocument of LogsVpcEndpoint is not looked at"),
                arguments(
                        "group of the endpoints that lets nobody in",
                        closed().with(GROUP, "SecurityGroupIngress:", "Unknown:"),
                        "why: no rule of VpcEndpointSecurityGroup lets tcp 443 in from ledger"),
                arguments(
                        "group of the endpoints for another port",
                        closed().with(GROUP, "FromPort: 443\n        ToPort: 443", "FromPort: 80\n        ToPort: 80"),
                        "but: ledger logs: NO"),
                arguments(
                        "group of the endpoints for other addresses",
                        closed().with(GROUP, "CidrIp: '10.0.0.0/16'", "CidrIp: '10.9.0.0/16'"),
                        "but: ledger opens sessions: NO"),
                arguments(
                        "S3 for some of the subnets",
                        closed().with("S3VpcEndpoint", "!Ref PrivateRouteTable2, ", ""),
                        "why: PrivateRouteTable2 has no route to 0.0.0.0/0"),
                arguments(
                        "private subnet without a route table",
                        closed().without("PrivateSubnet3RouteTableAssociation"),
                        "why: LedgerService refers to PrivateSubnet3RouteTableAssociation, which is not there"),
                arguments(
                        "service that does not wait for an endpoint",
                        closed().with("LedgerService", "EcrDkrVpcEndpoint, ", ""),
                        "why: LedgerService does not wait for EcrDkrVpcEndpoint"),
                arguments(
                        "service that does not wait for what its sessions go through",
                        closed().with("LedgerService", ", SsmmessagesVpcEndpoint", ""),
                        "why: LedgerService does not wait for SsmmessagesVpcEndpoint"),
                arguments(
                        "sessions that nobody asked for",
                        closed().with(
                                        "RatesService",
                                        "      NetworkConfiguration:",
                                        "      EnableExecuteCommand: true\n      NetworkConfiguration:"),
                        "but: rates opens sessions: NO"),
                arguments(
                        "VPC that knows no names of endpoints",
                        closed().with("Vpc", "EnableDnsHostnames: true", "EnableDnsHostnames: false"),
                        "but: closing logs: NO"));
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
                        "why: no public address, which an internet gateway needs"),
                arguments(
                        "NAT gateway that stands where it should lead from",
                        production().with("NatGateway1", "!Ref PublicSubnet1", "!Ref PrivateSubnet1"),
                        "why: NatGateway1 stands in a subnet that is routed to itself"),
                arguments(
                        "NAT gateway to other networks",
                        production()
                                .with(
                                        "NatGateway3",
                                        "      SubnetId",
                                        "      ConnectivityType: private\n      SubnetId"),
                        "why: NatGateway3 is private: it leads to other networks alone"),
                arguments(
                        "NAT gateway that does not wait for its own route",
                        production()
                                .with("NatGateway1", "PublicDefaultRoute, ", "")
                                .with("NatGateway2", "PublicDefaultRoute, ", "")
                                .with("NatGateway3", "PublicDefaultRoute, ", ""),
                        "why: OrdersService does not wait for PublicDefaultRoute"),
                arguments(
                        "NAT gateway that does not wait for its subnet's table",
                        production().with("NatGateway1", ", PublicSubnet1RouteTableAssociation", ""),
                        "why: OrdersService does not wait for PublicSubnet1RouteTableAssociation"),
                arguments(
                        "route to another zone's gateway",
                        production().with("PrivateDefaultRoute1", "!Ref NatGateway1", "!Ref NatGateway2"),
                        "not: orders logs through NatGateway1, 2, 3"),
                arguments(
                        "route of a private subnet removed",
                        production().unmissed("PrivateDefaultRoute3"),
                        "why: PrivateRouteTable3 has no route to 0.0.0.0/0"),
                arguments(
                        "private subnet that is routed like a public one",
                        production()
                                .with(
                                        "PrivateSubnet2RouteTableAssociation",
                                        "!Ref PrivateRouteTable2",
                                        "!Ref PublicRouteTable"),
                        "why: no public address, which an internet gateway needs"),
                arguments(
                        "public address in a private subnet",
                        production().with("OrdersService", "AssignPublicIp: DISABLED", "AssignPublicIp: ENABLED"),
                        "not: orders runs in PrivateSubnet1 PrivateSubnet2 PrivateSubnet3"),
                arguments(
                        "service in public subnets",
                        production().with("OrdersService", "!Ref PrivateSubnet1,", "!Ref PublicSubnet1,"),
                        "but: orders pulls: NO"),
                arguments(
                        "gateway of the Region in a VPC without a way out",
                        regional().unmissed("InternetGatewayAttachment"),
                        "why: no internet gateway is attached to Vpc"),
                arguments(
                        "gateway of the Region of another VPC",
                        regional().with("RegionalNatGateway", "!Ref Vpc", "vpc-0a1b2c3d"),
                        "why: RegionalNatGateway is not of Vpc"),
                arguments(
                        "gateway of the Region that does not wait for the VPC's own",
                        regional()
                                .with(
                                        "RegionalNatGateway",
                                        "DependsOn: [InternetGatewayAttachment]",
                                        "DependsOn: [Vpc]"),
                        "why: OrdersService does not wait for InternetGatewayAttachment"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"endpoints", "gateways"})
    void findsWhatIsWrong(String what, Mutant mutant, String found) {
        assertThat(mutant.differences()).contains(found);
    }

    private static Mutant closed() {
        return Mutant.of("no-internet");
    }

    private static Mutant production() {
        return Mutant.in(Rendered.golden("production"));
    }

    private static Mutant regional() {
        return Mutant.in(Rendered.golden("private-regional"));
    }
}
