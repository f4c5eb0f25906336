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

/**
 * Checks that each <code>${AWS::…}</code> in a config is a pseudo parameter that the generator fills in. It leaves every other
 * <code>${</code> unchanged, so the program would receive the text itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html">Pseudo
 *     parameters</a>
 */
final class PseudoParameters implements ServiceRule {
    private static final ProblemKind UNKNOWN_PSEUDO_PARAMETER = ProblemKind.warning(
                    "unknown-pseudo-parameter",
                    "A `${AWS::…}` is not one of the six pseudo parameters that are filled in.")
            .otherwise(
                    "AWS accepts the template. The generator leaves the text unchanged, so the program receives"
                            + " `${AWS::…}` itself. In an image `image-form` reports it, in a resource of a policy `resource-form`.")
            .source("https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html");

    /** Stops at the next brace of either kind, so that matching takes linear time even for many open braces. */
    private static final Pattern PSEUDO_PARAMETER = Pattern.compile("\\$\\{(AWS::[^{}]*)}");

    private static final List<String> KNOWN = List.of(
            "AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackId", "AWS::StackName", "AWS::URLSuffix");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_PSEUDO_PARAMETER);
    }

    @Override
    public void check(ServiceContext context, Consumer<Finding> out) {
        Service service = context.service();
        BiConsumer<String, Path> check = (text, path) -> check(text, path, out);
        context.containers().forEach(container -> checkContainer(container, check));
        for (int i = 0; i < service.policies().size(); i++) {
            if (service.policies().get(i) instanceof Policy.Inline inline) {
                checkConditions(
                        inline.statement(), context.path("policies").with(i).with("Condition"), check);
            }
        }
    }

    private static void checkContainer(ContainerContext context, BiConsumer<String, Path> check) {
        Container container = context.container();
        container.environment().forEach((name, value) -> check.accept(value, context.path("environment", name)));
        each(container.command(), context.path("command"), check);
        each(container.entrypoint(), context.path("entrypoint"), check);
        HealthCheck health = container.healthCheck();
        if (health != null) {
            Path path = context.path("healthCheck", "command");
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

    private static void checkConditions(Statement statement, Path path, BiConsumer<String, Path> check) {
        statement
                .condition()
                .forEach((operator, tests) -> tests.forEach(
                        (key, values) -> StatementRule.forEachText(values, path.with(operator, key), check)));
    }

    private static void check(String text, Path path, Consumer<Finding> out) {
        for (Matcher parameter = PSEUDO_PARAMETER.matcher(text); parameter.find(); ) {
            String name = parameter.group(1);
            if (!KNOWN.contains(name)) {
                String message =
                        "`" + parameter.group() + "` is not a supported pseudo parameter, so the text stays unchanged";
                out.accept(Finding.of(UNKNOWN_PSEUDO_PARAMETER, path, message)
                        .hint(Suggestion.hint(name, KNOWN).orElse("expected one of " + TextList.list(KNOWN.stream()))));
            }
        }
    }
}
