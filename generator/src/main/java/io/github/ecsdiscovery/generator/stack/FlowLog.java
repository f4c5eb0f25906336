package io.github.ecsdiscovery.generator.stack;

/**
 * The log of what comes and goes in the stack's own VPC.
 *
 * @param retention days
 */
public record FlowLog(int retention) {
    /** The name of its log group. */
    public Value groupName() {
        return new PseudoText().literal("/vpc/").ref("AWS::StackName").value();
    }

    /** Its Name. */
    public Value name() {
        return new Value.Ref("AWS::StackName");
    }
}
