package io.github.ecsdiscovery.generator.rule.call;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.service.Call;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import io.github.ecsdiscovery.generator.stack.task.ContractVariables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** No two aliases of a service are told to it by the same variables. */
final class DistinctCallVariables implements ServiceRule {
    private static final ProblemKind SAME_VARIABLE =
            ProblemKind.error("same-variable", "Two aliases would be told to the service by the same variables.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_VARIABLE);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        Map<String, Call> known = new HashMap<>();
        for (Call call : one.service().allCalls()) {
            String prefix = ContractVariables.prefix(call.alias());
            Call first = known.putIfAbsent(prefix, call);
            if (first == null) {
                continue;
            }
            boolean twice = first.alias().equals(call.alias());
            String message = twice
                    ? "`calls` of `" + one.name() + "` has `" + call.alias() + "` twice"
                    : "`calls` of `" + one.name() + "` has `" + first.alias() + "` and `" + call.alias()
                            + "`, which are both told as `" + prefix + "_HOST`";
            boolean same = twice && first.service().equals(call.service());
            out.accept(Finding.of(SAME_VARIABLE, one.path("calls", call.step()), message)
                    .hint(same ? "leave one of them out" : "give one of them another alias"));
        }
    }
}
