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

/** ECS takes the task definition. */
final class TaskDefinitionSize implements ServiceRule {
    private static final ProblemKind TASK_DEFINITION_SIZE =
            ProblemKind.error("task-definition-size", "A task definition is larger than 64 KiB.");

    private static final int MOST = 64 * 1024;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(TASK_DEFINITION_SIZE);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        List<ContainerContext> parts = one.containers();
        int bytes = parts.stream().mapToInt(TaskDefinitionSize::length).sum();
        if (bytes > MOST) {
            ContainerContext largest = parts.stream()
                    .max(Comparator.comparingInt(TaskDefinitionSize::length))
                    .orElseThrow();
            boolean variables = environment(largest.container()) > length(largest) / 2;
            String message = "the task definition of `" + one.name() + "` has " + TextList.number(bytes)
                    + " bytes and more; ECS takes " + TextList.number(MOST);
            out.accept(Finding.of(TASK_DEFINITION_SIZE, largest.path(variables ? "environment" : "command"), message)
                    .atKey()
                    .hint("put what is large into the image, or where the program can fetch it"));
        }
    }

    private static int length(ContainerContext part) {
        Container container = part.container();
        return environment(container) + length(container.command()) + length(container.entrypoint());
    }

    /** What there is at least, without what JSON puts around it. */
    private static int environment(Container container) {
        int bytes = 0;
        for (Map.Entry<String, String> variable : container.environment().entrySet()) {
            bytes += length(variable.getKey()) + length(variable.getValue());
        }
        for (Map.Entry<String, Secret> secret : container.secrets().entrySet()) {
            bytes += length(secret.getKey());
            bytes += Stream.of(
                            secret.getValue().secretsmanager(),
                            secret.getValue().ssm())
                    .filter(Objects::nonNull)
                    .mapToInt(TaskDefinitionSize::length)
                    .sum();
        }
        return bytes;
    }

    private static int length(@Nullable List<String> words) {
        return words == null
                ? 0
                : words.stream().mapToInt(TaskDefinitionSize::length).sum();
    }

    private static int length(String text) {
        return ResolvedText.shortest(text).getBytes(StandardCharsets.UTF_8).length;
    }
}
