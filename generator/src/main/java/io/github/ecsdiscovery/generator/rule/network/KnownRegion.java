package io.github.ecsdiscovery.generator.rule.network;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import io.github.ecsdiscovery.generator.rule.Regions;
import io.github.ecsdiscovery.generator.rule.Rule;
import io.github.ecsdiscovery.generator.rule.RuleContext;
import java.util.List;
import java.util.function.Consumer;

/** The Region is one that AWS has. */
final class KnownRegion implements Rule {
    private static final ProblemKind UNKNOWN_REGION =
            ProblemKind.warning("unknown-region", "The Region is none that is known here.");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_REGION);
    }

    @Override
    public void check(RuleContext subject, Consumer<Finding> out) {
        String region = subject.config().region();
        if (region != null && !Regions.ALL.contains(region)) {
            out.accept(Finding.of(UNKNOWN_REGION, Path.of("region"), "`" + region + "` is no Region that is known here")
                    .hint(Suggestion.hint(region, Regions.ALL.stream().sorted().toList())
                            .orElse("if it is new, accept this warning")));
        }
    }
}
