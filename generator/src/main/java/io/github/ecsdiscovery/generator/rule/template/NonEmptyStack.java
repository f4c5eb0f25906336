package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.function.Consumer;

/** The stack has a resource: CloudFormation takes none without. */
public final class NonEmptyStack implements Rule {
    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        if (subject.stack().resources() == 0) {
            String there = subject.config().platform() == null
                    ? "the VPC, the namespace and the cluster exist"
                    : "the platform has the VPC, the namespace and the cluster";
            out.accept(Finding.of(
                            ProblemId.NOTHING_TO_MAKE,
                            Path.of("services"),
                            there + ", and there are no services: nothing is left to make")
                    .atKey()
                    .hint("add a service"));
        }
    }
}
