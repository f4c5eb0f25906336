package io.github.ecsdiscovery.generator.stack;

/**
 * What a stack exports to those that join it or call its services, as {@code <stack>-<What>}. The names are a public
 * interface, as logical ids are: what is imported can neither be renamed nor taken away.
 */
public enum Export {
    VPC_ID("VpcId"),
    /** One a subnet: a list could never grow while it is imported. */
    PUBLIC_SUBNET_ID("PublicSubnet{zone}Id"),
    PRIVATE_SUBNET_ID("PrivateSubnet{zone}Id"),
    NAMESPACE_ID("NamespaceId"),
    NAMESPACE_NAME("NamespaceName"),
    CLUSTER_NAME("ClusterName"),
    SHARED_SECURITY_GROUP_ID("SharedSecurityGroupId"),
    SERVICE_SECURITY_GROUP_ID("{service}SecurityGroupId"),
    ;

    private final String pattern;

    Export(String pattern) {
        this.pattern = pattern;
    }

    /** What follows the stack's name, with its holes in braces, for the reference. */
    public String pattern() {
        return pattern;
    }

    /** The output of the stack that exports it. */
    Output output(Value value, Object... names) {
        return new Output(LogicalId.filled(pattern, names), value, true);
    }

    /** What another stack exports. */
    Value from(String stack, Object... names) {
        return new Value.ImportValue(name(stack, names));
    }

    /** The whole name under which a stack exports it. */
    public String name(String stack, Object... names) {
        return stack + "-" + LogicalId.filled(pattern, names);
    }
}
