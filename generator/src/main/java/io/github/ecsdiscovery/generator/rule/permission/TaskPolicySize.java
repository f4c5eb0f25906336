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

/** A task role holds its policies. */
public final class TaskPolicySize implements ServiceRule {
    public static final ProblemKind POLICY_SIZE = ProblemKind.error(
            "policy-size", "The statements of a role, or what is read by it, have more than 10,240 characters.");

    private static final ProblemKind MANAGED_POLICY_QUOTA =
            ProblemKind.warning("managed-policy-quota", "A role has more than 10 managed policies.");

    public static final int MOST_CHARACTERS = 10_240;
    private static final int MOST_MANAGED = 10;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(POLICY_SIZE, MANAGED_POLICY_QUOTA);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        int characters = 0;
        int managed = 0;
        for (Policy policy : one.service().policies()) {
            if (policy instanceof Policy.Inline inline) {
                characters += length(inline.statement());
            } else {
                managed++;
            }
        }
        if (characters > MOST_CHARACTERS) {
            String message = "the statements of `" + one.name() + "` have " + TextList.number(characters)
                    + " characters and more; a role takes " + TextList.number(MOST_CHARACTERS);
            out.accept(Finding.of(POLICY_SIZE, one.path("policies"), message)
                    .atKey()
                    .hint("put some of them into a managed policy, and name its ARN here"));
        }
        if (managed > MOST_MANAGED) {
            String message = "`policies` of `" + one.name() + "` has " + managed
                    + " managed policies; a role takes 10 unless the account's quota was raised";
            out.accept(Finding.of(MANAGED_POLICY_QUOTA, one.path("policies"), message)
                    .atKey()
                    .hint("put some of them into one, or have the quota raised"));
        }
    }

    /** What there is at least: the texts, without what JSON puts around them. */
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
