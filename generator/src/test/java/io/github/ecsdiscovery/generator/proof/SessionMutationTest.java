package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Services with ECS Exec of which one thing is wrong: no session opens, and the reason is told. */
final class SessionMutationTest {
    private static final String TASK = "ShippingTaskDefinition";

    static Stream<Arguments> templates() {
        return Stream.of(
                arguments(
                        shipping().with(TASK, "      TaskRoleArn:\n        Fn::GetAtt: [TaskRole, Arn]\n", ""),
                        "why: there is no task role"),
                arguments(
                        shipping().with("TaskRole", ", 'ssmmessages:OpenDataChannel'", ""),
                        "why: TaskRole does not allow ssmmessages:OpenDataChannel"),
                arguments(
                        shipping().with("TaskRole", "ecs-tasks.amazonaws.com", "ec2.amazonaws.com"),
                        "why: TaskRole is not for ecs-tasks.amazonaws.com to assume"),
                arguments(
                        shipping().with(TASK, "Fn::GetAtt: [TaskRole, Arn]", "Fn::GetAtt: [ExecutionRole, Arn]"),
                        "why: ExecutionRole does not allow ssmmessages:CreateControlChannel,"
                                + " ssmmessages:CreateDataChannel, ssmmessages:OpenControlChannel, ssmmessages:OpenDataChannel"),
                arguments(
                        shipping()
                                .with(
                                        TASK,
                                        "        Essential:",
                                        "        ReadonlyRootFilesystem: true\n        Essential:"),
                        "why: no container has a root file system that the agent of ECS Exec can write to"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void findsWhatIsWrong(Mutant mutant, String found) {
        assertThat(mutant.differences()).contains("but: shipping opens sessions: NO", found);
    }

    private static Mutant shipping() {
        return Mutant.golden("sidecars");
    }
}
