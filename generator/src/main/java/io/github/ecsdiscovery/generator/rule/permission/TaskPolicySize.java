package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.model.permission.Statement;
import io.github.ecsdiscovery.generator.model.schema.Texts;
import io.github.ecsdiscovery.generator.rule.ResolvedText;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a task role does not exceed the quotas of IAM: 10,240 characters of inline policies and 10 managed policies.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM quotas</a>
 */
public final class TaskPolicySize implements ServiceRule {
    public static final ProblemKind POLICY_SIZE = ProblemKind.error(
                    "policy-size", "The inline policies of a role have more than 10,240 characters.")
            .otherwise("IAM rejects the role.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html");

    private static final ProblemKind MANAGED_POLICY_QUOTA = ProblemKind.warning(
                    "managed-policy-quota", "A role has more than 10 managed policies.")
            .otherwise("IAM rejects the role unless the account's quota was raised.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html");

    /** The characters that IAM allows in all inline policies of a role together, without white space. */
    public static final int MAX_CHARACTERS = 10_240;

    private static final int MANAGED_POLICIES = 10;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(POLICY_SIZE, MANAGED_POLICY_QUOTA);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        int characters = 0;
        int managed = 0;
        for (Policy policy : service.service().policies()) {
            if (policy instanceof Policy.Inline inline) {
                characters += length(inline.statement());
            } else {
                managed++;
            }
        }
        if (characters > MAX_CHARACTERS) {
            String message = "the statements of `" + service.name() + "` have at least " + TextList.number(characters)
                    + " characters; IAM allows " + TextList.number(MAX_CHARACTERS);
            out.accept(Finding.of(POLICY_SIZE, service.path("policies"), message)
                    .atKey()
                    .hint("move some of them into a managed policy, and write its ARN here"));
        }
        if (managed > MANAGED_POLICIES) {
            String message = "`policies` of `" + service.name() + "` has " + managed
                    + " managed policies; the default quota of IAM is " + MANAGED_POLICIES;
            out.accept(Finding.of(MANAGED_POLICY_QUOTA, service.path("policies"), message)
                    .atKey()
                    .hint("merge some of them into one, or have the quota raised"));
        }
    }

    /** Returns a lower bound of a statement's length in characters: its texts, without the JSON around them. */
    private static int length(Statement statement) {
        int length = length(statement.action()) + length(statement.notAction());
        length += length(statement.resource()) + length(statement.notResource());
        for (Map<String, Texts> tests : statement.condition().values()) {
            for (Map.Entry<String, Texts> test : tests.entrySet()) {
                length += test.getKey().length() + length(test.getValue());
            }
        }
        return length;
    }

    private static int length(@Nullable Texts texts) {
        return texts == null
                ? 0
                : texts.all().stream()
                        .mapToInt(text -> ResolvedText.shortest(text)
                                .replaceAll("\\s", "")
                                .length())
                        .sum();
    }
}
