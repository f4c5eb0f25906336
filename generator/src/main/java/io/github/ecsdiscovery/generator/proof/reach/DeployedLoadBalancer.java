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
 * A load balancer and where it sends requests.
 *
 * @param publicAddress whether the internet knows its addresses
 * @param targets what its listeners send somewhere
 */
public record DeployedLoadBalancer(NetworkMember member, boolean publicAddress, List<Target> targets) {
    private static final String V2 = "AWS::ElasticLoadBalancingV2::";

    public DeployedLoadBalancer {
        targets = List.copyOf(targets);
    }

    /**
     * What one action of a listener says.
     *
     * @param action the listener, or the listener's rule, that says so
     * @param listener what the load balancer listens at
     * @param paths its conditions; empty for none
     * @param group the target group
     */
    record Target(TemplateResource action, Traffic listener, String paths, String group) {}

    public static List<DeployedLoadBalancer> all(Template template) {
        return template.all(V2 + "LoadBalancer").stream()
                .map(one -> of(template, one))
                .toList();
    }

    private static DeployedLoadBalancer of(Template template, TemplateResource resource) {
        List<String> subnets = Stream.concat(
                        template.ids(resource.at("Subnets"), "Ref", "SubnetId").stream(),
                        resource.at("SubnetMappings").items().stream()
                                .map(one -> template.id(one.at("SubnetId"), "Ref", "SubnetId")))
                .toList();
        List<String> groups = template.ids(resource.at("SecurityGroups"), "Ref", "GroupId");
        NetworkMember member = NetworkMember.of(template, resource.id(), groups, subnets, resource.line());
        boolean isPublic = !template.text(resource.at("Scheme")).equals("internal");
        List<Target> targets = template.all(V2 + "Listener").stream()
                .filter(one -> template.id(one.at("LoadBalancerArn"), "Ref", "LoadBalancerArn", "Arn")
                        .equals(resource.id()))
                .flatMap(one -> targets(template, one))
                .toList();
        return new DeployedLoadBalancer(member, isPublic, targets);
    }

    private static Stream<Target> targets(Template template, TemplateResource listener) {
        String port = template.text(listener.at("Port"));
        String protocol = template.text(listener.at("Protocol"));
        Traffic traffic = Traffic.of(protocol.contains("UDP") ? "udp" : "tcp", port, port);
        Stream<Target> all =
                groups(template, listener.at("DefaultActions")).map(group -> new Target(listener, traffic, "", group));
        Stream<Target> some = template.all(V2 + "ListenerRule").stream()
                .filter(one ->
                        template.id(one.at("ListenerArn"), "Ref", "ListenerArn").equals(listener.id()))
                .flatMap(one -> groups(template, one.at("Actions"))
                        .map(group -> new Target(one, traffic, paths(template, one), group)));
        return Stream.concat(all, some);
    }

    private static Stream<String> groups(Template template, TemplateNode actions) {
        return actions.items().stream()
                .flatMap(action ->
                        Stream.concat(Stream.of(action), action.at("ForwardConfig", "TargetGroups").items().stream()))
                .map(action -> action.at("TargetGroupArn"))
                .filter(TemplateNode::isThere)
                .map(arn -> template.id(arn, "Ref", "TargetGroupArn"));
    }

    private static String paths(Template template, TemplateResource rule) {
        return rule.at("Conditions").items().stream()
                .flatMap(condition -> Stream.of(
                                condition.at("Values"),
                                condition.at("PathPatternConfig", "Values"),
                                condition.at("HostHeaderConfig", "Values"))
                        .flatMap(values -> values.items().stream()))
                .map(template::text)
                .collect(Collectors.joining(" "));
    }

    /** The one of that name. */
    static Optional<TemplateResource> group(Template template, String id) {
        return template.find(id, V2 + "TargetGroup");
    }
}
