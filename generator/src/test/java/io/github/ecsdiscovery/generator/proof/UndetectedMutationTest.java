package io.github.ecsdiscovery.generator.proof;

import static io.github.ecsdiscovery.generator.proof.MutatedTemplate.ofTwoServices;
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
final class UndetectedMutationTest {
    private static final String B = "MyserviceB";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        "an image that is not there: registries are not asked",
                        ofTwoServices().with(B + "TaskDefinition", ":1.0.0", ":9.9.9")),
                arguments(
                        "no tasks at all: who may reach whom is not how many there are",
                        ofTwoServices().with(B + "Service", "DesiredCount: 2", "DesiredCount: 0")),
                arguments(
                        "a health check that fails, so that tasks are replaced for ever: programs are not run",
                        ofTwoServices().with(B + "TaskDefinition", "wget", "false")),
                arguments(
                        "instances whose health nobody sets: a name without a health check answers too",
                        ofTwoServices()
                                .with(B + "Discovery", "      HealthCheckCustomConfig: {FailureThreshold: 1}\n", "")),
                arguments(
                        "records that live for a day: that is the contract about time, which goldens hold",
                        ofTwoServices().with(B + "Discovery", "{Type: A, TTL: 10}", "{Type: A, TTL: 86400}")),
                arguments(
                        "a log group that forgets soon: it takes what is said all the same",
                        ofTwoServices().with(B + "LogGroup", "RetentionInDays: 30", "RetentionInDays: 1")),
                arguments(
                        "a statement under a condition that never holds: conditions of IAM are not evaluated",
                        ofTwoServices()
                                .with(
                                        "ExecutionRole",
                                        "ManagedPolicyArns:\n      - !Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/"
                                                + "AmazonECSTaskExecutionRolePolicy'",
                                        "Policies:\n      - PolicyName: never\n        PolicyDocument:\n          Statement:\n"
                                                + "            Effect: Allow\n            Action: ['ecr:*', 'logs:*']\n"
                                                + "            Resource: '*'\n            Condition: {Bool: {'aws:SecureTransport': false}}")),
                arguments(
                        "a role that others may make use of: who may assume it is not who reaches whom",
                        ofTwoServices().with("ExecutionRole", "ArnLike: {'aws:SourceArn'", "ArnLike: {'aws:Unknown'")),
                arguments(
                        "a task role that allows less: what a program does in AWS is not who reaches whom",
                        MutatedTemplate.ofGolden("existing-with-all")
                                .with("LedgerTaskRole", "s3:GetObject", "s3:Unknown")),
                arguments(
                        "a task without a size: what a resource must have is for linters",
                        ofTwoServices().with(B + "TaskDefinition", "      Memory: '512'\n", "")),
                arguments(
                        "a subnet of another size: it is as open or shut as it was",
                        ofTwoServices().with("PublicSubnet2", "10.0.2.0/24", "10.0.2.0/25")),
                arguments(
                        "answers with one address out of several: a client reaches one as well as another",
                        ofTwoServices().with(B + "Discovery", "MULTIVALUE", "WEIGHTED")),
                arguments(
                        "what an output says: outputs are for people and for other stacks",
                        ofTwoServices().with(B + "Endpoint", ":8080", ":8081")),
                arguments(
                        "zones that are one: a subnet is a range of addresses here",
                        ofTwoServices().with("PublicSubnet2", "[1, !GetAZs '']", "[0, !GetAZs '']")),
                arguments(
                        "variables that name nobody whom it calls: the program alone knows what they mean",
                        ofTwoServices()
                                .with(
                                        B + "TaskDefinition",
                                        "SERVICE_NAMESPACE, Value: two-",
                                        "SERVICE_NAMESPACE, Value: three-")),
                arguments(
                        "a flow log that may not write: what is logged is not who reaches whom",
                        MutatedTemplate.ofExample("no-internet")
                                .with("VpcFlowLogRole", "vpc-flow-logs.amazonaws.com", "ec2.amazonaws.com")),
                arguments(
                        "an endpoint in a zone less than its callers: its name leads to the others",
                        MutatedTemplate.ofExample("no-internet")
                                .with("LogsVpcEndpoint", ", !Ref PrivateSubnet3]", "]")),
                arguments(
                        "DHCP options of another domain or resolver: all that is told is that they are not looked at",
                        MutatedTemplate.ofGolden("private-regional")
                                .with("DhcpOptions", "AmazonProvidedDNS", "192.0.2.53")),
                arguments(
                        "a port that a program is not told: it may know it by itself",
                        ofTwoServices().with(B + "TaskDefinition", "        - {Name: PORT, Value: '8080'}\n", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void doesNotDetectTheMutation(String mutation, MutatedTemplate template) {
        assertThat(template.differences()).isEmpty();
    }

    @Test
    void explainPageListsUndetectedMutations() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "explain.md"));
        String list = page.substring(page.indexOf("\n- ")).replace("\n  ", " ");

        assertThat(list.lines().filter(line -> !line.isEmpty()))
                .containsExactlyElementsOf(
                        templates().map(one -> "- " + one.get()[0]).toList());
    }
}
