package io.github.ecsdiscovery.generator.proof.start;

import static io.github.ecsdiscovery.generator.proof.MutatedTemplate.ofTwoServices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof detects each change of a task, and reports why it does not start. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class TaskMutationTest {
    private static final String B = "MyserviceB";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        "port mapping with another port",
                        ofTwoServices().with(B + "TaskDefinition", "ContainerPort: 8080", "ContainerPort: 80"),
                        "unexpected: myservice-b listens on tcp 80"),
                arguments(
                        "UDP port mapping",
                        ofTwoServices().with(B + "TaskDefinition", "Protocol: tcp", "Protocol: udp"),
                        "unexpected: myservice-b listens on udp 8080"),
                arguments(
                        "another port in PORT",
                        ofTwoServices()
                                .with(B + "TaskDefinition", "{Name: PORT, Value: '8080'}", "{Name: PORT, Value: '80'}"),
                        "reason: PORT is 80, but no container has that port"),
                arguments(
                        "cluster removed",
                        ofTwoServices().without("Cluster"),
                        "reason: MyserviceBService refers to Cluster, which does not exist"),
                arguments(
                        "service without a cluster",
                        ofTwoServices().with(B + "Service", "Cluster: !Ref Cluster", "Unknown: !Ref Cluster"),
                        "unexpected: myservice-b starts: UNKNOWN"),
                arguments(
                        "a cluster that is another resource",
                        ofTwoServices().with(B + "Service", "Cluster: !Ref Cluster", "Cluster: !Ref Vpc"),
                        "reason: MyserviceBService does not refer to a cluster"),
                arguments(
                        "cluster without the capacity provider",
                        ofTwoServices().with("Cluster", "[FARGATE, FARGATE_SPOT]", "[FARGATE_SPOT]"),
                        "reason: Cluster does not have the capacity provider FARGATE"),
                arguments(
                        "no essential container",
                        ofTwoServices().with(B + "TaskDefinition", "Essential: true", "Essential: false"),
                        "reason: no container is essential"),
                arguments(
                        "Service Connect besides DNS",
                        ofTwoServices()
                                .with(
                                        B + "Service",
                                        "      ServiceName:",
                                        "      ServiceConnectConfiguration: {Enabled: true}\n      ServiceName:"),
                        "reason: the Service Connect namespace of MyserviceBService is not part of this template"),
                arguments(
                        "task definition of another service",
                        ofTwoServices()
                                .with(B + "Service", "!Ref MyserviceBTaskDefinition", "!Ref MyserviceATaskDefinition"),
                        "unexpected: myservice-b runs myservice-a"),
                arguments(
                        "task definition that does not exist",
                        ofTwoServices().without(B + "TaskDefinition"),
                        "reason: TaskDefinition is not a task definition of this template"),
                arguments(
                        "another network mode",
                        ofTwoServices().with(B + "TaskDefinition", "NetworkMode: awsvpc", "NetworkMode: bridge"),
                        "reason: NetworkMode is not awsvpc, which Fargate requires"),
                arguments(
                        "image in another registry",
                        ofTwoServices()
                                .with(
                                        B + "TaskDefinition",
                                        "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}",
                                        "ghcr.io"),
                        "unexpected: myservice-b pulls from ghcr.io"),
                arguments(
                        "log group removed",
                        ofTwoServices().without(B + "LogGroup"),
                        "reason: awslogs-group is not a log group of this template"),
                arguments(
                        "log group of another service",
                        ofTwoServices()
                                .with(B + "TaskDefinition", "!Ref MyserviceBLogGroup", "!Ref MyserviceALogGroup"),
                        "unexpected: myservice-b logs to /ecs/${AWS::StackName}/myservice-a"),
                arguments(
                        "log group with another name",
                        ofTwoServices().with(B + "LogGroup", "/myservice-b", "/myservice-x"),
                        "unexpected: myservice-b logs to /ecs/${AWS::StackName}/myservice-x"),
                arguments(
                        "log group outside the template",
                        ofTwoServices().with(B + "TaskDefinition", "!Ref MyserviceBLogGroup", "/ecs/elsewhere"),
                        "reason: the log group /ecs/elsewhere is not part of this template"),
                arguments(
                        "log group by its name, without a dependency",
                        ofTwoServices()
                                .with(
                                        B + "TaskDefinition",
                                        "!Ref MyserviceBLogGroup",
                                        "!Sub '/ecs/${AWS::StackName}/myservice-b'"),
                        "reason: MyserviceBService does not wait for MyserviceBLogGroup"),
                arguments(
                        "stream prefix left out",
                        ofTwoServices().with(B + "TaskDefinition", "            awslogs-stream-prefix: ecs\n", ""),
                        "reason: awslogs-stream-prefix is missing, which Fargate requires"),
                arguments(
                        "log configuration left out",
                        ofTwoServices().with(B + "TaskDefinition", "LogConfiguration:", "Unknown:"),
                        "reason: there is no log configuration"),
                arguments(
                        "another log driver",
                        ofTwoServices().with(B + "TaskDefinition", "LogDriver: awslogs", "LogDriver: splunk"),
                        "reason: the destination of the log driver splunk is not part of this template"),
                arguments(
                        "execution role left out",
                        ofTwoServices().with(B + "TaskDefinition", "ExecutionRoleArn:", "Unknown:"),
                        "reason: the task definition has no execution role"),
                arguments(
                        "execution role by its name instead of its ARN",
                        ofTwoServices()
                                .with(B + "TaskDefinition", "Fn::GetAtt: [ExecutionRole, Arn]", "Ref: ExecutionRole"),
                        "reason: ExecutionRoleArn is not the ARN of a role of this template"),
                arguments(
                        "execution role without its policy",
                        ofTwoServices().with("ExecutionRole", "ManagedPolicyArns:", "Unknown:"),
                        "reason: ExecutionRole does not allow logs:CreateLogStream, logs:PutLogEvents"),
                arguments(
                        "execution role with another AWS managed policy",
                        ofTwoServices()
                                .with(
                                        "ExecutionRole",
                                        "service-role/AmazonECSTaskExecutionRolePolicy",
                                        "ReadOnlyAccess"),
                        "unexpected: myservice-a pulls: UNKNOWN"),
                arguments(
                        "execution role that trusts another service",
                        ofTwoServices().with("ExecutionRole", "ecs-tasks.amazonaws.com", "ecs.amazonaws.com"),
                        "reason: ExecutionRole does not trust ecs-tasks.amazonaws.com"),
                arguments(
                        "execution role that denies",
                        ofTwoServices()
                                .with(
                                        "ExecutionRole",
                                        "      Tags:",
                                        "      Policies:\n      - PolicyName: none\n        PolicyDocument:\n"
                                                + "          Statement: {Effect: Deny, Action: 'logs:*', Resource: '*'}\n      Tags:"),
                        "unexpected: myservice-b logs: NO"),
                arguments(
                        "execution role with a permissions boundary",
                        ofTwoServices()
                                .with(
                                        "ExecutionRole",
                                        "      Tags:",
                                        "      PermissionsBoundary: !Sub 'arn:${AWS::Partition}:x'\n      Tags:"),
                        "unexpected: warning: the permissions boundary of ExecutionRole may deny what its policies allow"),
                arguments(
                        "service that does not wait for the route",
                        ofTwoServices().with(B + "Service", "PublicDefaultRoute, ", ""),
                        "reason: MyserviceBService does not wait for PublicDefaultRoute"),
                arguments(
                        "service that does not wait for an association",
                        ofTwoServices().with(B + "Service", "PublicSubnet2RouteTableAssociation, ", ""),
                        "reason: MyserviceBService does not wait for PublicSubnet2RouteTableAssociation"),
                arguments(
                        "service that does not wait for the rule of a call",
                        ofTwoServices().with(B + "Service", ", MyserviceBToMyserviceAEgress", ""),
                        "reason: MyserviceBService does not wait for MyserviceBToMyserviceAEgress"),
                arguments(
                        "service that waits for nothing",
                        ofTwoServices().with(B + "Service", "DependsOn:", "Unknown:"),
                        "unexpected: myservice-b starts: NO"),
                arguments(
                        "service removed", ofTwoServices().without(B + "Service"), "missing: myservice-b starts: YES"),
                arguments(
                        "service with another name",
                        ofTwoServices().with(B + "Service", "ServiceName: myservice-b", "ServiceName: myservice-c"),
                        "unexpected: myservice-c starts: YES"),
                arguments(
                        "value that depends on a condition",
                        ofTwoServices()
                                .with(
                                        B + "Service",
                                        "AssignPublicIp: ENABLED",
                                        "AssignPublicIp: !If [Public, ENABLED, DISABLED]"),
                        "unexpected: warning: Fn::If in MyserviceBService is not analyzed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void detectsTheMutation(String mutation, MutatedTemplate template, String difference) {
        assertThat(template.differences()).contains(difference);
    }
}
