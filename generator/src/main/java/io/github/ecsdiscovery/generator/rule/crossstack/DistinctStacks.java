package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** No two configs make a stack of one name, of which an account has one in a Region. */
final class DistinctStacks implements CrossStackRule {
    private static final ProblemKind SAME_STACK =
            ProblemKind.error("same-stack", "Two configs make a stack of one name.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_STACK);
    }

    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        Map<String, StackUnderCheck> stacks = new HashMap<>();
        for (StackUnderCheck one : neighbours.all()) {
            StackUnderCheck first = stacks.putIfAbsent(one.stack(), one);
            if (first != null && first.mayBeNear(one)) {
                String message = "the stack `" + one.stack() + "` is made by `"
                        + first.origin().file() + "` too"
                        + (first.isOfOneConfigWith(one) ? ", with another environment" : "");
                out.accept(CrossStackFinding.of(one, SAME_STACK, Path.of("name"), message)
                        .hint("give one of them another `name`, or another `region`"));
            }
        }
    }
}
