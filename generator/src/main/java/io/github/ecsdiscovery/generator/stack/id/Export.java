package io.github.ecsdiscovery.generator.stack.id;

import io.github.ecsdiscovery.generator.stack.value.Value;

/**
 * The exports of a stack for stacks that join it or call its services. Their names have the form {@code <stack>-<Name>}.
 *
 * <p>The names are a public interface: an export that another stack imports can be neither renamed nor removed.
 */
public enum Export {
    VPC_ID("VpcId", "The id of the VPC"),
    /** One export per subnet, because a list could not grow while another stack imports it. */
    PUBLIC_SUBNET_ID("PublicSubnet{zone}Id", "The id of each public subnet, if tasks run in public subnets"),
    PRIVATE_SUBNET_ID("PrivateSubnet{zone}Id", "The id of each private subnet, if tasks run in private subnets"),
    NAMESPACE_ID("NamespaceId", "The id of the namespace"),
    NAMESPACE_NAME("NamespaceName", "The domain name of the namespace"),
    CLUSTER_NAME("ClusterName", "The name of the cluster"),
    LOAD_BALANCER_LISTENER_ARN(
            "LoadBalancerListenerArn", "The ARN of the load balancer's listener, if the stack has a load balancer"),
    LOAD_BALANCER_SECURITY_GROUP_ID("LoadBalancerSecurityGroupId", "The id of the load balancer's security group"),
    LOAD_BALANCER_FULL_NAME("LoadBalancerFullName", "The full name of the load balancer, as CloudWatch metrics use it"),
    SHARED_SECURITY_GROUP_ID(
            "SharedSecurityGroupId",
            "The id of the security group that all services share, with `securityGroups: shared`"),
    SERVICE_SECURITY_GROUP_ID(
            "{service}SecurityGroupId", "The id of each service's security group, with `securityGroups: perService`"),
    ;

    private final String pattern;
    private final String meaning;

    Export(String pattern, String meaning) {
        this.pattern = pattern;
        this.meaning = meaning;
    }

    /** Returns the part after the stack name, with placeholders in braces, as the reference lists it. */
    public String pattern() {
        return pattern;
    }

    /** Returns what the export holds, as the reference lists it. */
    public String meaning() {
        return meaning;
    }

    /** Returns the output that exports a value. */
    public StackOutput output(Value value, Object... names) {
        return new StackOutput(LogicalId.filled(pattern, names), value, true);
    }

    /** Returns a reference to the export of another stack. */
    public Value from(String stack, Object... names) {
        return new Value.ImportValue(name(stack, names));
    }

    /** Returns the full name of the export of a stack. */
    public String name(String stack, Object... names) {
        return stack + "-" + LogicalId.filled(pattern, names);
    }
}
