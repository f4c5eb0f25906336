package io.github.ecsdiscovery.generator.stack.id;

import static io.github.ecsdiscovery.generator.stack.id.ResourceDescription.either;
import static io.github.ecsdiscovery.generator.stack.id.ResourceDescription.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kinds of resources and parameters in a template: the pattern of their logical ids, their type and their description.
 *
 * <p>An id is made from names and fixed positions, never from the order of anything. Ids are a public interface, because
 * CloudFormation replaces a resource whose id changes.
 */
public enum LogicalId {
    VPC(
            "Vpc",
            "AWS::EC2::VPC",
            text("The network of these services and of stacks that join it")
                    .neverChange("CidrBlock")
                    .must("Keep DNS support and DNS hostnames enabled: names of the namespace resolve only with both")),
    INTERNET_GATEWAY(
            "InternetGateway",
            "AWS::EC2::InternetGateway",
            text("An internet gateway that connects the VPC to the internet")),
    INTERNET_GATEWAY_ATTACHMENT(
            "InternetGatewayAttachment",
            "AWS::EC2::VPCGatewayAttachment",
            text("Attaches the internet gateway to the VPC")),
    PUBLIC_ROUTE_TABLE(
            "PublicRouteTable",
            "AWS::EC2::RouteTable",
            text("The route table of all public subnets, because they have the same routes")),
    PUBLIC_DEFAULT_ROUTE(
            "PublicDefaultRoute",
            "AWS::EC2::Route",
            either(
                    Choice.PUBLIC_TASKS,
                    "The route to the internet: tasks pull images and answer requests through it",
                    "The route to the internet for load balancers and NAT gateways; tasks do not use it")),
    PUBLIC_SUBNET(
            "PublicSubnet{zone}",
            "AWS::EC2::Subnet",
            either(
                            Choice.PUBLIC_TASKS,
                            "A public subnet for tasks; there is no NAT, so they need public IP addresses to pull images",
                            "A public subnet for NAT gateways and load balancers; no tasks run here")
                    .neverChange("CidrBlock")),
    PUBLIC_SUBNET_ASSOCIATION(
            "PublicSubnet{zone}RouteTableAssociation",
            "AWS::EC2::SubnetRouteTableAssociation",
            text("Associates the subnet with the public route table")),
    PRIVATE_SUBNET(
            "PrivateSubnet{zone}",
            "AWS::EC2::Subnet",
            text("A private subnet for tasks; the internet cannot connect to them")
                    .neverChange("CidrBlock")),
    PRIVATE_SUBNET_ASSOCIATION(
            "PrivateSubnet{zone}RouteTableAssociation",
            "AWS::EC2::SubnetRouteTableAssociation",
            text("Associates the subnet with its own route table")),
    PRIVATE_ROUTE_TABLE(
            "PrivateRouteTable{zone}",
            "AWS::EC2::RouteTable",
            text("The route table of one private subnet; another kind of NAT changes its route and no association")),
    PRIVATE_DEFAULT_ROUTE(
            "PrivateDefaultRoute{zone}",
            "AWS::EC2::Route",
            text("Routes internet traffic of tasks to a NAT gateway; the internet cannot connect to them")),
    NAT_GATEWAY(
            "NatGateway{zone}",
            "AWS::EC2::NatGateway",
            text("A NAT gateway for this zone's private subnet, or for all private subnets if it is the only one")),
    NAT_GATEWAY_ADDRESS(
            "NatGateway{zone}Address",
            "AWS::EC2::EIP",
            text("The public source IP address of tasks that use this NAT gateway")),
    REGIONAL_NAT_GATEWAY(
            "RegionalNatGateway",
            "AWS::EC2::NatGateway",
            text("A regional NAT gateway: AWS spreads it over the zones, and it needs no public subnet")),
    VPC_ENDPOINT_SECURITY_GROUP(
            "VpcEndpointSecurityGroup",
            "AWS::EC2::SecurityGroup",
            text("Admits traffic from the whole VPC, because stacks that join it have security groups of their own")
                    .neverChange("GroupDescription")),
    VPC_ENDPOINT(
            "{aws}VpcEndpoint", "AWS::EC2::VPCEndpoint", text("Keeps requests from tasks to {aws} within the VPC")),
    VPC_FLOW_LOG_GROUP(
            "VpcFlowLogGroup",
            "AWS::Logs::LogGroup",
            text("A CloudWatch log group for the VPC flow log").neverChange("LogGroupName")),
    VPC_FLOW_LOG_ROLE("VpcFlowLogRole", "AWS::IAM::Role", text("Lets EC2 write the flow log, and nothing else")),
    VPC_FLOW_LOG(
            "VpcFlowLog", "AWS::EC2::FlowLog", text("Records the traffic in the VPC for audits and troubleshooting")),
    DHCP_OPTIONS(
            "DhcpOptions",
            "AWS::EC2::DHCPOptions",
            text("Makes the namespace the search domain for service names without a domain")),
    DHCP_OPTIONS_ASSOCIATION(
            "DhcpOptionsAssociation",
            "AWS::EC2::VPCDHCPOptionsAssociation",
            text("Associates the DHCP options with the VPC")),
    SHARED_SECURITY_GROUP(
            "SharedSecurityGroup",
            "AWS::EC2::SecurityGroup",
            text("The security group of all services; they trust each other because `securityGroups` is `shared`")
                    .neverChange("GroupDescription")),
    SHARED_SELF_INGRESS(
            "SharedSelfIngress",
            "AWS::EC2::SecurityGroupIngress",
            text("Lets services reach each other on every port")),
    SHARED_INGRESS(
            "SharedFrom{source}{port}Ingress",
            "AWS::EC2::SecurityGroupIngress",
            text("Admits a source that a service lists in `ingress`; opens the port on all tasks in the group")),
    NAMESPACE(
            "Namespace",
            "AWS::ServiceDiscovery::PrivateDnsNamespace",
            text("A Cloud Map namespace: the private DNS zone in which services find each other")
                    .neverChange("Name")
                    .must(
                            "Keep its name and VPC: a change creates a new namespace, which is empty until every service is deployed again")),
    CLUSTER(
            "Cluster",
            "AWS::ECS::Cluster",
            text("An ECS cluster for these services and those of joining stacks; Fargate only, so no hosts to maintain")
                    .neverChange("ClusterName")),
    LOG_KEY(
            "LogKey",
            "AWS::KMS::Key",
            text("A KMS key that encrypts the log groups")
                    .must("Keep this key: only this key decrypts the logs that it encrypted")),
    LOAD_BALANCER_SECURITY_GROUP(
            "LoadBalancerSecurityGroup",
            "AWS::EC2::SecurityGroup",
            text("Controls who can reach the load balancer; rules for traffic to services are separate resources")
                    .neverChange("GroupDescription")),
    ACCESS_LOGS(
            "AccessLogsBucket",
            "AWS::S3::Bucket",
            text("An S3 bucket for the access logs of the load balancer")
                    .must("Keep SSE-S3 encryption: load balancers cannot write with any other")),
    ACCESS_LOGS_POLICY(
            "AccessLogsBucketPolicy",
            "AWS::S3::BucketPolicy",
            text("Lets the load balancer write access logs, and denies every request without TLS")),
    CERTIFICATE(
            "Certificate",
            "AWS::CertificateManager::Certificate",
            text("A TLS certificate for exactly the hosts that are served, without a broader wildcard")
                    .changeWithConstraints("DomainName")
                    .must("Keep its records in the hosted zone: ACM needs them to renew the certificate")),
    LOAD_BALANCER(
            "LoadBalancer",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            either(
                            Choice.INTERNET_FACING,
                            "An Application Load Balancer that forwards requests from the internet to services with `http`",
                            "An Application Load Balancer for services with `http`; only the VPC can reach it, not the internet")
                    .neverChange("Scheme")),
    HTTPS_LISTENER(
            "HttpsListener",
            "AWS::ElasticLoadBalancingV2::Listener",
            text("Accepts HTTPS requests; each service adds its own rule, so no service changes the listener")),
    HTTP_LISTENER(
            "HttpListener",
            "AWS::ElasticLoadBalancingV2::Listener",
            either(
                    Choice.HTTPS,
                    "Redirects requests on port 80 to HTTPS, and serves none",
                    "Accepts requests in plain text, because there is no certificate; each service adds its own rule")),
    ALIAS_RECORD(
            "{host}AliasRecord",
            "AWS::Route53::RecordSet",
            text("Points a host of the certificate to the load balancer")),
    LOAD_BALANCER_INGRESS(
            "LoadBalancerTo{service}{port}Ingress",
            "AWS::EC2::SecurityGroupIngress",
            text("Lets tasks accept requests from the load balancer")),
    LOAD_BALANCER_EGRESS(
            "LoadBalancerTo{service}{port}Egress",
            "AWS::EC2::SecurityGroupEgress",
            text("Lets the load balancer reach the tasks behind it, and nothing else")),
    EXECUTION_ROLE(
            "ExecutionRole",
            "AWS::IAM::Role",
            text("Lets ECS pull images and write logs for services without secrets")
                    .must("Give it no access to secrets: all services without secrets share it")),
    TASK_ROLE(
            "TaskRole",
            "AWS::IAM::Role",
            text("Lets ECS Exec open sessions in tasks of services that need no other permission")),
    SERVICE_SECURITY_GROUP(
            "{service}SecurityGroup",
            "AWS::EC2::SecurityGroup",
            text("Controls the traffic of {service}; calls are separate rules, because services may call in a cycle")
                    .neverChange("GroupDescription")),
    SERVICE_INGRESS(
            "{caller}To{callee}{port}Ingress",
            "AWS::EC2::SecurityGroupIngress",
            text("Lets {callee} accept calls from {caller}")),
    SERVICE_EGRESS(
            "{caller}To{callee}{port}Egress", "AWS::EC2::SecurityGroupEgress", text("Lets {caller} call {callee}")),
    SERVICE_EXECUTION_ROLE(
            "{service}ExecutionRole",
            "AWS::IAM::Role",
            text("Lets ECS start tasks of {service}").must("Let it read the secrets of {service} and no others")),
    SERVICE_TASK_ROLE(
            "{service}TaskRole", "AWS::IAM::Role", text("Grants the code of {service} its permissions in AWS")),
    SERVICE_LOG_GROUP(
            "{service}LogGroup",
            "AWS::Logs::LogGroup",
            text("A CloudWatch log group for the logs of {service}; deleted with the stack")
                    .neverChange("LogGroupName")),
    SERVICE_TASK_DEFINITION(
            "{service}TaskDefinition",
            "AWS::ECS::TaskDefinition",
            text("Defines a task of {service}; environment variables hold the addresses of its callees")),
    SERVICE_DISCOVERY(
            "{service}Discovery",
            "AWS::ServiceDiscovery::Service",
            text("A Cloud Map service that gives {service} its name in DNS")
                    .neverChange("Name")
                    .changeWithConstraints("DnsConfig")
                    .must(
                            "Change its TTL, the task's StopTimeout, SERVICE_LAME_DUCK and SERVICE_DRAIN together, or requests are lost")),
    SERVICE(
            "{service}Service",
            "AWS::ECS::Service",
            text("Keeps the tasks of {service} running, and rolls back a deployment that fails")
                    .neverChange("ServiceName")),
    SERVICE_TARGET_GROUP(
            "{service}TargetGroup",
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            text("The tasks of {service} as targets of the load balancer")),
    SERVICE_LISTENER_RULE(
            "{service}ListenerRule",
            "AWS::ElasticLoadBalancingV2::ListenerRule",
            text("Selects the requests that the load balancer forwards to {service}")
                    .changeWithConstraints("Priority")
                    .must("Give no other rule of the listener the same priority")),
    SERVICE_SCALABLE_TARGET(
            "{service}ScalableTarget",
            "AWS::ApplicationAutoScaling::ScalableTarget",
            text("The minimum and maximum number of tasks of {service}")
                    .must("Leave DesiredCount out of the ECS service: a deployment would undo what scaling did")),
    SERVICE_SCALING_POLICY(
            "{service}{metric}ScalingPolicy",
            "AWS::ApplicationAutoScaling::ScalingPolicy",
            text("Scales the number of tasks of {service} by {metric}")),
    SERVICE_ALARM(
            "{service}{metric}Alarm",
            "AWS::CloudWatch::Alarm",
            text("Rolls back a deployment of {service} if {metric} is too high")),
    SERVICE_TAG("{service}Tag", "a parameter", text("Tag of the image of {service}")),
    REPOSITORY(
            "{path}Repository",
            "AWS::ECR::Repository",
            text("An ECR repository for the images of {path}; created before the stack that runs them")
                    .neverChange("RepositoryName")),
    ;

