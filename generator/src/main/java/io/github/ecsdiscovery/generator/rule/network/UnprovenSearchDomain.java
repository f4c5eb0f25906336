package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.List;
import java.util.function.Consumer;

/** Nobody relies on a search domain without knowing that it is a guess. */
final class UnprovenSearchDomain implements Rule {
    private static final ProblemKind SEARCH_UNPROVEN = ProblemKind.warning(
            "search-unproven",
            "Whether tasks on Fargate take over a search domain is nowhere written, and was not tried.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SEARCH_UNPROVEN);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        NetworkResources network = subject.stack().network();
        if (network != null && network.searchDomain() != null) {
            String message = "`namespace.search` puts `" + network.searchDomain()
                    + "` into the VPC's DHCP options; that tasks on Fargate take it over is nowhere written, and was not"
                    + " tried";
            out.accept(Finding.of(SEARCH_UNPROVEN, Path.of("namespace", "searchDomain"), message)
                    .hint("call by the `<ALIAS>_HOST` that a service is told, which needs none of this"));
        }
    }
}
