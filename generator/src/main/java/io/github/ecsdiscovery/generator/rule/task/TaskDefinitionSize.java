package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.Secret;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ResolvedText;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a task definition is not larger than 64 KiB, the limit of ECS.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html">ECS quotas</a>
 */
final class TaskDefinitionSize implements ServiceRule {
    private static final ProblemKind TASK_DEFINITION_SIZE = ProblemKind.error(
                    "task-definition-size", "A task definition is larger than 64 KiB.")
            .otherwise("ECS rejects the task definition.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html");

    private static final int MAX_BYTES = 64 * 1024;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(TASK_DEFINITION_SIZE);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        List<ContainerContext> containers = service.containers();
        int bytes = containers.stream().mapToInt(TaskDefinitionSize::bytes).sum();
        if (bytes > MAX_BYTES) {
            ContainerContext largest = containers.stream()
                    .max(Comparator.comparingInt(TaskDefinitionSize::bytes))
                    .orElseThrow();
            boolean mostlyVariables = variableBytes(largest.container()) > bytes(largest) / 2;
            String message = "the task definition of `" + service.name() + "` has at least " + TextList.number(bytes)
                    + " bytes; ECS allows " + TextList.number(MAX_BYTES);
            out.accept(Finding.of(
                            TASK_DEFINITION_SIZE, largest.path(mostlyVariables ? "environment" : "command"), message)
                    .atKey()
                    .hint("move large values into the image, or to a place from which the program can fetch them"));
        }
    }

    /** Returns a lower bound of the size: the texts in UTF-8, without the JSON around them. */
    private static int bytes(ContainerContext context) {
        Container container = context.container();
        return variableBytes(container) + bytes(container.command()) + bytes(container.entrypoint());
    }

    private static int variableBytes(Container container) {
        int bytes = 0;
        for (Map.Entry<String, String> variable : container.environment().entrySet()) {
            bytes += bytes(variable.getKey()) + bytes(variable.getValue());
        }
        for (Map.Entry<String, Secret> secret : container.secrets().entrySet()) {
            bytes += bytes(secret.getKey());
            bytes += Stream.of(
                            secret.getValue().secretsmanager(),
                            secret.getValue().ssm())
                    .filter(Objects::nonNull)
                    .mapToInt(TaskDefinitionSize::bytes)
                    .sum();
        }
        return bytes;
    }

    private static int bytes(@Nullable List<String> words) {
        return words == null
                ? 0
                : words.stream().mapToInt(TaskDefinitionSize::bytes).sum();
    }

    private static int bytes(String text) {
        return ResolvedText.shortest(text).getBytes(StandardCharsets.UTF_8).length;
    }
}
