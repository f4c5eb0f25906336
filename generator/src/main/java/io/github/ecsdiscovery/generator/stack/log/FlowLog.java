package io.github.ecsdiscovery.generator.stack.log;

import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The log of what comes and goes in the stack's own VPC.
 *
 * @param logs how its log group keeps it
 * @param boundary the ARN of the policy beyond which its role can do nothing, or null for none
 */
public record FlowLog(LogSettings logs, @Nullable Value boundary) {
    /** The name of its log group. */
    public Value groupName() {
        return new PseudoParameterText().literal("/vpc/").ref("AWS::StackName").value();
    }

    /** Its Name. */
    public Value name() {
        return new Value.Ref("AWS::StackName");
    }
}
