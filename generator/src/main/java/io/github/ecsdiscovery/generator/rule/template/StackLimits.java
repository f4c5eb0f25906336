package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.function.Consumer;

/** CloudFormation takes the stack. */
public final class StackLimits implements Rule {
    private static final int MOST_RESOURCES = 500;
    private static final int MOST_OUTPUTS = 200;

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        String platform = subject.config().platform();
        String split = "put some of the services into a config of their own, with `platform: "
                + (platform == null ? subject.config().name() : platform)
                + "`; calls from one to the other go by `peers`";
        boolean edges = subject.stack().services().stream()
                .anyMatch(service -> !service.security().callRules().isEmpty());
        String more = edges ? "; `network: {securityGroups: shared}` needs no resource for each call" : "";
        check(ProblemId.RESOURCE_LIMIT, subject.stack().resources(), "resource", MOST_RESOURCES, split + more, out);
        check(ProblemId.OUTPUT_LIMIT, subject.stack().outputs().size(), "output", MOST_OUTPUTS, split, out);
    }

    private static void check(ProblemId id, int number, String thing, int most, String hint, Consumer<Finding> out) {
        if (number > most) {
            String message = "the stack has " + TextList.count(number, thing) + "; CloudFormation takes " + most;
            out.accept(Finding.of(id, Path.TOP, message).hint(hint));
        }
    }
}
