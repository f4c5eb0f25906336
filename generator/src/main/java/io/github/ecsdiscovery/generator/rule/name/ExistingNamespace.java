package io.github.ecsdiscovery.generator.rule.name;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** An existing namespace comes with its name and with the VPC that it belongs to. */
final class ExistingNamespace implements Rule {
    private static final ProblemKind EXISTING_NAMESPACE =
            ProblemKind.error("existing-namespace", "An existing namespace needs its `name` and `network.vpc` too.");

    private static final Path ID = Path.of("namespace", "id");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(EXISTING_NAMESPACE);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        Config config = subject.config();
        String id = config.namespace().id();
        if (id == null || config.platform() != null) {
            return;
        }
        if (config.namespace().name() == null) {
            out.accept(Finding.of(
                            EXISTING_NAMESPACE,
                            ID,
                            "the namespace `" + id + "` has no `name` beside it, and the names of services end in that")
                    .hint("add its domain: `name: corp.internal`")
                    .also(Path.of("namespace", "name")));
        }
        if (config.network().vpc() == null) {
            out.accept(Finding.of(
                            EXISTING_NAMESPACE,
                            ID,
                            "the namespace `" + id + "` belongs to a VPC that exists, and this stack makes another")
                    .hint("name that VPC as `network.vpc`, or leave `id` out")
                    .also(Path.of("network", "vpc")));
        }
    }
}
