package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.permission.Policy;
import io.github.ecsdiscovery.generator.rule.ServiceContext;
import io.github.ecsdiscovery.generator.rule.ServiceRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** No two statements of a policy have the same name. */
final class DistinctSids implements ServiceRule {
    private static final ProblemKind DUPLICATE_SID =
            ProblemKind.error("duplicate-sid", "Two statements of a policy have the same name.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DUPLICATE_SID);
    }

    @Override
    public void check(ServiceContext one, Consumer<Finding> out) {
        List<Policy> policies = one.service().policies();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < policies.size(); i++) {
            String sid = policies.get(i) instanceof Policy.Inline inline
                    ? inline.statement().sid()
                    : null;
            if (sid != null && !known.add(sid)) {
                out.accept(Finding.of(
                                DUPLICATE_SID,
                                one.path("policies").with(i).with("Sid"),
                                "`policies` of `" + one.name() + "` has two statements of the name `" + sid + "`")
                        .hint("give one of them another `Sid`, or none"));
            }
        }
    }
}
