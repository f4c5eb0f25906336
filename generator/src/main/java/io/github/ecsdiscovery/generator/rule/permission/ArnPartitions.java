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

/** ARNs are of the partition that the stack is in. */
final class ArnPartitions implements ArnRule {
    private static final ProblemKind ARN_PARTITION =
            ProblemKind.error("arn-partition", "An ARN is of another partition than the Region.");

    private static final ProblemKind WRITTEN_PARTITION = ProblemKind.warning(
            "written-partition", "An ARN that fits every Region and account names its partition all the same.");

    private static final Pattern WRITTEN = Pattern.compile("arn:(aws[a-z-]*):(.*)", Pattern.DOTALL);

    @Override
    public List<ProblemKind> kinds() {
        return List.of(ARN_PARTITION, WRITTEN_PARTITION);
    }

    @Override
    public void check(Config config, String arn, Path path, Consumer<Finding> out) {
        Matcher written = WRITTEN.matcher(arn);
        if (!written.matches()) {
            return;
        }
        String region = config.region();
        boolean known = region != null && Regions.ALL.contains(region);
        String partition = region != null && known ? Regions.partition(region) : written.group(1);
        String hint = "write `arn:${AWS::Partition}:" + written.group(2) + "`";
        if (!written.group(1).equals(partition)) {
            String message = "`" + arn + "` is in the partition `" + written.group(1) + "`, and `" + region
                    + "` is in `" + partition + "`";
            out.accept(Finding.of(ARN_PARTITION, path, message).hint(hint).also(Path.of("region")));
        } else if (!ResolvedText.shortest(arn).equals(arn)) {
            // A plain ARN may be meant for one place; this one fits any Region and account, but for its partition.
            String message = "`" + arn + "` fits every Region but those of other partitions than `" + partition + "`";
            out.accept(Finding.of(WRITTEN_PARTITION, path, message).hint(hint));
        }
    }
}
