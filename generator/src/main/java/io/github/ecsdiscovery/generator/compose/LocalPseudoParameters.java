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

/** The values that replace pseudo parameters and imports on a local machine, where there is no CloudFormation. */
public final class LocalPseudoParameters {
    private static final String ACCOUNT = "000000000000";
    private static final String REGION = "us-east-1";

    private final Map<String, String> values = new HashMap<>();
    private final String domain;

    /** A pseudo parameter and a description of its local value, for the reference. */
    public record LocalValue(String name, String description) {}

    LocalPseudoParameters(Config config, Stack stack, String stackName) {
        String region = config.region() == null ? REGION : config.region();
        Partition partition = Partition.of(region);
        String id = "arn:" + partition.id() + ":cloudformation:" + region + ":" + ACCOUNT + ":stack/" + stackName
                + "/00000000-0000-0000-0000-000000000000";
        values.put("AWS::AccountId", ACCOUNT);
        values.put("AWS::Partition", partition.id());
        values.put("AWS::Region", region);
        values.put("AWS::StackId", id);
        values.put("AWS::StackName", stackName);
        values.put("AWS::URLSuffix", partition.suffix());
        String configured = config.domain();
        domain = configured == null ? config.platform() + ".internal" : configured;
        if (config.platform() != null) {
            values.put(Export.NAMESPACE_NAME.name(config.platform()), domain);
        }
        for (TagParameter parameter : stack.identity().parameters()) {
            values.put(parameter.id(), parameter.defaultTag());
        }
    }

    /** Returns all pseudo parameters with their local values. */
    public static List<LocalValue> all() {
        return List.of(
                new LocalValue("AWS::AccountId", "`" + ACCOUNT + "`"),
                new LocalValue("AWS::Partition", "the partition of the Region: `aws`, `aws-cn` …"),
                new LocalValue("AWS::Region", "the config's `region`, or `" + REGION + "`"),
                new LocalValue("AWS::StackId", "an ARN with the values above and an id of zeros"),
                new LocalValue("AWS::StackName", "`<name>`, or `<name>-<environment>` with `-e`"),
                new LocalValue("AWS::URLSuffix", "the domain of the Region: `amazonaws.com`, `amazonaws.com.cn` …"));
    }

    /** Returns the domain of the DNS names of services. For a platform, this is the default domain of the platform. */
    String domain() {
        return domain;
    }

    /** Returns the text of a value with local values filled in. */
    String text(Value value) {
        return value.text(name -> values.getOrDefault(name, name));
    }
}
