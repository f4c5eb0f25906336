package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.network.NetworkMember;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A load balancer and the target groups that its listeners forward requests to.
 *
 * @param publicAddress whether the load balancer is internet-facing
 */
public record DeployedLoadBalancer(NetworkMember member, boolean publicAddress, List<ForwardAction> actions) {
    private static final String ELB = "AWS::ElasticLoadBalancingV2::";

    public DeployedLoadBalancer {
        actions = List.copyOf(actions);
    }

    /**
     * An action that forwards requests to a target group.
     *
     * @param resource the listener or listener rule that has the action
     * @param listener the port that the listener accepts requests on
     * @param conditions the paths and hosts of the rule, separated by spaces; empty for the default action
     * @param targetGroup the logical id of the target group
     */
    record ForwardAction(TemplateResource resource, Traffic listener, String conditions, String targetGroup) {}

    /** Returns all load balancers of a template. */
    public static List<DeployedLoadBalancer> all(Template template) {
        return template.resources(ELB + "LoadBalancer").stream()
                .map(resource -> of(template, resource))
                .toList();
    }

    private static DeployedLoadBalancer of(Template template, TemplateResource resource) {
        List<String> subnets = Stream.concat(
                        template.ids(resource.at("Subnets"), "Ref", "SubnetId").stream(),
                        resource.at("SubnetMappings").items().stream()
                                .map(mapping -> template.id(mapping.at("SubnetId"), "Ref", "SubnetId")))
                .toList();
        List<String> groups = template.ids(resource.at("SecurityGroups"), "Ref", "GroupId");
        NetworkMember member = NetworkMember.of(template, resource.id(), groups, subnets, resource.line());
        boolean isPublic = !template.text(resource.at("Scheme")).equals("internal");
        List<ForwardAction> actions = template.resources(ELB + "Listener").stream()
                .filter(listener -> template.id(listener.at("LoadBalancerArn"), "Ref", "LoadBalancerArn", "Arn")
                        .equals(resource.id()))
                .flatMap(listener -> actions(template, listener))
                .toList();
        return new DeployedLoadBalancer(member, isPublic, actions);
    }

    private static Stream<ForwardAction> actions(Template template, TemplateResource listener) {
        String port = template.text(listener.at("Port"));
        String protocol = template.text(listener.at("Protocol"));
        Traffic traffic = Traffic.of(protocol.contains("UDP") ? "udp" : "tcp", port, port);
        Stream<ForwardAction> defaults = targetGroups(template, listener.at("DefaultActions"))
                .map(group -> new ForwardAction(listener, traffic, "", group));
        Stream<ForwardAction> conditional = template.resources(ELB + "ListenerRule").stream()
                .filter(rule -> template.id(rule.at("ListenerArn"), "Ref", "ListenerArn")
                        .equals(listener.id()))
                .flatMap(rule -> targetGroups(template, rule.at("Actions"))
                        .map(group -> new ForwardAction(rule, traffic, conditions(template, rule), group)));
        return Stream.concat(defaults, conditional);
    }

    private static Stream<String> targetGroups(Template template, TemplateNode actions) {
        return actions.items().stream()
                .flatMap(action ->
                        Stream.concat(Stream.of(action), action.at("ForwardConfig", "TargetGroups").items().stream()))
                .map(action -> action.at("TargetGroupArn"))
                .filter(TemplateNode::isPresent)
                .map(arn -> template.id(arn, "Ref", "TargetGroupArn"));
    }

    private static String conditions(Template template, TemplateResource rule) {
        return rule.at("Conditions").items().stream()
                .flatMap(condition -> Stream.of(
                                condition.at("Values"),
                                condition.at("PathPatternConfig", "Values"),
                                condition.at("HostHeaderConfig", "Values"))
                        .flatMap(values -> values.items().stream()))
                .map(template::text)
                .collect(Collectors.joining(" "));
    }

    /** Returns the target group with a logical id, if the template has it. */
    static Optional<TemplateResource> targetGroup(Template template, String id) {
        return template.resource(id, ELB + "TargetGroup");
    }
}
