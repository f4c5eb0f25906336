package io.github.ecsdiscovery.generator.rule;

import io.github.ecsdiscovery.generator.diagnostic.Finding;
import io.github.ecsdiscovery.generator.diagnostic.Path;
import io.github.ecsdiscovery.generator.diagnostic.ProblemId;
import io.github.ecsdiscovery.generator.model.Policy;
import io.github.ecsdiscovery.generator.model.Statement;
import java.util.List;
import java.util.function.Consumer;

/** ARNs are of the partition that the Region is in. */
final class ArnPartitions implements ServiceRule {
    @Override
    public void check(One one, Consumer<Finding> out) {
        String region = one.config().region();
        if (region == null || !Regions.ALL.contains(region)) {
            return;
        }
        String partition = Regions.partition(region);
        List<Policy> policies = one.service().policies();
        for (int i = 0; i < policies.size(); i++) {
            Path path = one.path("policies").with(i);
            if (policies.get(i) instanceof Policy.Managed managed) {
                check(managed.arn(), path, partition, region, out);
            } else if (policies.get(i) instanceof Policy.Inline inline) {
                Statement statement = inline.statement();
                StatementRule.each(
                        statement.resource(),
                        path.with("Resource"),
                        (arn, at) -> check(arn, at, partition, region, out));
                StatementRule.each(
                        statement.notResource(),
                        path.with("NotResource"),
                        (arn, at) -> check(arn, at, partition, region, out));
            }
        }
    }

    private static void check(String arn, Path path, String partition, String region, Consumer<Finding> out) {
        String[] parts = arn.split(":", 3);
        if (parts.length == 3 && parts[0].equals("arn") && parts[1].startsWith("aws") && !parts[1].equals(partition)) {
            String message = "`" + arn + "` is in the partition `" + parts[1] + "`, and `" + region + "` is in `"
                    + partition + "`";
            out.accept(Finding.of(ProblemId.ARN_PARTITION, path, message)
                    .hint("write `arn:${AWS::Partition}:" + parts[2] + "`")
                    .also(Path.of("region")));
        }
    }
}
