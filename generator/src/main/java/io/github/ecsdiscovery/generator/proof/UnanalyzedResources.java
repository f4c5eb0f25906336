package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a template says and nobody here looks at. */
final class UnanalyzedResources {
    /** Types that are read. */
    private static final Set<String> READ = Set.of(
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

    /** Properties by which services reach each other in other ways, or endpoints let less through. */
    private static final Map<String, List<String>> UNREAD = Map.of(
            "AWS::EC2::VPCEndpoint", List.of("PolicyDocument"),
            "AWS::ECS::Service", List.of("VpcLatticeConfigurations"),
            "AWS::ECS::TaskDefinition", List.of("ProxyConfiguration"));

    /** Types that have no part in who reaches whom. */
    private static final Set<String> HARMLESS = Set.of("AWS::EC2::FlowLog", "AWS::ECS::Cluster");

    private static final List<String> HARMLESS_SERVICES = List.of(
            "AWS::ApplicationAutoScaling::",
            "AWS::CertificateManager::",
            "AWS::CloudWatch::",
            "AWS::KMS::",
            "AWS::Logs::",
            "AWS::S3::");

    private UnanalyzedResources() {}

    static List<UnanalyzedResource> of(Template template) {
        List<UnanalyzedResource> spots = new ArrayList<>();
        for (String section : List.of("Conditions", "Transform", "Rules")) {
            TemplateNode tree = template.root().at(section);
            if (tree.isThere()) {
                spots.add(new UnanalyzedResource("the section " + section + " is not looked at", tree.line()));
            }
        }
        for (TemplateResource resource : template.all()) {
            if (!isKnown(resource.type()) && !isElsewhere(template, resource)) {
                String says = resource.id() + ", an " + resource.type() + ", is not looked at";
                spots.add(new UnanalyzedResource(says, resource.line()));
            }
            functions(resource.id(), resource.properties(), spots);
            if (resource.type().equals("AWS::EC2::Route")
                    && !template.text(resource.at("DestinationCidrBlock")).equals("0.0.0.0/0")) {
                spots.add(
                        new UnanalyzedResource(resource.id() + " leads elsewhere than to 0.0.0.0/0", resource.line()));
            }
            properties(resource, spots);
            if (resource.at("PermissionsBoundary").isThere()) {
                String says = "the permissions boundary of " + resource.id() + " may forbid what its policies allow";
                spots.add(new UnanalyzedResource(says, resource.line()));
            }
        }
        return spots;
    }

    private static void properties(TemplateResource resource, List<UnanalyzedResource> spots) {
        for (String property : UNREAD.getOrDefault(resource.type(), List.of())) {
            if (resource.at(property).isThere()) {
                spots.add(new UnanalyzedResource(
                        property + " of " + resource.id() + " is not looked at", resource.line()));
            }
        }
        for (TemplateNode endpoint :
                resource.at("ServiceConnectConfiguration", "Services").items()) {
            for (String property : List.of("IngressPortOverride", "Tls")) {
                if (endpoint.at(property).isThere()) {
                    String says = property + " of " + resource.id() + " is not looked at";
                    spots.add(new UnanalyzedResource(says, endpoint.line()));
                }
            }
        }
    }

    private static boolean isKnown(String type) {
        return READ.contains(type)
                || HARMLESS.contains(type)
                || HARMLESS_SERVICES.stream().anyMatch(type::startsWith);
    }

    /** A name in a zone that exists is none of those by which services of the stack find each other. */
    private static boolean isElsewhere(Template template, TemplateResource resource) {
        return resource.type().equals("AWS::Route53::RecordSet")
                && template.text(resource.at("HostedZoneId")).matches("[A-Z0-9]+");
    }

    /** What hangs on a condition has two values, and here is no telling which. */
    private static void functions(String id, TemplateNode tree, List<UnanalyzedResource> spots) {
        if (tree instanceof TemplateNode.Call call) {
            if (Set.of("Fn::If", "Fn::Transform", "Fn::FindInMap").contains(call.function())) {
                spots.add(new UnanalyzedResource(call.function() + " in " + id + " is not looked at", call.line()));
            }
            functions(id, call.argument(), spots);
        }
        tree.fields().values().forEach(value -> functions(id, value, spots));
        if (tree instanceof TemplateNode.Items items) {
            items.all().forEach(item -> functions(id, item, spots));
        }
    }
}
