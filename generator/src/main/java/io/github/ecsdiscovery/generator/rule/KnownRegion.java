package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.diagnostic.Suggestion;
import java.util.function.Consumer;

/** The Region is one that AWS has. */
final class KnownRegion implements Rule {
    @Override
    public void check(Subject subject, Consumer<Finding> out) {
        String region = subject.config().region();
        if (region != null && !Regions.ALL.contains(region)) {
            out.accept(Finding.of(
                            ProblemId.UNKNOWN_REGION,
                            Path.of("region"),
                            "`" + region + "` is no Region that is known here")
                    .hint(Suggestion.hint(region, Regions.ALL.stream().sorted().toList())
                            .orElse("if it is new, accept this warning")));
        }
    }
}
