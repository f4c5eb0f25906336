package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates with one thing wrong: each is found by what it no longer keeps, and what nobody finds is listed. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class MutationTest {
    private static final String A = "MyserviceA";
    private static final String B = "MyserviceB";
    private static final String EDGE = "MyserviceAToMyserviceB";

    static Stream<Arguments> network() {
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

    static Stream<Arguments> names() {
        return Stream.of(
                arguments(
                        "VPC without DNS",
                        two().with("Vpc", "EnableDnsSupport: true", "EnableDnsSupport: false"),
                        "why: Vpc has EnableDnsSupport off: it answers no DNS"),
                arguments(
                        "VPC without DNS hostnames",
                        two().with("Vpc", "      EnableDnsHostnames: true\n", ""),
                        "why: Vpc has EnableDnsHostnames off: it knows no private zones"),
                arguments(
                        "namespace in another VPC",
                        two().with("Namespace", "!Ref Vpc", "vpc-0a1b2c3d"),
                        "why: two-services.internal is not a zone of Vpc"),
                arguments(
                        "namespace of another name",
                        two().with("Namespace", "Name: two-services.internal", "Name: two-services.local"),
                        "but: myservice-a is found as myservice-a.two-services.local: A SRV 8080"),
                arguments(
                        "discovery in another namespace",
                        two().with(B + "Discovery", "!Ref Namespace", "ns-0a1b2c3d"),
                        "not: myservice-b is found as myservice-b.two-services.internal: A SRV 8080"),
                arguments(
                        "discovery removed",
                        two().without(B + "Discovery"),
                        "why: RegistryArn is not the ARN of a Cloud Map service of this template"),
                arguments(
                        "discovery under another name",
                        two().with(B + "Discovery", "Name: myservice-b", "Name: myservice-c"),
                        "but: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is nobody"),
                arguments(
                        "SRV record removed, its port kept",
                        two().with(B + "Discovery", "        - {Type: SRV, TTL: 10}\n", ""),
                        "why: a port without SRV records, which ECS refuses"),
                arguments(
                        "A record removed",
                        two().with(B + "Discovery", "        - {Type: A, TTL: 10}\n", ""),
                        "but: myservice-b is found as myservice-b.two-services.internal: SRV 8080"),
                arguments(
                        "registry removed",
                        two().with(
                                        B + "Service",
                                        "      ServiceRegistries:\n      - RegistryArn:\n"
                                                + "          Fn::GetAtt: [MyserviceBDiscovery, Arn]\n        Port: 8080\n",
                                        ""),
                        "not: myservice-b is found as myservice-b.two-services.internal: A SRV 8080"),
                arguments(
                        "registry of another service",
                        two().with(B + "Service", "MyserviceBDiscovery", "MyserviceADiscovery"),
                        "but: myservice-b is found as myservice-a.two-services.internal: A SRV 8080"),
                arguments(
                        "registry by the id in place of the ARN",
                        two().with(B + "Service", "Fn::GetAtt: [MyserviceBDiscovery, Arn]", "Ref: MyserviceBDiscovery"),
                        "why: RegistryArn is not the ARN of a Cloud Map service of this template"),
                arguments(
                        "registry without the port that SRV needs",
                        two().with(B + "Service", "        Port: 8080\n", ""),
                        "why: SRV records need a port, which is missing"),
                arguments(
                        "registry with another port",
                        two().with(B + "Service", "Port: 8080", "Port: 8081"),
                        "why: SRV records say port 8081, where no container listens"),
                arguments(
                        "registry with a port for an address alone",
                        Mutant.of("shop")
                                .with(
                                        "SessionsService",
                                        "[SessionsDiscovery, Arn]",
                                        "[SessionsDiscovery, Arn]\n        Port: 6379"),
                        "why: a port without SRV records, which ECS refuses"),
                arguments(
                        "caller told another host",
                        two().with(
                                        A + "TaskDefinition",
                                        "SERVICE_B_HOST, Value: myservice-b.",
                                        "SERVICE_B_HOST, Value: b."),
                        "not: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-b"),
                arguments(
                        "caller told the other service",
                        two().with(
                                        A + "TaskDefinition",
                                        "SERVICE_B_HOST, Value: myservice-b.",
                                        "SERVICE_B_HOST, Value: myservice-a."),
                        "but: myservice-a calls serviceB: myservice-a.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-a"),
                arguments(
                        "caller told another port",
                        two().with(
                                        A + "TaskDefinition",
                                        "SERVICE_B_PORT, Value: '8080'",
                                        "SERVICE_B_PORT, Value: '80'"),
                        "not: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-b"),
                arguments(
                        "caller told another URL",
                        two().with(
                                        A + "TaskDefinition",
                                        "internal:8080'}\n        - {Name: SERVICE_CALLS",
                                        "internal'}\n        - {Name: SERVICE_CALLS"),
                        "but: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal, which is myservice-b"),
                arguments(
                        "caller told of one call fewer",
                        two().with(A + "TaskDefinition", "'serviceA,serviceB'", "'serviceA'"),
                        "not: myservice-a calls serviceB: myservice-b.two-services.internal at 8080"
                                + " http://myservice-b.two-services.internal:8080, which is myservice-b"));
    }

    static Stream<Arguments> groups() {
        return Stream.of(
                arguments(
                        "ingress edge removed",
                        two().without(EDGE + "Ingress"),
                        "not: myservice-a reaches myservice-b at tcp 8080"),
                arguments(
                        "egress edge removed",
                        two().without(EDGE + "Egress"),
                        "not: myservice-a reaches myservice-b at tcp 8080"),
                arguments(
                        "ingress edge at another port",
                        two().with(EDGE + "Ingress", "8080", "8081"),
                        "but: myservice-b lets in tcp 8081 from myservice-a"),
                arguments(
                        "ingress edge by UDP",
                        two().with(EDGE + "Ingress", "IpProtocol: tcp", "IpProtocol: udp"),
                        "but: myservice-b lets in udp 8080 from myservice-a"),
                arguments(
                        "egress edge to more ports",
                        two().with(EDGE + "Egress", "ToPort: 8080", "ToPort: 9090"),
                        "but: myservice-a lets out tcp 8080-9090 to myservice-b"),
                arguments(
                        "both ends of an edge open for more ports",
                        two().with(EDGE + "Egress", "ToPort: 8080", "ToPort: 9090")
                                .with(EDGE + "Ingress", "ToPort: 8080", "ToPort: 9090"),
                        "but: myservice-a reaches myservice-b at tcp 8080-9090"),
                arguments(
                        "ingress edge for all protocols",
                        two().with(EDGE + "Ingress", "IpProtocol: tcp", "IpProtocol: '-1'"),
                        "but: myservice-b lets in all ports from myservice-a"),
                arguments(
                        "ingress edge without ports",
                        two().with(EDGE + "Ingress", "      FromPort: 8080\n      ToPort: 8080\n", ""),
                        "but: myservice-b lets in tcp all ports from myservice-a"),
                arguments(
                        "ingress edge from everywhere",
                        two().with(
                                        EDGE + "Ingress",
                                        "SourceSecurityGroupId: !Ref MyserviceASecurityGroup",
                                        "CidrIp: 0.0.0.0/0"),
                        "but: myservice-b is open to 0.0.0.0/0 at tcp 8080: YES"),
                arguments(
                        "ingress edge from the callee in place of the caller",
                        two().with(EDGE + "Ingress", "!Ref MyserviceASecurityGroup", "!Ref MyserviceBSecurityGroup"),
                        "not: myservice-b lets in tcp 8080 from myservice-a"),
                arguments(
                        "ingress edge at the caller in place of the callee",
                        two().with(EDGE + "Ingress", "!Ref MyserviceBSecurityGroup", "!Ref MyserviceASecurityGroup"),
                        "not: myservice-b lets in tcp 8080 from myservice-a"),
                arguments(
                        "ingress edge that names the VPC of a group in place of the group",
                        two().with(
                                        EDGE + "Ingress",
                                        "!Ref MyserviceBSecurityGroup",
                                        "!GetAtt MyserviceBSecurityGroup.VpcId"),
                        "not: myservice-b lets in tcp 8080 from myservice-a"),
                arguments(
                        "egress edge to another group",
                        Mutant.of("shop").with("OrdersToPaymentsEgress", "PaymentsSecurityGroup", "CartSecurityGroup"),
                        "but: orders lets out tcp 50051 to cart"),
                arguments(
                        "egress edge and ingress edge of somebody who does not call",
                        Mutant.of("shop")
                                .and(edge("In", "Ingress", "PaymentsSecurityGroup", "Source", "CartSecurityGroup"))
                                .and(edge(
                                        "Out", "Egress", "CartSecurityGroup", "Destination", "PaymentsSecurityGroup")),
                        "but: cart reaches payments at tcp 50051"),
                arguments(
                        "ingress rule of a group by its name",
                        two().and(stranger("SourceSecurityGroupName: default")),
                        "but: myservice-b is open to default at tcp 50051: UNKNOWN"),
                arguments(
                        "ingress rule of a prefix list",
                        two().and(stranger("SourcePrefixListId: pl-0a1b2c3d")),
                        "but: myservice-b is open to pl-0a1b2c3d at tcp 50051: UNKNOWN"),
                arguments(
                        "ingress rule of everybody by IPv6",
                        two().and(stranger("CidrIpv6: '::/0'")),
                        "but: myservice-b lets in tcp 50051 from ::/0"),
                arguments(
                        "ingress rule of a foreign group",
                        two().and(stranger("SourceSecurityGroupId: sg-0a1b2c3d")),
                        "but: myservice-b is open to sg-0a1b2c3d at tcp 50051: NO"),
                arguments(
                        "egress left out, so that EC2's own stays",
                        Mutant.of("existing-vpc").with("LedgerSecurityGroup", "SecurityGroupEgress:", "Unknown:"),
                        "but: ledger lets out all ports to 0.0.0.0/0"),
                arguments(
                        "only the edges as egress",
                        two().with(A + "SecurityGroup", "SecurityGroupEgress:", "Unknown:"),
                        "why: no rule of MyserviceASecurityGroup lets tcp 443 out to the internet;"
                                + " MyserviceAToMyserviceAEgress, a rule of its own, takes the inline allow-all away"),
                arguments(
                        "an inline allow-all beside rules of their own",
                        two().with(
                                        A + "SecurityGroup",
                                        "IpProtocol: tcp\n        FromPort: 443\n        ToPort: 443\n",
                                        "IpProtocol: '-1'\n"),
                        "but: myservice-a pulls: NO"),
                arguments(
                        "a rule of its own beside the shared group's allow-all",
                        Mutant.of("seed")
                                .and(edge(
                                        "Out", "Egress", "SharedSecurityGroup", "Destination", "SharedSecurityGroup")),
                        "why: no rule of SharedSecurityGroup lets tcp 443 out to the internet;"
                                + " Out, a rule of its own, takes the inline allow-all away"),
                arguments(
                        "inline egress for more ports",
                        two().with(A + "SecurityGroup", "FromPort: 443", "FromPort: 80"),
                        "but: myservice-a lets out tcp 80-443 to 0.0.0.0/0"),
                arguments(
                        "inline egress at another port",
                        two().with(A + "SecurityGroup", "443", "80"),
                        "why: no rule of MyserviceASecurityGroup lets tcp 443 out to the internet"),
                arguments(
                        "inline egress to a part of the internet",
                        two().with(A + "SecurityGroup", "'0.0.0.0/0'\n      Tags", "203.0.113.0/24\n      Tags"),
                        "but: myservice-a pulls: UNKNOWN"),
                arguments(
                        "inline egress to the VPC alone",
                        two().with(A + "SecurityGroup", "'0.0.0.0/0'\n      Tags", "10.0.0.0/16\n      Tags"),
                        "but: myservice-a logs: NO"),
                arguments(
                        "one more inline ingress",
                        two().with(
                                        A + "SecurityGroup",
                                        "      SecurityGroupEgress:",
                                        "      SecurityGroupIngress:\n"
                                                + "      - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}\n"
                                                + "      SecurityGroupEgress:"),
                        "but: myservice-a is open to 0.0.0.0/0 at tcp 22: YES"),
                arguments(
                        "inline ingress for IPv6",
                        two().with(
                                        A + "SecurityGroup",
                                        "      SecurityGroupEgress:",
                                        "      SecurityGroupIngress:\n"
                                                + "      - {IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIpv6: '::/0'}\n"
                                                + "      SecurityGroupEgress:"),
                        "but: myservice-a lets in tcp 22 from ::/0"),
                arguments(
                        "inline ingress wider than said",
                        Mutant.of("existing-vpc").with("LedgerSecurityGroup", "10.20.128.0/18", "10.20.128.0/17"),
                        "but: ledger lets in tcp 50051 from 10.20.128.0/17"),
                arguments(
                        "inline ingress of another group",
                        Mutant.of("existing-vpc")
                                .with("InvoicesSecurityGroup", "Id: sg-0c000000000000001", "Id: sg-0e000000000000001"),
                        "not: invoices is open to sg-0c000000000000001 at tcp 8080: NO"),
                arguments(
                        "shared group that does not let itself in",
                        Mutant.of("seed").without("SharedSelfIngress"),
                        "not: myservice-a reaches myservice-b at all ports"),
                arguments(
                        "shared group that lets itself in at one port alone",
                        Mutant.of("seed")
                                .with("SharedSelfIngress", "'-1'", "tcp\n      FromPort: 80\n      ToPort: 80"),
                        "not: myservice-a reaches myservice-b at all ports"),
                arguments(
                        "shared group that lets the internet in everywhere",
                        Mutant.of("seed").with("SharedFromAnywhereTcp80Ingress", "IpProtocol: tcp", "IpProtocol: '-1'"),
                        "but: myservice-a is open to 0.0.0.0/0 at all ports: YES"),
                arguments(
                        "service in the other's group",
                        two().with(B + "Service", "[!Ref MyserviceBSecurityGroup]", "[!Ref MyserviceASecurityGroup]"),
                        "not: myservice-b lets in tcp 8080 from myservice-a"),
                arguments(
                        "service in two groups",
                        Mutant.of("shop")
                                .with(
                                        "CartService",
                                        "[!Ref CartSecurityGroup]",
                                        "[!Ref CartSecurityGroup, !GetAtt OrdersSecurityGroup.GroupId]"),
                        "but: cart reaches payments at tcp 50051"),
                arguments(
                        "service in a group that is not told",
                        two().with(B + "Service", "!Ref MyserviceBSecurityGroup", "sg-0a1b2c3d"),
                        "why: what sg-0a1b2c3d lets through is not part of this template"),
                arguments(
                        "group in another VPC",
                        two().with(B + "SecurityGroup", "VpcId: !Ref Vpc", "VpcId: vpc-0a1b2c3d"),
                        "why: MyserviceBSecurityGroup is not of Vpc"));
    }

    static Stream<Arguments> tasks() {
        return Stream.of(
                arguments(
                        "port mapping of another port",
                        two().with(B + "TaskDefinition", "ContainerPort: 8080", "ContainerPort: 80"),
                        "but: myservice-b listens at tcp 80"),
                arguments(
                        "port mapping by UDP",
                        two().with(B + "TaskDefinition", "Protocol: tcp", "Protocol: udp"),
                        "but: myservice-b listens at udp 8080"),
                arguments(
                        "program told another port",
                        two().with(B + "TaskDefinition", "{Name: PORT, Value: '8080'}", "{Name: PORT, Value: '80'}"),
                        "why: PORT is 80, which is no port of the container"),
                arguments(
                        "cluster removed",
                        two().without("Cluster"),
                        "why: MyserviceBService refers to Cluster, which is not there"),
                arguments(
                        "cluster left out",
                        two().with(B + "Service", "Cluster: !Ref Cluster", "Unknown: !Ref Cluster"),
                        "but: myservice-b starts: UNKNOWN"),
                arguments(
                        "something else than a cluster",
                        two().with(B + "Service", "Cluster: !Ref Cluster", "Cluster: !Ref Vpc"),
                        "why: MyserviceBService names no cluster"),
                arguments(
                        "cluster without the capacity provider",
                        two().with("Cluster", "[FARGATE, FARGATE_SPOT]", "[FARGATE_SPOT]"),
                        "why: Cluster does not offer FARGATE"),
                arguments(
                        "no essential container",
                        two().with(B + "TaskDefinition", "Essential: true", "Essential: false"),
                        "why: no container is essential"),
                arguments(
                        "Service Connect beside DNS",
                        two().with(
                                        B + "Service",
                                        "      ServiceName:",
                                        "      ServiceConnectConfiguration: {Enabled: true}\n      ServiceName:"),
                        "why: which namespace MyserviceBService is in is not told"),
                arguments(
                        "task definition of another service",
                        two().with(B + "Service", "!Ref MyserviceBTaskDefinition", "!Ref MyserviceATaskDefinition"),
                        "but: myservice-b runs myservice-a"),
                arguments(
                        "task definition that is not there",
                        two().without(B + "TaskDefinition"),
                        "why: TaskDefinition names none of this template"),
                arguments(
                        "network mode of an instance",
                        two().with(B + "TaskDefinition", "NetworkMode: awsvpc", "NetworkMode: bridge"),
                        "why: NetworkMode is not awsvpc, which Fargate needs"),
                arguments(
                        "image of another registry",
                        two().with(
                                        B + "TaskDefinition",
                                        "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}",
                                        "ghcr.io"),
                        "but: myservice-b pulls from ghcr.io"),
                arguments(
                        "log group removed",
                        two().without(B + "LogGroup"),
                        "why: awslogs-group names no log group of this template"),
                arguments(
                        "log group of another service",
                        two().with(B + "TaskDefinition", "!Ref MyserviceBLogGroup", "!Ref MyserviceALogGroup"),
                        "but: myservice-b logs to /ecs/${AWS::StackName}/myservice-a"),
                arguments(
                        "log group under another name",
                        two().with(B + "LogGroup", "/myservice-b", "/myservice-x"),
                        "but: myservice-b logs to /ecs/${AWS::StackName}/myservice-x"),
                arguments(
                        "log group by a name that is not told",
                        two().with(B + "TaskDefinition", "!Ref MyserviceBLogGroup", "/ecs/elsewhere"),
                        "why: whether /ecs/elsewhere is there is not part of this template"),
                arguments(
                        "log group by its name, so that nobody waits for it",
                        two().with(
                                        B + "TaskDefinition",
                                        "!Ref MyserviceBLogGroup",
                                        "!Sub '/ecs/${AWS::StackName}/myservice-b'"),
                        "why: MyserviceBService does not wait for MyserviceBLogGroup"),
                arguments(
                        "stream prefix left out",
                        two().with(B + "TaskDefinition", "            awslogs-stream-prefix: ecs\n", ""),
                        "why: awslogs-stream-prefix is missing, which Fargate needs"),
                arguments(
                        "log configuration left out",
                        two().with(B + "TaskDefinition", "LogConfiguration:", "Unknown:"),
                        "why: there is no log configuration"),
                arguments(
                        "another log driver",
                        two().with(B + "TaskDefinition", "LogDriver: awslogs", "LogDriver: splunk"),
                        "why: where the log driver splunk writes is not told"),
                arguments(
                        "execution role left out",
                        two().with(B + "TaskDefinition", "ExecutionRoleArn:", "Unknown:"),
                        "why: there is no execution role"),
                arguments(
                        "execution role by its name in place of its ARN",
                        two().with(B + "TaskDefinition", "Fn::GetAtt: [ExecutionRole, Arn]", "Ref: ExecutionRole"),
                        "why: ExecutionRoleArn is not the ARN of a role of this template"),
                arguments(
                        "execution role without its policy",
                        two().with("ExecutionRole", "ManagedPolicyArns:", "Unknown:"),
                        "why: ExecutionRole does not allow logs:CreateLogStream, logs:PutLogEvents"),
                arguments(
                        "execution role with another policy of AWS",
                        two().with("ExecutionRole", "service-role/AmazonECSTaskExecutionRolePolicy", "ReadOnlyAccess"),
                        "but: myservice-a pulls: UNKNOWN"),
                arguments(
                        "execution role for somebody else",
                        two().with("ExecutionRole", "ecs-tasks.amazonaws.com", "ecs.amazonaws.com"),
                        "why: ExecutionRole is not for ecs-tasks.amazonaws.com to assume"),
                arguments(
                        "execution role that denies",
                        two().with(
                                        "ExecutionRole",
                                        "      Tags:",
                                        "      Policies:\n      - PolicyName: none\n        PolicyDocument:\n"
                                                + "          Statement: {Effect: Deny, Action: 'logs:*', Resource: '*'}\n      Tags:"),
                        "but: myservice-b logs: NO"),
                arguments(
                        "execution role within a boundary",
                        two().with(
                                        "ExecutionRole",
                                        "      Tags:",
                                        "      PermissionsBoundary: !Sub 'arn:${AWS::Partition}:x'\n      Tags:"),
                        "but: not looked at: the permissions boundary of ExecutionRole may forbid what its policies allow"),
                arguments(
                        "service that does not wait for the route",
                        two().with(B + "Service", "PublicDefaultRoute, ", ""),
                        "why: MyserviceBService does not wait for PublicDefaultRoute"),
                arguments(
                        "service that does not wait for an association",
                        two().with(B + "Service", "PublicSubnet2RouteTableAssociation, ", ""),
                        "why: MyserviceBService does not wait for PublicSubnet2RouteTableAssociation"),
                arguments(
                        "service that does not wait for a call of its own",
                        two().with(B + "Service", ", MyserviceBToMyserviceAEgress", ""),
                        "why: MyserviceBService does not wait for MyserviceBToMyserviceAEgress"),
                arguments(
                        "service that waits for nothing",
                        two().with(B + "Service", "DependsOn:", "Unknown:"),
                        "but: myservice-b starts: NO"),
                arguments("service removed", two().without(B + "Service"), "not: myservice-b starts: YES"),
                arguments(
                        "service under another name",
                        two().with(B + "Service", "ServiceName: myservice-b", "ServiceName: myservice-c"),
                        "but: myservice-c starts: YES"),
                arguments(
                        "value that hangs on a condition",
                        two().with(
                                        B + "Service",
                                        "AssignPublicIp: ENABLED",
                                        "AssignPublicIp: !If [Public, ENABLED, DISABLED]"),
                        "but: not looked at: Fn::If in MyserviceBService is not looked at"));
    }

    static Stream<Arguments> secrets() {
        String invoices =
                "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:billing/invoices";
        return Stream.of(
                arguments(
                        "secrets that nobody may read",
                        billing().with("InvoicesExecutionRole", "      Policies:", "      Unknown:"),
                        "why: InvoicesExecutionRole does not allow secretsmanager:GetSecretValue of " + invoices),
                arguments(
                        "a secret that may not be read",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/invoice-??????"),
                        "but: invoices fetches: NO"),
                arguments(
                        "a secret without the characters behind its name",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/invoices"),
                        "but: invoices fetches: NO"),
                arguments(
                        "a parameter that may not be read",
                        billing().with("InvoicesExecutionRole", "parameter/billing/signing-key", "parameter/billing"),
                        "but: invoices fetches: NO"),
                arguments(
                        "another action of Parameter Store",
                        billing().with("InvoicesExecutionRole", "ssm:GetParameters", "ssm:GetParameter"),
                        "but: invoices fetches: NO"),
                arguments(
                        "a key by which nothing may be decrypted",
                        billing().with("InvoicesExecutionRole", "kms:Decrypt", "kms:DescribeKey"),
                        "not: invoices may kms:Decrypt"
                                + " arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-0000-0000-000000000000"),
                arguments(
                        "all secrets that begin alike",
                        billing().with("InvoicesExecutionRole", "billing/invoices-??????", "billing/*"),
                        "but: invoices may secretsmanager:GetSecretValue " + invoices.replace("invoices", "*")),
                arguments(
                        "all secrets",
                        billing().with("InvoicesExecutionRole", "!Sub '" + invoices + "-??????'", "'*'"),
                        "but: invoices may secretsmanager:GetSecretValue *"),
                arguments(
                        "all that can be done with a secret",
                        billing().with("InvoicesExecutionRole", "secretsmanager:GetSecretValue", "secretsmanager:*"),
                        "but: invoices may secretsmanager:* " + invoices + "-??????"),
                arguments(
                        "all but something",
                        billing().with("PaymentsExecutionRole", "            Action:", "            NotAction:"),
                        "but: payments may * arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "all parameters",
                        billing().with("InvoicesExecutionRole", "parameter/billing/signing-key", "parameter/*"),
                        "but: invoices may ssm:GetParameters"
                                + " arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/*"),
                arguments(
                        "a secret that is denied",
                        billing()
                                .with(
                                        "InvoicesExecutionRole",
                                        "          Statement:\n          - Effect",
                                        "          Statement:\n"
                                                + "          - {Effect: Deny, Action: 'secretsmanager:*', Resource: '*'}\n"
                                                + "          - Effect"),
                        "why: InvoicesExecutionRole denies secretsmanager:GetSecretValue of " + invoices),
                arguments(
                        "the secrets of another service",
                        billing().with("PaymentsTaskDefinition", "PaymentsExecutionRole", "InvoicesExecutionRole"),
                        "why: InvoicesExecutionRole does not allow secretsmanager:GetSecretValue of"
                                + " arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "a role that reads secrets at a service that has none",
                        billing().with("FrontTaskDefinition", "[ExecutionRole, Arn]", "[PaymentsExecutionRole, Arn]"),
                        "but: front may secretsmanager:GetSecretValue"
                                + " arn:aws:secretsmanager:eu-west-1:111122223333:secret:payments/api-AbCdEf"),
                arguments(
                        "another secret in its place",
                        billing().with("InvoicesTaskDefinition", "invoices:password::", "payments:password::"),
                        "but: invoices is given DB_PASSWORD: password of " + invoices.replace("invoices", "payments")),
                arguments(
                        "another key of the secret",
                        billing().with("InvoicesTaskDefinition", "invoices:password::", "invoices:user::"),
                        "but: invoices is given DB_PASSWORD: user of " + invoices),
                arguments(
                        "a secret less",
                        billing().with("InvoicesTaskDefinition", "        Secrets:", "        Unknown:"),
                        "not: invoices is given DB_PASSWORD: password of " + invoices),
                arguments(
                        "a secret of nothing that keeps any",
                        billing().with("PaymentsTaskDefinition", ":secretsmanager:", ":s3:"),
                        "why: API_TOKEN is taken from no secret"),
                arguments(
                        "a variable that is plain too",
                        billing().with("InvoicesTaskDefinition", "Name: DB_HOST", "Name: DB_USER"),
                        "why: DB_USER is a plain variable too"),
                arguments(
                        "no way to Secrets Manager",
                        billing().with("PaymentsSecurityGroup", "443", "80"),
                        "but: payments fetches: NO"),
                arguments(
                        "a log group without its key",
                        billing().with("FrontLogGroup", "KmsKeyId:", "Unknown:"),
                        "not: front logs under a key: LogKey encrypts FrontLogGroup"),
                arguments(
                        "a key by its id in place of its ARN",
                        billing().with("FrontLogGroup", "Fn::GetAtt: [LogKey, Arn]", "Ref: LogKey"),
                        "why: KmsKeyId is not the ARN of a key of this template"),
                arguments(
                        "a key that is not told",
                        billing()
                                .with(
                                        "FrontLogGroup",
                                        "Fn::GetAtt: [LogKey, Arn]",
                                        "Fn::Sub: 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/k'"),
                        "but: front logs: UNKNOWN"),
                arguments(
                        "a key that CloudWatch Logs may not use",
                        billing().with("LogKey", "'logs.${AWS::Region}", "'s3.${AWS::Region}"),
                        "why: LogKey does not let CloudWatch Logs use it for FrontLogGroup"),
                arguments(
                        "a key of other log groups",
                        billing().with("LogKey", "log-group:/ecs/", "log-group:/other/"),
                        "why: LogKey does not let CloudWatch Logs use it for InvoicesLogGroup"),
                arguments(
                        "a key that only encrypts",
                        billing().with("LogKey", "'kms:Decrypt*', ", ""),
                        "but: payments logs: NO"));
    }

    /** What nobody here finds, with the reason why that is so. */
    static Stream<Arguments> unseen() {
        return Stream.of(
                arguments(
                        "an image that is not there: registries are not asked",
                        two().with(B + "TaskDefinition", ":1.0.0", ":9.9.9")),
                arguments(
                        "no tasks at all: who may reach whom is not how many there are",
                        two().with(B + "Service", "DesiredCount: 2", "DesiredCount: 0")),
                arguments(
                        "a health check that fails, so that tasks are replaced for ever: programs are not run",
                        two().with(B + "TaskDefinition", "wget", "false")),
                arguments(
                        "instances whose health nobody sets: a name without a health check answers too",
                        two().with(B + "Discovery", "      HealthCheckCustomConfig: {FailureThreshold: 1}\n", "")),
                arguments(
                        "records that live for a day: that is the contract about time, which goldens hold",
                        two().with(B + "Discovery", "{Type: A, TTL: 10}", "{Type: A, TTL: 86400}")),
                arguments(
                        "a log group that forgets soon: it takes what is said all the same",
                        two().with(B + "LogGroup", "RetentionInDays: 30", "RetentionInDays: 1")),
                arguments(
                        "a statement under a condition that never holds: conditions of IAM are not evaluated",
                        two().with(
                                        "ExecutionRole",
                                        "ManagedPolicyArns:\n      - !Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/"
                                                + "AmazonECSTaskExecutionRolePolicy'",
                                        "Policies:\n      - PolicyName: never\n        PolicyDocument:\n          Statement:\n"
                                                + "            Effect: Allow\n            Action: ['ecr:*', 'logs:*']\n"
                                                + "            Resource: '*'\n            Condition: {Bool: {'aws:SecureTransport': false}}")),
                arguments(
                        "a role that others may make use of: who may assume it is not who reaches whom",
                        two().with("ExecutionRole", "ArnLike: {'aws:SourceArn'", "ArnLike: {'aws:Unknown'")),
                arguments(
                        "a task role that allows less: what a program does in AWS is not who reaches whom",
                        Mutant.golden("existing-with-all").with("LedgerTaskRole", "s3:GetObject", "s3:Unknown")),
                arguments(
                        "a task without a size: what a resource must have is for linters",
                        two().with(B + "TaskDefinition", "      Memory: '512'\n", "")),
                arguments(
                        "a subnet of another size: it is as open or shut as it was",
                        two().with("PublicSubnet2", "10.0.2.0/24", "10.0.2.0/25")),
                arguments(
                        "answers with one address out of several: a client reaches one as well as another",
                        two().with(B + "Discovery", "MULTIVALUE", "WEIGHTED")),
                arguments(
                        "what an output says: outputs are for people and for other stacks",
                        two().with(B + "Endpoint", ":8080", ":8081")),
                arguments(
                        "zones that are one: a subnet is a range of addresses here",
                        two().with("PublicSubnet2", "[1, !GetAZs '']", "[0, !GetAZs '']")),
                arguments(
                        "variables that name nobody whom it calls: the program alone knows what they mean",
                        two().with(
                                        B + "TaskDefinition",
                                        "SERVICE_NAMESPACE, Value: two-",
                                        "SERVICE_NAMESPACE, Value: three-")),
                arguments(
                        "a flow log that may not write: what is logged is not who reaches whom",
                        Mutant.of("no-internet")
                                .with("VpcFlowLogRole", "vpc-flow-logs.amazonaws.com", "ec2.amazonaws.com")),
                arguments(
                        "an endpoint in a zone less than its callers: its name leads to the others",
                        Mutant.of("no-internet").with("LogsVpcEndpoint", ", !Ref PrivateSubnet3]", "]")),
                arguments(
                        "DHCP options of another domain or resolver: all that is told is that they are not looked at",
                        Mutant.in(Rendered.golden("private-regional"))
                                .with("DhcpOptions", "AmazonProvidedDNS", "192.0.2.53")),
                arguments(
                        "a port that a program is not told: it may know it by itself",
                        two().with(B + "TaskDefinition", "        - {Name: PORT, Value: '8080'}\n", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"network", "names", "groups", "tasks", "secrets"})
    void findsWhatIsWrong(String what, Mutant mutant, String found) {
        assertThat(mutant.differences()).contains(found);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unseen")
    void doesNotFindWhatIsNotItsBusiness(String what, Mutant mutant) {
        assertThat(mutant.differences()).isEmpty();
    }

    @Test
    void thePageListsWhatIsNotFound() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "explain.md"));
        String list = page.substring(page.indexOf("\n- ")).replace("\n  ", " ");

        assertThat(list.lines().filter(line -> !line.isEmpty()))
                .containsExactlyElementsOf(
                        unseen().map(one -> "- " + one.get()[0]).toList());
    }

    private static Mutant billing() {
        return Mutant.golden("secrets");
    }

    private static Mutant two() {
        return Mutant.of("two-services");
    }

    /** A rule of its own that lets somebody in. */
    private static String stranger(String who) {
        return edge("Stranger", "Ingress", B + "SecurityGroup", "Source", "nobody")
                .replaceFirst("SourceSecurityGroupId: !Ref nobody", who);
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
