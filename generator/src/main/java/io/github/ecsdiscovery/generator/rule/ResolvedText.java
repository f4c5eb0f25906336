package io.github.ecsdiscovery.generator.rule;

import java.util.LinkedHashMap;
import java.util.Map;

/** Text of a config after CloudFormation has replaced its pseudo parameters. */
public final class ResolvedText {
    private static final String ACCOUNT = "000000000000";
    private static final Map<String, String> SHORTEST = new LinkedHashMap<>();

    static {
        SHORTEST.put("${AWS::AccountId}", ACCOUNT);
        SHORTEST.put("${AWS::Partition}", "aws");
        SHORTEST.put("${AWS::Region}", "eu-west-1");
        SHORTEST.put(
                "${AWS::StackId}",
                "arn:aws:cloudformation:eu-west-1:" + ACCOUNT + ":stack/x/00000000-0000-0000-0000-000000000000");
        SHORTEST.put("${AWS::StackName}", "x");
        SHORTEST.put("${AWS::URLSuffix}", "amazonaws.com");
    }

    private ResolvedText() {}

    /**
     * Returns the text with the shortest value of each pseudo parameter. A text that is too long with these values is too long
     * in every account and Region.
     */
    public static String shortest(String text) {
        String resolved = text;
        if (text.contains("${AWS::")) {
            for (Map.Entry<String, String> parameter : SHORTEST.entrySet()) {
                resolved = resolved.replace(parameter.getKey(), parameter.getValue());
            }
        }
        return resolved;
    }
}
