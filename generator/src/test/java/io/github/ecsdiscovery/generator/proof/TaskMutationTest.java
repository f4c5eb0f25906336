package io.github.ecsdiscovery.generator.proof;

import static io.github.ecsdiscovery.generator.proof.Mutant.two;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks with one thing wrong: the reason why they do not come up, or are others, is told. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class TaskMutationTest {
    private static final String B = "MyserviceB";

    static Stream<Arguments> templates() {
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void findsWhatIsWrong(String what, Mutant mutant, String found) {
        assertThat(mutant.differences()).contains(found);
    }
}
