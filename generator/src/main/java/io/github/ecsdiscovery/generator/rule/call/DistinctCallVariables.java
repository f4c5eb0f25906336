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

/**
 * Checks that no two aliases of a service set the same environment variables. A name in upper case with {@code _} instead of
 * {@code -} is the prefix of the variables, so different aliases can have the same prefix. One callee would then be lost.
 */
final class DistinctCallVariables implements ServiceRule {
    private static final ProblemKind SAME_VARIABLE = ProblemKind.error(
                    "same-variable", "Two calls of a service would set the same environment variables.")
            .otherwise("AWS accepts the template, but the same variables cannot hold the addresses of two callees.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SAME_VARIABLE);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        Map<String, Call> callsByPrefix = new HashMap<>();
        for (Call call : service.service().allCalls()) {
            String prefix = ContractVariables.prefix(call.alias());
            Call first = callsByPrefix.putIfAbsent(prefix, call);
            if (first == null) {
                continue;
            }
            boolean sameAlias = first.alias().equals(call.alias());
            String message = sameAlias
                    ? "`calls` of `" + service.name() + "` has `" + call.alias() + "` twice"
                    : "`calls` of `" + service.name() + "` has `" + first.alias() + "` and `" + call.alias()
                            + "`, which both set `" + prefix + "_HOST`";
            boolean sameCall = sameAlias && first.service().equals(call.service());
            out.accept(Finding.of(SAME_VARIABLE, service.path("calls", call.step()), message)
                    .hint(sameCall ? "remove one of them" : "give one of them another alias"));
        }
    }
}
