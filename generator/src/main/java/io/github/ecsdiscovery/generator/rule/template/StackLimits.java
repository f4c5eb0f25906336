package io.github.ecsdiscovery.generator.rule.template;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.rule.TextList;
import java.util.List;
import java.util.function.Consumer;

/** CloudFormation takes the stack. */
final class StackLimits implements Rule {
    private static final ProblemKind RESOURCE_LIMIT = ProblemKind.error(
                    "resource-limit", "The stack has more than 500 resources.")
            .asLimit();

    public static final ProblemKind OUTPUT_LIMIT = ProblemKind.error(
                    "output-limit", "The stack has more than 200 outputs.")
            .asLimit();

    private static final int MOST_RESOURCES = 500;
    private static final int MOST_OUTPUTS = 200;

    @Override
    public List<ProblemKind> kinds() {
        return List.of(RESOURCE_LIMIT, OUTPUT_LIMIT);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        String platform = subject.config().platform();
        String split = "put some of the services into a config of their own, with `platform: "
                + (platform == null ? subject.config().name() : platform)
                + "`; calls from one to the other go by `peers`";
        boolean edges = subject.stack().services().stream()
                .anyMatch(service -> !service.edges().isEmpty());
        String more = edges ? "; `network: {securityGroups: shared}` needs no resource for each call" : "";
        check(RESOURCE_LIMIT, subject.stack().resources(), "resource", MOST_RESOURCES, split + more, out);
        check(OUTPUT_LIMIT, subject.stack().outputs().size(), "output", MOST_OUTPUTS, split, out);
    }

    private static void check(ProblemKind id, int number, String thing, int most, String hint, Consumer<Finding> out) {
        if (number > most) {
            String message = "the stack has " + TextList.count(number, thing) + "; CloudFormation takes " + most;
            out.accept(Finding.of(id, Path.TOP, message).hint(hint));
        }
    }
}
