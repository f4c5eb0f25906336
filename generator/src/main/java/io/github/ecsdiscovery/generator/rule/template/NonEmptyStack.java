package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** The stack has a resource: CloudFormation takes none without. */
final class NonEmptyStack implements Rule {
    private static final ProblemKind NOTHING_TO_MAKE =
            ProblemKind.error("nothing-to-make", "The stack has no resource.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(NOTHING_TO_MAKE);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        if (subject.stack().resources() == 0) {
            String there = subject.config().platform() == null
                    ? "the VPC, the namespace and the cluster exist"
                    : "the platform has the VPC, the namespace and the cluster";
            out.accept(Finding.of(
                            NOTHING_TO_MAKE,
                            Path.of("services"),
                            there + ", and there are no services: nothing is left to make")
                    .atKey()
                    .hint("add a service"));
        }
    }
}
