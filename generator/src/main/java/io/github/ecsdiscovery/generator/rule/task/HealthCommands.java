package io.github.ecsdiscovery.generator.rule.task;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.HealthCheck;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ContainerRule;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks that a health check that is a list begins with a program, and has no words for a shell. ECS runs a list without a shell, so
 * such a health check never passes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html">HealthCheck</a>
 */
final class HealthCommands implements ContainerRule {
    private static final ProblemKind HEALTH_COMMAND = ProblemKind.error(
                    "health-command", "A health check that is a list begins with `CMD`, or has words for a shell.")
            .otherwise(
                    "AWS accepts the template. No program answers the health check, so ECS replaces each task again and"
                            + " again.")
            .source("https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html");

    private static final Set<String> SHELL_OPERATORS = Set.of("||", "&&", "|");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(HEALTH_COMMAND);
    }

    @Override
    public void check(ContainerContext container, Consumer<Finding> out) {
        HealthCheck check = container.container().healthCheck();
        if (check == null || check.command().shell()) {
            return;
        }
        Path path = container.path("healthCheck", "command");
        String subject = "the health check of " + container.displayName();
        List<String> words = check.command().words();
        String first = words.get(0);
        if (first.equals("CMD") || first.equals("CMD-SHELL") || first.equals("NONE")) {
            String message = subject + " begins with `" + first + "`; a list begins with the program to run";
            out.accept(Finding.of(HEALTH_COMMAND, path.with(0), message).hint(keywordHint(first)));
        } else if (words.size() == 1 && first.strip().contains(" ")) {
            String message = subject + " runs the program `" + first + "`; each item of a list is one word";
            out.accept(Finding.of(HEALTH_COMMAND, path.with(0), message)
                    .hint("remove the brackets to run the text in a shell"));
        } else {
            words.stream().filter(SHELL_OPERATORS::contains).findFirst().ifPresent(word -> {
                String message = subject + " passes `" + word + "` to `" + first + "`; a list runs without a shell";
                out.accept(Finding.of(HEALTH_COMMAND, path.with(words.indexOf(word)), message)
                        .hint("write the command as one text to run it in a shell"));
            });
        }
    }

    private static String keywordHint(String keyword) {
        return switch (keyword) {
            case "CMD" -> "remove `CMD`";
            case "CMD-SHELL" -> "write the rest as a text without brackets to run it in a shell";
            default -> "remove `healthCheck`";
        };
    }
}
