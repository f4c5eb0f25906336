package io.github.ecsdiscovery.generator.proof.traffic;

import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule.Direction;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules that the security groups of a stack have in the end. EC2 lets a new group out everywhere; CloudFormation takes
 * that rule away from a group that has an egress rule, inline or as a resource of its own; and a resource of its own takes
 * even an inline rule of the same shape away.
 */
public final class SecurityGroupRules {
    private static final String GROUP = "AWS::EC2::SecurityGroup";

    private final Template template;
    private final Map<String, List<TrafficRule>> rules = new HashMap<>();
    private final Map<String, TrafficRule> closed = new HashMap<>();

    private SecurityGroupRules(Template template) {
        this.template = template;
    }

    public static SecurityGroupRules of(Template template) {
        SecurityGroupRules all = new SecurityGroupRules(template);
        template.all(GROUP).forEach(all::inline);
        template.all("AWS::EC2::SecurityGroupIngress").forEach(one -> all.alone(one, Direction.IN));
        template.all("AWS::EC2::SecurityGroupEgress").forEach(one -> all.alone(one, Direction.OUT));
        return all;
    }

    /** What these groups together let in or out; all but what lets nothing through. */
    public List<TrafficRule> of(List<String> groups, Direction direction) {
        return groups.stream()
                .flatMap(group -> rules.getOrDefault(group, List.of()).stream())
                .filter(rule -> rule.direction() == direction && !rule.isVoid())
                .toList();
    }

    /** The rule of its own that took away what one of these groups would let out everywhere. */
    public Optional<TrafficRule> closing(List<String> groups) {
        return groups.stream().filter(closed::containsKey).map(closed::get).findFirst();
    }

    private void inline(TemplateResource group) {
        List<TrafficRule> all = new ArrayList<>();
        for (TemplateNode rule : group.at("SecurityGroupIngress").items()) {
            rule(Direction.IN, group.id(), group.id(), rule, rule.line()).ifPresent(all::add);
        }
        List<TemplateNode> egress = group.at("SecurityGroupEgress").items();
        for (TemplateNode rule : egress) {
            rule(Direction.OUT, group.id(), group.id(), rule, rule.line()).ifPresent(all::add);
        }
        if (egress.isEmpty()) {
            RulePeer everywhere = new RulePeer.Network(AddressRange.EVERYTHING.toString());
            all.add(new TrafficRule(Direction.OUT, group.id(), group.id(), Traffic.ALL, everywhere, group.line()));
        }
        rules.put(group.id(), all);
    }

    private void alone(TemplateResource resource, Direction direction) {
        String group = template.id(resource.at("GroupId"), "Ref", "GroupId");
        Optional<TrafficRule> rule = rule(direction, resource.id(), group, resource.properties(), resource.line());
        List<TrafficRule> all = rules.computeIfAbsent(group, absent -> new ArrayList<>());
        if (direction == Direction.OUT && rule.isPresent()) {
            boolean removed = all.removeIf(
                    one -> one.direction() == Direction.OUT && one.resource().equals(group) && one.isAllowAll());
            if (removed) {
                closed.put(group, rule.get());
            }
        }
        rule.ifPresent(all::add);
    }

    private Optional<TrafficRule> rule(
            Direction direction, String resource, String group, TemplateNode tree, int line) {
        Traffic traffic = Traffic.of(
                template.text(tree.at("IpProtocol")),
                template.text(tree.at("FromPort")),
                template.text(tree.at("ToPort")));
        return peer(direction, tree).map(peer -> new TrafficRule(direction, resource, group, traffic, peer, line));
    }

    /** Empty where none is given: CloudFormation makes no rule then. */
    private Optional<RulePeer> peer(Direction direction, TemplateNode tree) {
        String end = direction == Direction.IN ? "Source" : "Destination";
        TemplateNode network = tree.at("CidrIp");
        if (network.isThere()) {
            String text = template.text(network);
            return Optional.of(
                    AddressRange.of(text).isPresent() ? new RulePeer.Network(text) : new RulePeer.Other(text));
        }
        TemplateNode group = tree.at(end + "SecurityGroupId");
        if (group.isThere()) {
            return Optional.of(new RulePeer.Group(template.id(group, "Ref", "GroupId")));
        }
        TemplateNode list = tree.at(end + "PrefixListId");
        if (list.isThere()) {
            return Optional.of(new RulePeer.PrefixList(template.text(list)));
        }
        return Stream.of("CidrIpv6", end + "SecurityGroupName")
                .map(tree::at)
                .filter(TemplateNode::isThere)
                .findFirst()
                .map(other -> new RulePeer.Other(template.text(other)));
    }
}
