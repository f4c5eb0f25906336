package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Checks that no two configs have the same stack name in one Region. CloudFormation would update a single stack with one template
 * after the other.
 */
final class DistinctStacks implements CrossStackRule {
    private static final ProblemKind SAME_STACK = ProblemKind.error(
                    "same-stack", "Two configs have the same stack name in one Region.")
            .otherwise(
                    "CloudFormation accepts both templates. Each deployment replaces the resources of the other config.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_STACK);
    }

    @Override
    public void check(StackSet stacks, Consumer<CrossStackFinding> out) {
        Map<String, StackUnderCheck> stackByName = new HashMap<>();
        for (StackUnderCheck stack : stacks.all()) {
            StackUnderCheck first = stackByName.putIfAbsent(stack.name(), stack);
            if (first != null && first.mayShareRegionWith(stack)) {
                String message = "`" + first.origin().file() + "`"
                        + (first.hasSameConfigAs(stack) ? " with another environment" : "")
                        + " also has the stack name `" + stack.name() + "`";
                out.accept(CrossStackFinding.of(stack, SAME_STACK, Path.of("name"), message)
                        .hint("change `name` or `region` of one of them"));
            }
        }
    }
}
