package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.ResolvedText;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.TextList;
import io.github.ecsdiscovery.generator.rule.permission.TaskPolicySize;
import io.github.ecsdiscovery.generator.stack.role.PolicyStatement;
import io.github.ecsdiscovery.generator.stack.role.Role;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import java.util.function.Consumer;

/** An execution role holds what it may read. */
public final class ExecutionPolicySize implements Rule {
    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        for (ServiceResources service : subject.stack().services()) {
            Role role = service.roles().execution();
            int characters = role == null
                    ? 0
                    : role.statements().stream()
                            .mapToInt(ExecutionPolicySize::length)
                            .sum();
            if (characters > TaskPolicySize.MOST_CHARACTERS) {
                String message = "the policy that reads the secrets of `" + service.name() + "` has "
                        + TextList.number(characters) + " characters and more; a role takes "
                        + TextList.number(TaskPolicySize.MOST_CHARACTERS);
                out.accept(Finding.of(ProblemId.POLICY_SIZE, Path.of("services", service.name(), "secrets"), message)
                        .atKey()
                        .hint("keep several values in one secret of Secrets Manager, and name each by its `key`"));
            }
        }
    }

    /** What there is at least: the texts, without what JSON puts around them. */
    private static int length(PolicyStatement statement) {
        return statement.elements().stream()
                .flatMap(element -> element.values().stream())
                .mapToInt(value -> value.text(name -> ResolvedText.shortest("${" + name + "}"))
                        .length())
                .sum();
    }
}
