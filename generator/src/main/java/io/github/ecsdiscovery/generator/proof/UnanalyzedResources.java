package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the parts of a template that the proof does not analyze.
 *
 * <ul>
 *   <li>Sections and functions that make values depend on conditions or macros.
 *   <li>Resource types that may change who reaches whom, such as network ACLs.
 *   <li>Properties that do so, such as the policy of a VPC endpoint.
 * </ul>
 */
final class UnanalyzedResources {
    private static final Set<String> ANALYZED_TYPES = Set.of(
            "AWS::EC2::EIP",
            "AWS::EC2::InternetGateway",
            "AWS::EC2::NatGateway",
            "AWS::EC2::Route",
            "AWS::EC2::RouteTable",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::SecurityGroupEgress",
            "AWS::EC2::SecurityGroupIngress",
            "AWS::EC2::Subnet",
            "AWS::EC2::SubnetRouteTableAssociation",
            "AWS::EC2::VPC",
            "AWS::EC2::VPCEndpoint",
            "AWS::EC2::VPCGatewayAttachment",
            "AWS::ECS::Service",
            "AWS::ECS::TaskDefinition",
            "AWS::ElasticLoadBalancingV2::Listener",
            "AWS::ElasticLoadBalancingV2::ListenerRule",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            "AWS::IAM::ManagedPolicy",
            "AWS::IAM::Policy",
            "AWS::IAM::Role",
            "AWS::IAM::RolePolicy",
            "AWS::Logs::LogGroup",
            "AWS::ServiceDiscovery::PrivateDnsNamespace",
            "AWS::ServiceDiscovery::Service");

    /** Properties that open other ways between services, or that narrow an endpoint. */
    private static final Map<String, List<String>> UNANALYZED_PROPERTIES = Map.of(
            "AWS::EC2::VPCEndpoint", List.of("PolicyDocument"),
            "AWS::ECS::Service", List.of("VpcLatticeConfigurations"),
            "AWS::ECS::TaskDefinition", List.of("ProxyConfiguration"));

    /** Resource types that do not affect any answer. */
    private static final Set<String> IRRELEVANT_TYPES = Set.of("AWS::EC2::FlowLog", "AWS::ECS::Cluster");

    private static final List<String> IRRELEVANT_PREFIXES = List.of(
            "AWS::ApplicationAutoScaling::",
            "AWS::CertificateManager::",
            "AWS::CloudWatch::",
            "AWS::KMS::",
            "AWS::Logs::",
            "AWS::S3::");

    private static final Set<String> UNANALYZED_FUNCTIONS = Set.of("Fn::If", "Fn::Transform", "Fn::FindInMap");

    private final Template template;
    private final List<UnanalyzedResource> found = new ArrayList<>();

    private UnanalyzedResources(Template template) {
        this.template = template;
    }

    /** Returns the parts in the order of the template, sections first. */
    static List<UnanalyzedResource> of(Template template) {
        UnanalyzedResources resources = new UnanalyzedResources(template);
        for (String name : List.of("Conditions", "Transform", "Rules")) {
            TemplateNode section = template.section(name);
            if (section.isPresent()) {
                resources.reportNotAnalyzed("the section " + name, section.line());
            }
        }
        template.resources().forEach(resources::check);
        return resources.found;
    }

    private void check(TemplateResource resource) {
        if (!isAnalyzedOrIrrelevant(resource.type()) && !isRecordInExistingZone(resource)) {
            reportNotAnalyzed(resource.id() + " (" + resource.type() + ")", resource.line());
        }
        checkFunctions(resource.id(), resource.properties());
        boolean isDefaultRoute =
                template.text(resource.at("DestinationCidrBlock")).equals("0.0.0.0/0");
        if (resource.type().equals("AWS::EC2::Route") && !isDefaultRoute) {
            report("the route " + resource.id() + " has a destination other than 0.0.0.0/0", resource.line());
        }
        checkProperties(resource);
        if (resource.at("PermissionsBoundary").isPresent()) {
            String finding = "the permissions boundary of " + resource.id() + " may deny what its policies allow";
            report(finding, resource.line());
        }
    }

    private void checkProperties(TemplateResource resource) {
        for (String property : UNANALYZED_PROPERTIES.getOrDefault(resource.type(), List.of())) {
            if (resource.at(property).isPresent()) {
                reportNotAnalyzed(property + " of " + resource.id(), resource.line());
            }
        }
        for (TemplateNode endpoint :
                resource.at("ServiceConnectConfiguration", "Services").items()) {
            for (String property : List.of("IngressPortOverride", "Tls")) {
                if (endpoint.at(property).isPresent()) {
                    reportNotAnalyzed(property + " of " + resource.id(), endpoint.line());
                }
            }
        }
    }

    private static boolean isAnalyzedOrIrrelevant(String type) {
        return ANALYZED_TYPES.contains(type)
                || IRRELEVANT_TYPES.contains(type)
                || IRRELEVANT_PREFIXES.stream().anyMatch(type::startsWith);
    }

    /** Returns whether a resource is a DNS record in an existing zone, where services of the stack do not find each other. */
    private boolean isRecordInExistingZone(TemplateResource resource) {
        return resource.type().equals("AWS::Route53::RecordSet")
                && template.text(resource.at("HostedZoneId")).matches("[A-Z0-9]+");
    }

    private void checkFunctions(String id, TemplateNode node) {
        if (node instanceof TemplateNode.FunctionCall call) {
            if (UNANALYZED_FUNCTIONS.contains(call.function())) {
                reportNotAnalyzed(call.function() + " in " + id, call.line());
            }
            checkFunctions(id, call.argument());
        }
        node.entries().values().forEach(value -> checkFunctions(id, value));
        if (node instanceof TemplateNode.Sequence sequence) {
            sequence.items().forEach(item -> checkFunctions(id, item));
        }
    }

    private void reportNotAnalyzed(String part, int line) {
        report(part + " is not analyzed", line);
    }

    private void report(String finding, int line) {
        found.add(new UnanalyzedResource(finding, line));
    }
}
