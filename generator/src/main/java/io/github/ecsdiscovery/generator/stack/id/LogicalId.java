package io.github.ecsdiscovery.generator.stack.id;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Every kind of logical id, export and parameter, and the one way in which they are made: from names and fixed positions,
 * never from the order of anything. They are a public interface: a resource whose id changes is replaced.
 */
public enum LogicalId {
    VPC("Vpc", "AWS::EC2::VPC"),
    INTERNET_GATEWAY("InternetGateway", "AWS::EC2::InternetGateway"),
    INTERNET_GATEWAY_ATTACHMENT("InternetGatewayAttachment", "AWS::EC2::VPCGatewayAttachment"),
    PUBLIC_ROUTE_TABLE("PublicRouteTable", "AWS::EC2::RouteTable"),
    PUBLIC_DEFAULT_ROUTE("PublicDefaultRoute", "AWS::EC2::Route"),
    PUBLIC_SUBNET("PublicSubnet{zone}", "AWS::EC2::Subnet"),
    PUBLIC_SUBNET_ASSOCIATION("PublicSubnet{zone}RouteTableAssociation", "AWS::EC2::SubnetRouteTableAssociation"),
    PRIVATE_SUBNET("PrivateSubnet{zone}", "AWS::EC2::Subnet"),
    PRIVATE_SUBNET_ASSOCIATION("PrivateSubnet{zone}RouteTableAssociation", "AWS::EC2::SubnetRouteTableAssociation"),
    PRIVATE_ROUTE_TABLE("PrivateRouteTable{zone}", "AWS::EC2::RouteTable"),
    PRIVATE_DEFAULT_ROUTE("PrivateDefaultRoute{zone}", "AWS::EC2::Route"),
    NAT_GATEWAY("NatGateway{zone}", "AWS::EC2::NatGateway"),
    NAT_GATEWAY_ADDRESS("NatGateway{zone}Address", "AWS::EC2::EIP"),
    REGIONAL_NAT_GATEWAY("RegionalNatGateway", "AWS::EC2::NatGateway"),
    VPC_ENDPOINT_SECURITY_GROUP("VpcEndpointSecurityGroup", "AWS::EC2::SecurityGroup"),
    VPC_ENDPOINT("{aws}VpcEndpoint", "AWS::EC2::VPCEndpoint"),
    VPC_FLOW_LOG_GROUP("VpcFlowLogGroup", "AWS::Logs::LogGroup"),
    VPC_FLOW_LOG_ROLE("VpcFlowLogRole", "AWS::IAM::Role"),
    VPC_FLOW_LOG("VpcFlowLog", "AWS::EC2::FlowLog"),
    DHCP_OPTIONS("DhcpOptions", "AWS::EC2::DHCPOptions"),
    DHCP_OPTIONS_ASSOCIATION("DhcpOptionsAssociation", "AWS::EC2::VPCDHCPOptionsAssociation"),
    SHARED_SECURITY_GROUP("SharedSecurityGroup", "AWS::EC2::SecurityGroup"),
    SHARED_SELF_INGRESS("SharedSelfIngress", "AWS::EC2::SecurityGroupIngress"),
    SHARED_INGRESS("SharedFrom{source}{port}Ingress", "AWS::EC2::SecurityGroupIngress"),
    NAMESPACE("Namespace", "AWS::ServiceDiscovery::PrivateDnsNamespace"),
    CLUSTER("Cluster", "AWS::ECS::Cluster"),
    LOG_KEY("LogKey", "AWS::KMS::Key"),
    LOAD_BALANCER_SECURITY_GROUP("LoadBalancerSecurityGroup", "AWS::EC2::SecurityGroup"),
    ACCESS_LOGS("AccessLogsBucket", "AWS::S3::Bucket"),
    ACCESS_LOGS_POLICY("AccessLogsBucketPolicy", "AWS::S3::BucketPolicy"),
    CERTIFICATE("Certificate", "AWS::CertificateManager::Certificate"),
    LOAD_BALANCER("LoadBalancer", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
    HTTPS_LISTENER("HttpsListener", "AWS::ElasticLoadBalancingV2::Listener"),
    HTTP_LISTENER("HttpListener", "AWS::ElasticLoadBalancingV2::Listener"),
    ALIAS_RECORD("{host}AliasRecord", "AWS::Route53::RecordSet"),
    LOAD_BALANCER_INGRESS("LoadBalancerTo{service}{port}Ingress", "AWS::EC2::SecurityGroupIngress"),
    LOAD_BALANCER_EGRESS("LoadBalancerTo{service}{port}Egress", "AWS::EC2::SecurityGroupEgress"),
    EXECUTION_ROLE("ExecutionRole", "AWS::IAM::Role"),
    TASK_ROLE("TaskRole", "AWS::IAM::Role"),
    SERVICE_SECURITY_GROUP("{service}SecurityGroup", "AWS::EC2::SecurityGroup"),
    SERVICE_INGRESS("{caller}To{callee}{port}Ingress", "AWS::EC2::SecurityGroupIngress"),
    SERVICE_EGRESS("{caller}To{callee}{port}Egress", "AWS::EC2::SecurityGroupEgress"),
    SERVICE_EXECUTION_ROLE("{service}ExecutionRole", "AWS::IAM::Role"),
    SERVICE_TASK_ROLE("{service}TaskRole", "AWS::IAM::Role"),
    SERVICE_LOG_GROUP("{service}LogGroup", "AWS::Logs::LogGroup"),
    SERVICE_TASK_DEFINITION("{service}TaskDefinition", "AWS::ECS::TaskDefinition"),
    SERVICE_DISCOVERY("{service}Discovery", "AWS::ServiceDiscovery::Service"),
    SERVICE("{service}Service", "AWS::ECS::Service"),
    SERVICE_TARGET_GROUP("{service}TargetGroup", "AWS::ElasticLoadBalancingV2::TargetGroup"),
    SERVICE_LISTENER_RULE("{service}ListenerRule", "AWS::ElasticLoadBalancingV2::ListenerRule"),
    SERVICE_SCALABLE_TARGET("{service}ScalableTarget", "AWS::ApplicationAutoScaling::ScalableTarget"),
    SERVICE_SCALING_POLICY("{service}{metric}ScalingPolicy", "AWS::ApplicationAutoScaling::ScalingPolicy"),
    SERVICE_ALARM("{service}{metric}Alarm", "AWS::CloudWatch::Alarm"),
    SERVICE_TAG("{service}Tag", "a parameter"),
    REPOSITORY("{path}Repository", "AWS::ECR::Repository"),
    ;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+");

    private final String pattern;
    private final String type;

    LogicalId(String pattern, String type) {
        this.pattern = pattern;
        this.type = type;
    }

    /** The id with its holes in braces, for the reference. */
    public String pattern() {
        return pattern;
    }

    /** The type of resource that has it. */
    public String type() {
        return type;
    }

    /** The id for these names, in the order of the pattern's holes; an empty name leaves its hole empty. */
    public String of(Object... names) {
        return filled(pattern, names);
    }

    static String filled(String pattern, Object... names) {
        String id = pattern;
        for (Object name : names) {
            int open = id.indexOf('{');
            id = id.substring(0, open) + pascal(name.toString()) + id.substring(id.indexOf('}') + 1);
        }
        return id;
    }

    /** {@code order-api} and {@code orderApi} as {@code OrderApi}. */
    public static String pascal(String name) {
        StringBuilder pascal = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(name, -1)) {
            if (!word.isEmpty()) {
                pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return pascal.toString();
    }
}
