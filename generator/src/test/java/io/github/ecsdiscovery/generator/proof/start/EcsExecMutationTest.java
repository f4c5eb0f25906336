package io.github.ecsdiscovery.generator.proof.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof reports why no session opens if a setting of ECS Exec is wrong. */
final class EcsExecMutationTest {
    private static final String TASK = "ShippingTaskDefinition";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        shipping().with(TASK, "      TaskRoleArn:\n        Fn::GetAtt: [TaskRole, Arn]\n", ""),
                        "reason: the task definition has no task role"),
                arguments(
                        shipping().with("TaskRole", ", 'ssmmessages:OpenDataChannel'", ""),
                        "reason: TaskRole does not allow ssmmessages:OpenDataChannel"),
                arguments(
                        shipping().with("TaskRole", "ecs-tasks.amazonaws.com", "ec2.amazonaws.com"),
                        "reason: TaskRole does not trust ecs-tasks.amazonaws.com"),
                arguments(
                        shipping().with(TASK, "Fn::GetAtt: [TaskRole, Arn]", "Fn::GetAtt: [ExecutionRole, Arn]"),
                        "reason: ExecutionRole does not allow ssmmessages:CreateControlChannel,"
                                + " ssmmessages:CreateDataChannel, ssmmessages:OpenControlChannel, ssmmessages:OpenDataChannel"),
                arguments(
                        shipping()
                                .with(
                                        TASK,
                                        "        Essential:",
                                        "        ReadonlyRootFilesystem: true\n        Essential:"),
                        "reason: every container has a read-only root file system, but the agent of ECS Exec must write to one"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void detectsTheMutation(MutatedTemplate template, String difference) {
        assertThat(template.differences()).contains("unexpected: shipping opens sessions: NO", difference);
    }

    private static MutatedTemplate shipping() {
        return MutatedTemplate.ofGolden("sidecars");
    }
}
