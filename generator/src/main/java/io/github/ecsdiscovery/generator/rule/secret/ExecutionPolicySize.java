package io.github.ecsdiscovery.generator.rule.secret;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.ResolvedText;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.TextList;
import io.github.ecsdiscovery.generator.rule.permission.TaskPolicySize;
import io.github.ecsdiscovery.generator.stack.role.PolicyStatement;
import io.github.ecsdiscovery.generator.stack.role.Role;
import io.github.ecsdiscovery.generator.stack.service.ServiceResources;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that the execution role's policy, which names each secret, is not too large. IAM rejects a role whose inline policies have
 * more than 10,240 characters.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 */
final class ExecutionPolicySize implements Rule {
    @Override
    public List<ProblemKind> kinds() {
        return List.of(TaskPolicySize.POLICY_SIZE);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        for (ServiceResources service : context.stack().services()) {
            Role role = service.roles().execution();
            int characters = role == null
                    ? 0
                    : role.statements().stream()
                            .mapToInt(ExecutionPolicySize::length)
                            .sum();
            if (characters > TaskPolicySize.MAX_CHARACTERS) {
                String message = "the policy that reads the secrets of `" + service.name() + "` has at least "
                        + TextList.number(characters) + " characters; IAM allows "
                        + TextList.number(TaskPolicySize.MAX_CHARACTERS);
                out.accept(Finding.of(
                                TaskPolicySize.POLICY_SIZE, Path.of("services", service.name(), "secrets"), message)
                        .atKey()
                        .hint("put several values into one secret of Secrets Manager, and select each with `key`"));
            }
        }
    }

    /** Returns a lower bound of a statement's length in characters: its texts, without the JSON around them. */
    private static int length(PolicyStatement statement) {
        return statement.elements().stream()
                .flatMap(element -> element.values().stream())
                .mapToInt(value -> value.text(name -> ResolvedText.shortest("${" + name + "}"))
                        .length())
                .sum();
    }
}