    private static final Pattern WORD_SEPARATOR = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final String RESOURCE_TYPE_PREFIX = "AWS::";

    private final String pattern;
    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // immutable: its collections are copies
    private final ResourceDescription description;

    LogicalId(String pattern, String type, ResourceDescription description) {
        this.pattern = pattern;
        this.type = type;
        this.description = description;
    }

    /** Returns the id with its placeholders in braces, as the reference lists it. */
    public String pattern() {
        return pattern;
    }

    /** Returns the CloudFormation type of the resource, or {@code a parameter}. */
    public String type() {
        return type;
    }

    /** Returns what a resource of this kind is for, with the placeholders of the pattern. */
    public ResourceDescription description() {
        return description;
    }

    /** Returns whether the id is that of a resource, not of a parameter. */
    public boolean isResource() {
        return type.startsWith(RESOURCE_TYPE_PREFIX);
    }

    /**
     * Returns the id for names.
     *
     * @param names values for the placeholders, in the order of the pattern; an empty name adds nothing to the id
     */
    public String of(Object... names) {
        return filled(pattern, names);
    }

    /** Returns a text in which each placeholder of the pattern is replaced by its name. */
    String filled(String text, List<String> names) {
        Map<String, String> values = new HashMap<>();
        Matcher placeholder = PLACEHOLDER.matcher(pattern);
        for (String name : names) {
            if (placeholder.find()) {
                values.put(placeholder.group(1), name);
            }
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }

    static String filled(String pattern, Object... names) {
        String id = pattern;
        for (Object name : names) {
            int open = id.indexOf('{');
            id = id.substring(0, open) + pascal(name.toString()) + id.substring(id.indexOf('}') + 1);
        }
        return id;
    }

    /** Returns a name in PascalCase: {@code OrderApi} for {@code order-api} and for {@code orderApi}. */
    public static String pascal(String name) {
        StringBuilder pascal = new StringBuilder();
        for (String word : WORD_SEPARATOR.split(name, -1)) {
            if (!word.isEmpty()) {
                pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return pascal.toString();
    }
}
