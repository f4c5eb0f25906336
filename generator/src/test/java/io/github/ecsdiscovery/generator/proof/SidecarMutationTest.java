package io.github.ecsdiscovery.generator.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tasks of several containers with one thing wrong: each is found by what it no longer keeps. */
final class SidecarMutationTest {
    private static final String TASK = "OrdersTaskDefinition";

    static Stream<Arguments> order() {
        return Stream.of(
                arguments(
                        "two containers of one name",
                        orders("- Name: telemetry", "- Name: proxy"),
                        "why: two containers are called proxy"),
                arguments(
                        "a container that is not there",
                        orders("ContainerName: configure", "ContainerName: prepare"),
                        "why: proxy waits for COMPLETE of prepare, which is no container of the task"),
                arguments(
                        "a word that ECS does not know",
                        orders("Condition: START", "Condition: READY"),
                        "why: migrate waits for READY of proxy, which ECS does not know"),
                arguments(
                        "a container without a health check",
                        orders(
                                "- {ContainerName: orders, Condition: START}",
                                "- {ContainerName: migrate, Condition: HEALTHY}"),
                        "why: telemetry waits for HEALTHY of migrate, which has no health check"),
                arguments(
                        "the end of an essential container",
                        orders("Condition: HEALTHY", "Condition: SUCCESS"),
                        "why: orders waits for SUCCESS of proxy, with which the task ends"),
                arguments(
                        "two that wait for each other",
                        orders(
                                "ContainerName: configure, Condition: COMPLETE",
                                "ContainerName: orders, Condition: START"),
                        "why: proxy waits for itself, if by way of others"),
                arguments(
                        "nothing that is waited for",
                        orders("        - {ContainerName: migrate, Condition: SUCCESS}\n", ""),
                        "not: orders of orders waits for SUCCESS of migrate"),
                arguments(
                        "more memory than the task has",
                        orders("Memory: 128", "Memory: 129"),
                        "why: containers have 1025 MiB of the task's 1024"));
    }

    static Stream<Arguments> surroundings() {
        return Stream.of(
                arguments(
                        "a sidecar whose end is the task's",
                        orders("- Name: migrate\n", "- Name: migrate\n        Unknown: false\n")
                                .with(TASK, "shop/orders:1.4.0'\n        Essential: false", "shop/orders:1.4.0'"),
                        "not: orders runs migrate, which may end"),
                arguments(
                        "a sidecar's secret that may not be read",
                        sidecars()
                                .with(
                                        "OrdersExecutionRole",
                                        "            - !Sub 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:shop/orders-owner-??????'\n",
                                        ""),
                        "but: orders fetches: NO"),
                arguments(
                        "a sidecar's image that nobody may pull",
                        sidecars()
                                .with(
                                        "ShippingTaskDefinition",
                                        "Image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3'",
                                        "Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/telemetry:1'")
                                .with("ExecutionRole", "ManagedPolicyArns:", "Unknown:"),
                        "but: shipping pulls: NO"),
                arguments(
                        "a sidecar that logs nowhere",
                        orders(
                                "        User: '101:101'\n        LogConfiguration:",
                                "        User: '101:101'\n        Unknown:"),
                        "but: orders logs: NO"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"order", "surroundings"})
    void findsWhatIsWrong(String what, Mutant mutant, String found) {
        assertThat(mutant.differences()).contains(found);
    }

    private static Mutant orders(String text, String other) {
        return sidecars().with(TASK, text, other);
    }

    private static Mutant sidecars() {
        return Mutant.golden("sidecars");
    }
}
