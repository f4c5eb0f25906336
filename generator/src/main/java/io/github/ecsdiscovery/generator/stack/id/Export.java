package io.github.ecsdiscovery.generator.stack.id;

import io.github.ecsdiscovery.generator.stack.value.Value;

/**
 * What a stack exports to those that join it or call its services, as {@code <stack>-<What>}. The names are a public
 * interface, as logical ids are: what is imported can neither be renamed nor taken away.
 */
public enum Export {
    VPC_ID("VpcId", "the VPC"),
    /** One a subnet: a list could never grow while it is imported. */
    PUBLIC_SUBNET_ID("PublicSubnet{zone}Id", "each subnet, where tasks run in public ones"),
    PRIVATE_SUBNET_ID("PrivateSubnet{zone}Id", "each subnet, where tasks run in private ones"),
    NAMESPACE_ID("NamespaceId", "the namespace"),
    NAMESPACE_NAME("NamespaceName", "the namespace's domain name"),
    CLUSTER_NAME("ClusterName", "the cluster"),
    LOAD_BALANCER_LISTENER_ARN("LoadBalancerListenerArn", "the listener of the load balancer, where there is one"),
    LOAD_BALANCER_SECURITY_GROUP_ID("LoadBalancerSecurityGroupId", "the load balancer's group"),
    LOAD_BALANCER_FULL_NAME("LoadBalancerFullName", "the load balancer, as metrics name it"),
    SHARED_SECURITY_GROUP_ID("SharedSecurityGroupId", "the group of all services, where they share one"),
    SERVICE_SECURITY_GROUP_ID("{service}SecurityGroupId", "the group of each service, where each has its own"),
    ;

    private final String pattern;
    private final String meaning;

    Export(String pattern, String meaning) {
        this.pattern = pattern;
        this.meaning = meaning;
    }

    /** What follows the stack's name, with its holes in braces, for the reference. */
    public String pattern() {
        return pattern;
    }

    /** What it is, for the reference. */
    public String meaning() {
        return meaning;
    }

    /** The output of the stack that exports it. */
    public StackOutput output(Value value, Object... names) {
        return new StackOutput(LogicalId.filled(pattern, names), value, true);
    }

    /** What another stack exports. */
    public Value from(String stack, Object... names) {
        return new Value.ImportValue(name(stack, names));
    }

    /** The whole name under which a stack exports it. */
    public String name(String stack, Object... names) {
        return stack + "-" + LogicalId.filled(pattern, names);
    }
}
