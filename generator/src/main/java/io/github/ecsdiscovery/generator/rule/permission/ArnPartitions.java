package io.github.ecsdiscovery.generator.rule.permission;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemKind;
import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.rule.Regions;
import io.github.ecsdiscovery.generator.rule.ResolvedText;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that ARNs are in the partition of the stack's Region, such as {@code aws-cn} in China. No ARN of another partition exists
 * in the Region.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
final class ArnPartitions implements ArnRule {
    private static final ProblemKind ARN_PARTITION = ProblemKind.error(
                    "arn-partition", "An ARN is in another partition than the stack's Region.")
            .otherwise("AWS rejects an ARN of another partition, such as `arn:aws:` in China or GovCloud.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html");

    private static final ProblemKind WRITTEN_PARTITION = ProblemKind.warning(
                    "written-partition",
                    "An ARN has pseudo parameters for its Region or account, but a fixed partition.")
            .otherwise("AWS accepts the template in this partition. In China or GovCloud the same ARN is rejected.")
            .source("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html");

    private static final Pattern ARN = Pattern.compile("arn:(aws[a-z-]*):(.*)", Pattern.DOTALL);

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ARN_PARTITION, WRITTEN_PARTITION);
    }

    @Override
    public void check(Config config, String text, Path path, Consumer<Finding> out) {
        Matcher arn = ARN.matcher(text);
        if (!arn.matches()) {
            return;
        }
        String region = config.region();
        boolean isKnown = region != null && Regions.ALL.contains(region);
        String partition = region != null && isKnown ? Regions.partition(region) : arn.group(1);
        String hint = "write `arn:${AWS::Partition}:" + arn.group(2) + "`";
        if (!arn.group(1).equals(partition)) {
            String message = "`" + text + "` is in the partition `" + arn.group(1) + "`, but `" + region + "` is in `"
                    + partition + "`";
            out.accept(Finding.of(ARN_PARTITION, path, message).hint(hint).also(Path.of("region")));
        } else if (!ResolvedText.shortest(text).equals(text)) {
            // An ARN without pseudo parameters is meant for one account and Region. This one is meant for any of them.
            String message = "`" + text + "` works in Regions of the partition `" + partition + "` only";
            out.accept(Finding.of(WRITTEN_PARTITION, path, message).hint(hint));
        }
    }
}
