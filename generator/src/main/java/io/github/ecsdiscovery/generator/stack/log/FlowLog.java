package io.github.ecsdiscovery.generator.stack.log;

import io.github.ecsdiscovery.generator.stack.value.PseudoParameterText;
import io.github.ecsdiscovery.generator.stack.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The flow log of the VPC that the stack creates.
 *
 * @param logs settings of its log group
 * @param boundary the ARN of the permissions boundary of its role, or null for none
 */
public record FlowLog(LogSettings logs, @Nullable Value boundary) {
    /** Returns the name of its log group. */
    public Value groupName() {
        return new PseudoParameterText().literal("/vpc/").ref("AWS::StackName").value();
    }

    /** Returns its {@code Name} tag. */
    public Value name() {
        return new Value.Ref("AWS::StackName");
    }
}
