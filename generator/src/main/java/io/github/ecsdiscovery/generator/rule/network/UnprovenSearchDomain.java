package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import io.github.ecsdiscovery.generator.stack.network.NetworkResources;
import java.util.List;
import java.util.function.Consumer;

/**
 * Warns about {@code namespace.searchDomain}, because AWS does not document whether tasks on Fargate use the search domain of the
 * VPC's DHCP options.
 */
final class UnprovenSearchDomain implements Rule {
    private static final ProblemKind SEARCH_UNPROVEN = ProblemKind.warning(
                    "search-unproven",
                    "AWS does not document whether tasks on Fargate use a search domain, and we have not tested it.")
            .otherwise(
                    "AWS accepts the template, but short names resolve only if tasks on Fargate take over the search domain"
                            + " of the VPC.")
            .source("https://github.com/aws/containers-roadmap/issues/892");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(SEARCH_UNPROVEN);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        NetworkResources network = context.stack().network();
        if (network != null && network.searchDomain() != null) {
            String message =
                    "`namespace.searchDomain` adds `" + network.searchDomain() + "` to the VPC's DHCP options, but AWS"
                            + " does not document whether tasks on Fargate use it, and we have not tested it";
            out.accept(Finding.of(SEARCH_UNPROVEN, Path.of("namespace", "searchDomain"), message)
                    .hint("use the full name in `<ALIAS>_HOST`, which needs no search domain"));
        }
    }
}
