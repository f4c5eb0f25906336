package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.model.Policy;
import io.github.ecsdiscovery.generator.model.Statement;
import java.util.List;
import java.util.function.Consumer;

/** A rule that looks at one ARN of a task role's policies after the other. */
interface ArnRule extends ServiceRule {
    void check(One one, String arn, Path path, Consumer<Finding> out);

    @Override
    default void check(One one, Consumer<Finding> out) {
        List<Policy> policies = one.service().policies();
        for (int i = 0; i < policies.size(); i++) {
            Path path = one.path("policies").with(i);
            if (policies.get(i) instanceof Policy.Managed managed) {
                check(one, managed.arn(), path, out);
            } else if (policies.get(i) instanceof Policy.Inline inline) {
                Statement statement = inline.statement();
                StatementRule.each(statement.resource(), path.with("Resource"), (arn, at) -> check(one, arn, at, out));
                StatementRule.each(
                        statement.notResource(), path.with("NotResource"), (arn, at) -> check(one, arn, at, out));
            }
        }
    }
}
