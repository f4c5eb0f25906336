package io.github.ecsdiscovery.generator.proof.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.ecsdiscovery.generator.proof.MutatedTemplate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof detects each change of a task with several containers. */
final class ContainerMutationTest {
    private static final String TASK = "OrdersTaskDefinition";

    static Stream<Arguments> startOrder() {
        return Stream.of(
                arguments(
                        "two containers with one name",
                        orders("- Name: telemetry", "- Name: proxy"),
                        "reason: two containers are named proxy"),
                arguments(
                        "a dependency on an unknown container",
                        orders("ContainerName: configure", "ContainerName: prepare"),
                        "reason: proxy waits for COMPLETE of prepare, which is not a container of the task"),
                arguments(
                        "an unknown condition",
                        orders("Condition: START", "Condition: READY"),
                        "reason: migrate waits for READY of proxy, which is not a condition of ECS"),
                arguments(
                        "HEALTHY of a container without a health check",
                        orders(
                                "- {ContainerName: orders, Condition: START}",
                                "- {ContainerName: migrate, Condition: HEALTHY}"),
                        "reason: telemetry waits for HEALTHY of migrate, which has no health check"),
                arguments(
                        "SUCCESS of an essential container",
                        orders("Condition: HEALTHY", "Condition: SUCCESS"),
                        "reason: orders waits for SUCCESS of proxy, but the task stops when that essential container exits"),
                arguments(
                        "a cycle of dependencies",
                        orders(
                                "ContainerName: configure, Condition: COMPLETE",
                                "ContainerName: orders, Condition: START"),
                        "reason: proxy waits for itself, directly or through other containers"),
                arguments(
                        "a dependency removed",
                        orders("        - {ContainerName: migrate, Condition: SUCCESS}\n", ""),
                        "missing: orders of orders waits for SUCCESS of migrate"),
                arguments(
                        "more memory than the task has",
                        orders("Memory: 128", "Memory: 1025"),
                        "reason: the containers need 1921 MiB, but the task has 1024 MiB"));
    }

    static Stream<Arguments> sidecarSettings() {
        return Stream.of(
                arguments(
                        "a sidecar that becomes essential",
                        orders("- Name: migrate\n", "- Name: migrate\n        Unknown: false\n")
                                .with(TASK, "shop/orders:1.4.0'\n        Essential: false", "shop/orders:1.4.0'"),
                        "missing: orders runs migrate, not essential"),
                arguments(
                        "a sidecar's secret without permission",
                        sidecars()
                                .with(
                                        "OrdersExecutionRole",
                                        "            - !Sub 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:shop/orders-owner-??????'\n",
                                        ""),
                        "unexpected: orders fetches secrets: NO"),
                arguments(
                        "a sidecar's image without permission",
                        sidecars()
                                .with(
                                        "ShippingTaskDefinition",
                                        "Image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3'",
                                        "Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/telemetry:1'")
                                .with("ExecutionRole", "ManagedPolicyArns:", "Unknown:"),
                        "unexpected: shipping pulls: NO"),
                arguments(
                        "a sidecar without logs",
                        orders(
                                "        User: '101:101'\n        LogConfiguration:",
                                "        User: '101:101'\n        Unknown:"),
                        "unexpected: orders logs: NO"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"startOrder", "sidecarSettings"})
    void detectsTheMutation(String mutation, MutatedTemplate template, String difference) {
        assertThat(template.differences()).contains(difference);
    }

    private static MutatedTemplate orders(String text, String other) {
        return sidecars().with(TASK, text, other);
    }

    private static MutatedTemplate sidecars() {
        return MutatedTemplate.ofGolden("sidecars");
    }
}
