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

/**
 * Checks that no two statements of a service have the same {@code Sid}. IAM rejects a policy with two equal ids.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html">Sid</a>
 */
final class DistinctSids implements ServiceRule {
    private static final ProblemKind DUPLICATE_SID = ProblemKind.error(
                    "duplicate-sid", "Two statements of a service have the same `Sid`.")
            .otherwise("IAM rejects a policy with two statements of the same `Sid`.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(DUPLICATE_SID);
    }

    @Override
    public void check(ServiceContext service, Consumer<Finding> out) {
        List<Policy> policies = service.service().policies();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < policies.size(); i++) {
            String sid = policies.get(i) instanceof Policy.Inline inline
                    ? inline.statement().sid()
                    : null;
            if (sid != null && !known.add(sid)) {
                out.accept(Finding.of(
                                DUPLICATE_SID,
                                service.path("policies").with(i).with("Sid"),
                                "`policies` of `" + service.name() + "` has two statements with `Sid: " + sid + "`")
                        .hint("change or remove one `Sid`"));
            }
        }
    }
}
