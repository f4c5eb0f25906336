package io.github.ecsdiscovery.generator.compose;

import io.github.ecsdiscovery.generator.model.Config;
import io.github.ecsdiscovery.generator.stack.Stack;
import io.github.ecsdiscovery.generator.stack.id.Export;
import io.github.ecsdiscovery.generator.stack.id.TagParameter;
import io.github.ecsdiscovery.generator.stack.value.Partition;
import io.github.ecsdiscovery.generator.stack.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands on one machine for what CloudFormation would fill in. */
public final class LocalPseudoParameters {
    private static final String ACCOUNT = "000000000000";
    private static final String REGION = "us-east-1";

    private final Map<String, String> known = new HashMap<>();
    private final String domain;

    /** A pseudo parameter, and what stands for it, for the reference. */
    public record StandIn(String name, String meaning) {}

    LocalPseudoParameters(Config config, Stack stack, String stackName) {
        String region = config.region() == null ? REGION : config.region();
        Partition partition = Partition.of(region);
        String id = "arn:" + partition.id() + ":cloudformation:" + region + ":" + ACCOUNT + ":stack/" + stackName
                + "/00000000-0000-0000-0000-000000000000";
        known.put("AWS::AccountId", ACCOUNT);
        known.put("AWS::Partition", partition.id());
        known.put("AWS::Region", region);
        known.put("AWS::StackId", id);
        known.put("AWS::StackName", stackName);
        known.put("AWS::URLSuffix", partition.suffix());
        String named = config.domain();
        domain = named == null ? config.platform() + ".internal" : named;
        if (config.platform() != null) {
            known.put(Export.NAMESPACE_NAME.name(config.platform()), domain);
        }
        for (TagParameter parameter : stack.identity().parameters()) {
            known.put(parameter.id(), parameter.defaultTag());
        }
    }

    /** All of them. */
    public static List<StandIn> all() {
        return List.of(
                new StandIn("AWS::AccountId", "`" + ACCOUNT + "`"),
                new StandIn("AWS::Partition", "that of the Region: `aws`, `aws-cn` …"),
                new StandIn("AWS::Region", "the config's `region`, else `" + REGION + "`"),
                new StandIn("AWS::StackId", "an ARN of the others with an id of zeros"),
                new StandIn("AWS::StackName", "`<name>`, with `-e` `<name>-<environment>`"),
                new StandIn("AWS::URLSuffix", "that of the Region: `amazonaws.com`, `amazonaws.com.cn` …"));
    }

    /** The domain under which services find each other; a platform's is taken to be its own default. */
    String domain() {
        return domain;
    }

    /** The text of a value. */
    String text(Value value) {
        return value.text(name -> known.getOrDefault(name, name));
    }
}
