package io.github.ecsdiscovery.generator.rule.crossstack;

import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** No two configs make a stack of one name, of which an account has one in a Region. */
final class DistinctStacks implements CrossStackRule {
    @Override
    public void check(StackSet neighbours, Consumer<CrossStackFinding> out) {
        Map<String, StackUnderCheck> stacks = new HashMap<>();
        for (StackUnderCheck one : neighbours.all()) {
            StackUnderCheck first = stacks.putIfAbsent(one.stack(), one);
            if (first != null && first.mayBeNear(one)) {
                String message = "the stack `" + one.stack() + "` is made by `"
                        + first.origin().file() + "` too"
                        + (first.isOfOneConfigWith(one) ? ", with another environment" : "");
                out.accept(CrossStackFinding.of(one, ProblemId.SAME_STACK, Path.of("name"), message)
                        .hint("give one of them another `name`, or another `region`"));
            }
        }
    }
}
