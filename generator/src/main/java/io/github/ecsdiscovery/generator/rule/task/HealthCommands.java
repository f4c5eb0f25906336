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

/** A health check that is a list begins with a program, and has no word that only a shell understands. */
final class HealthCommands implements ContainerRule {
    private static final ProblemKind HEALTH_COMMAND = ProblemKind.error(
            "health-command",
            "A health check that is a list begins with `CMD`, or has words for a shell that does not run it.");

    private static final Set<String> OF_SHELLS = Set.of("||", "&&", "|");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(HEALTH_COMMAND);
    }

    @Override
    public void check(ContainerContext part, Consumer<Finding> out) {
        HealthCheck check = part.container().healthCheck();
        if (check == null || check.command().shell()) {
            return;
        }
        Path path = part.path("healthCheck", "command");
        String of = "the health check of " + part.displayName();
        List<String> words = check.command().words();
        String first = words.get(0);
        if (first.equals("CMD") || first.equals("CMD-SHELL") || first.equals("NONE")) {
            String message = of + " runs a program called `" + first + "`: a list is run as it is written";
            out.accept(Finding.of(HEALTH_COMMAND, path.with(0), message).hint(withoutWord(first)));
        } else if (words.size() == 1 && first.strip().contains(" ")) {
            String message = of + " runs a program whose name has spaces: each item of a list is one word";
            out.accept(Finding.of(HEALTH_COMMAND, path.with(0), message)
                    .hint("take it out of the brackets, and a shell runs it"));
        } else {
            words.stream().filter(OF_SHELLS::contains).findFirst().ifPresent(word -> {
                String message = of + " gives `" + word + "` to `" + first + "`: a list is run without a shell";
                out.accept(Finding.of(HEALTH_COMMAND, path.with(words.indexOf(word)), message)
                        .hint("write the whole as one text, and a shell runs it"));
            });
        }
    }

    private static String withoutWord(String first) {
        return switch (first) {
            case "CMD" -> "leave it out";
            case "CMD-SHELL" -> "write what is behind it as a text without brackets, and a shell runs it";
            default -> "leave `healthCheck` out";
        };
    }
}
