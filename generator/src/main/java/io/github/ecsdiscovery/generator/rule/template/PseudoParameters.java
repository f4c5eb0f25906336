package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.model.service.Container;
import io.github.ecsdiscovery.generator.model.service.HealthCheck;
import io.github.ecsdiscovery.generator.model.service.Service;
import io.github.ecsdiscovery.generator.rule.ContainerContext;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.StatementRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What looks like a pseudo parameter is one: every other <code>${</code> stays as it is written. */
final class PseudoParameters implements ServiceRule {
    private static final ProblemKind UNKNOWN_PSEUDO_PARAMETER = ProblemKind.warning(
            "unknown-pseudo-parameter", "A `${AWS::…}` is none of the six that are filled in, and stays as it is.");

    /** Up to the next brace of either kind: no character is looked at twice, however often one opens. */
    private static final Pattern PSEUDO = Pattern.compile("\\$\\{(AWS::[^{}]*)}");

    private static final List<String> KNOWN = List.of(
            "AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_PSEUDO_PARAMETER);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Service service = one.service();
        BiConsumer<String, Path> check = (text, path) -> check(text, path, out);
        one.containers().forEach(part -> container(part, check));
        for (int i = 0; i < service.policies().size(); i++) {
            if (service.policies().get(i) instanceof Policy.Inline inline) {
                each(inline.statement(), one.path("policies").with(i).with("Condition"), check);
            }
        }
    }

    private static void container(ContainerContext part, BiConsumer<String, Path> check) {
        Container container = part.container();
        container.environment().forEach((name, value) -> check.accept(value, part.path("environment", name)));
        each(container.command(), part.path("command"), check);
        each(container.entrypoint(), part.path("entrypoint"), check);
        HealthCheck health = container.healthCheck();
        if (health != null) {
            Path path = part.path("healthCheck", "command");
            if (health.command().shell()) {
                check.accept(health.command().words().get(0), path);
            } else {
                each(health.command().words(), path, check);
            }
        }
    }

    private static void each(@Nullable List<String> words, Path path, BiConsumer<String, Path> check) {
        for (int i = 0; words != null && i < words.size(); i++) {
            check.accept(words.get(i), path.with(i));
        }
    }

    private static void each(Statement statement, Path path, BiConsumer<String, Path> check) {
        statement
                .condition()
                .forEach((operator, tests) -> tests.forEach(
                        (key, values) -> StatementRule.forEachText(values, path.with(operator, key), check)));
    }

    private static void check(String text, Path path, Consumer<Finding> out) {
        for (Matcher pseudo = PSEUDO.matcher(text); pseudo.find(); ) {
            String name = pseudo.group(1);
            if (!KNOWN.contains(name)) {
                String message =
                        "`" + pseudo.group() + "` is no pseudo parameter that is filled in here, so it stays as it is";
                out.accept(Finding.of(UNKNOWN_PSEUDO_PARAMETER, path, message)
                        .hint(Suggestion.hint(name, KNOWN).orElse("expected one of " + TextList.list(KNOWN.stream()))));
            }
        }
    }
}
