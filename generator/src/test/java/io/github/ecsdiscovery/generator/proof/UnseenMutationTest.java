package io.github.ecsdiscovery.generator.proof;

import static io.github.ecsdiscovery.generator.proof.Mutant.two;
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

/** Templates with something wrong that nobody here finds, each with the reason why that is so; a page lists them. */
@SuppressWarnings("StringConcatToTextBlock") // an edit names lines of a template, one string each
final class UnseenMutationTest {
    private static final String B = "MyserviceB";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        "an image that does not exist: registries are not asked",
                        two().with(B + "TaskDefinition", ":1.0.0", ":9.9.9")),
                arguments(
                        "a service without tasks: reachability does not depend on the number of tasks",
                        two().with(B + "Service", "DesiredCount: 2", "DesiredCount: 0")),
                arguments(
                        "a health check that always fails and makes ECS replace tasks: programs are not run",
                        two().with(B + "TaskDefinition", "wget", "false")),
                arguments(
                        "instances without a health check: such a name resolves too",
                        two().with(B + "Discovery", "      HealthCheckCustomConfig: {FailureThreshold: 1}\n", "")),
                arguments(
                        "records with a TTL of a day: the proof does not cover the time contract",
                        two().with(B + "Discovery", "{Type: A, TTL: 10}", "{Type: A, TTL: 86400}")),
                arguments(
                        "a log group with a short retention: it still accepts events",
                        two().with(B + "LogGroup", "RetentionInDays: 30", "RetentionInDays: 1")),
                arguments(
                        "an IAM statement with a condition that is never true: conditions of IAM are not evaluated",
                        two().with(
                                        "ExecutionRole",
                                        "ManagedPolicyArns:\n      - !Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/"
                                                + "AmazonECSTaskExecutionRolePolicy'",
                                        "Policies:\n      - PolicyName: never\n        PolicyDocument:\n          Statement:\n"
                                                + "            Effect: Allow\n            Action: ['ecr:*', 'logs:*']\n"
                                                + "            Resource: '*'\n            Condition: {Bool: {'aws:SecureTransport': false}}")),
                arguments(
                        "a role that other principals can assume: that does not change who can reach a service",
                        two().with("ExecutionRole", "ArnLike: {'aws:SourceArn'", "ArnLike: {'aws:Unknown'")),
                arguments(
                        "a task role with fewer permissions: what a program may do in AWS does not change who can reach it",
                        Mutant.golden("existing-with-all").with("LedgerTaskRole", "s3:GetObject", "s3:Unknown")),
                arguments(
                        "a task without a size: linters check required properties",
                        two().with(B + "TaskDefinition", "      Memory: '512'\n", "")),
                arguments(
                        "a subnet of another size: its routes and rules stay the same",
                        two().with("PublicSubnet2", "10.0.2.0/24", "10.0.2.0/25")),
                arguments(
                        "answers with one address instead of several: a client reaches any of them",
                        two().with(B + "Discovery", "MULTIVALUE", "WEIGHTED")),
                arguments(
                        "the value of an output: outputs are for people and other stacks",
                        two().with(B + "Endpoint", ":8080", ":8081")),
                arguments(
                        "subnets in one zone: a subnet is only a range of addresses here",
                        two().with("PublicSubnet2", "[1, !GetAZs '']", "[0, !GetAZs '']")),
                arguments(
                        "variables that name a service without a call: only the program knows their meaning",
                        two().with(
                                        B + "TaskDefinition",
                                        "SERVICE_NAMESPACE, Value: two-",
                                        "SERVICE_NAMESPACE, Value: three-")),
                arguments(
                        "a flow log without permission to write: logging does not change who can reach a service",
                        Mutant.of("no-internet")
                                .with("VpcFlowLogRole", "vpc-flow-logs.amazonaws.com", "ec2.amazonaws.com")),
                arguments(
                        "an endpoint in fewer zones than its callers: its name resolves to the other zones",
                        Mutant.of("no-internet").with("LogsVpcEndpoint", ", !Ref PrivateSubnet3]", "]")),
                arguments(
                        "DHCP options with another domain or resolver: the proof only states that it does not analyze them",
                        Mutant.in(Rendered.golden("private-regional"))
                                .with("DhcpOptions", "AmazonProvidedDNS", "192.0.2.53")),
                arguments(
                        "a missing `PORT` variable: the program may know its port",
                        two().with(B + "TaskDefinition", "        - {Name: PORT, Value: '8080'}\n", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void doesNotFindWhatIsNotItsBusiness(String what, Mutant mutant) {
        assertThat(mutant.differences()).isEmpty();
    }

    @Test
    void thePageListsWhatIsNotFound() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "explanation", "reachability-proof.md"));
        String list = page.substring(page.indexOf("\n## What it does not check\n"));

        assertThat(list.lines().filter(line -> line.startsWith("- ")))
                .containsExactlyElementsOf(
                        templates().map(one -> "- " + one.get()[0]).toList());
    }
}
