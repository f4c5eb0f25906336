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

/** Checks that the Region exists. The list of Regions is of 2026, so a newer Region causes only a warning. */
final class KnownRegion implements Rule {
    private static final ProblemKind UNKNOWN_REGION = ProblemKind.warning(
                    "unknown-region", "The generator does not know the Region.")
            .otherwise("Deploying to a Region that does not exist fails, because it has no CloudFormation endpoint.")
            .source("https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html");

    @Override
    public List<ProblemKind> kinds() {
        return List.of(UNKNOWN_REGION);
    }

    @Override
    public void check(RuleContext context, Consumer<Finding> out) {
        String region = context.config().region();
        if (region != null && !Regions.ALL.contains(region)) {
            out.accept(Finding.of(UNKNOWN_REGION, Path.of("region"), "`" + region + "` is not a known AWS Region")
                    .hint(Suggestion.hint(region, Regions.ALL.stream().sorted().toList())
                            .orElse("if it is new, accept this warning")));
        }
    }
}
