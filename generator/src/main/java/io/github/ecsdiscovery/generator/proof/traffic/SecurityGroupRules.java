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
 * The security group rules of a stack that are in effect after deployment.
 *
 * <p>They differ from the rules in the template in three ways:
 *
 * <ul>
 *   <li>EC2 gives a new group an egress rule that allows everything.
 *   <li>CloudFormation removes that rule if the group has an egress rule of its own, inline or as a separate resource
 *       ({@code AWS::EC2::SecurityGroupEgress}).
 *   <li>A separate egress rule also removes an inline rule that allows everything.
 * </ul>
 *
 * <p>Sources: the CloudFormation reference of {@code AWS::EC2::SecurityGroupEgress}, and aws-cdk issue 15297.
 */
public final class SecurityGroupRules {
    private static final String GROUP = "AWS::EC2::SecurityGroup";

    private final Template template;
    private final Map<String, List<TrafficRule>> rules = new HashMap<>();
    private final Map<String, TrafficRule> replacements = new HashMap<>();

    private SecurityGroupRules(Template template) {
        this.template = template;
    }

    /** Reads the rules of all groups of a template. */
    public static SecurityGroupRules of(Template template) {
        SecurityGroupRules rules = new SecurityGroupRules(template);
        template.resources(GROUP).forEach(rules::addInlineRules);
        template.resources("AWS::EC2::SecurityGroupIngress")
                .forEach(rule -> rules.addSeparateRule(rule, Direction.INGRESS));
        template.resources("AWS::EC2::SecurityGroupEgress")
                .forEach(rule -> rules.addSeparateRule(rule, Direction.EGRESS));
        return rules;
    }

    /** Returns the rules of several groups in one direction, without rules that no traffic can match. */
    public List<TrafficRule> of(List<String> groups, Direction direction) {
        return groups.stream()
                .flatMap(group -> rules.getOrDefault(group, List.of()).stream())
                .filter(rule -> rule.direction() == direction && !rule.matchesNothing())
                .toList();
    }

    /** Returns the separate egress rule that removed an allow-all rule from one of these groups, if there is one. */
    public Optional<TrafficRule> ruleReplacingAllowAll(List<String> groups) {
        return groups.stream()
                .filter(replacements::containsKey)
                .map(replacements::get)
                .findFirst();
    }

    private void addInlineRules(TemplateResource group) {
        List<TrafficRule> inline = new ArrayList<>();
        for (TemplateNode rule : group.at("SecurityGroupIngress").items()) {
            rule(Direction.INGRESS, group.id(), group.id(), rule, rule.line()).ifPresent(inline::add);
        }
        List<TemplateNode> egress = group.at("SecurityGroupEgress").items();
        for (TemplateNode rule : egress) {
            rule(Direction.EGRESS, group.id(), group.id(), rule, rule.line()).ifPresent(inline::add);
        }
        if (egress.isEmpty()) {
            RulePeer anywhere = new RulePeer.Network(AddressRange.ANY.toString());
            inline.add(new TrafficRule(Direction.EGRESS, group.id(), group.id(), Traffic.ALL, anywhere, group.line()));
        }
        rules.put(group.id(), inline);
    }

    private void addSeparateRule(TemplateResource resource, Direction direction) {
        String group = template.id(resource.at("GroupId"), "Ref", "GroupId");
        Optional<TrafficRule> added = rule(direction, resource.id(), group, resource.properties(), resource.line());
        List<TrafficRule> ofGroup = rules.computeIfAbsent(group, absent -> new ArrayList<>());
        if (direction == Direction.EGRESS && added.isPresent()) {
            boolean isRemoved = ofGroup.removeIf(rule ->
                    rule.direction() == Direction.EGRESS && rule.resource().equals(group) && rule.isAllowAll());
            if (isRemoved) {
                replacements.put(group, added.get());
            }
        }
        added.ifPresent(ofGroup::add);
    }

    private Optional<TrafficRule> rule(
            Direction direction, String resource, String group, TemplateNode node, int line) {
        Traffic traffic = Traffic.of(
                template.text(node.at("IpProtocol")),
                template.text(node.at("FromPort")),
                template.text(node.at("ToPort")));
        return peer(direction, node).map(peer -> new TrafficRule(direction, resource, group, traffic, peer, line));
    }

    /** Returns the peer of a rule; empty if the rule names none, because CloudFormation then creates no rule. */
    private Optional<RulePeer> peer(Direction direction, TemplateNode node) {
        String prefix = direction == Direction.INGRESS ? "Source" : "Destination";
        TemplateNode cidr = node.at("CidrIp");
        if (cidr.isPresent()) {
            String text = template.text(cidr);
            return Optional.of(
                    AddressRange.parse(text).isPresent() ? new RulePeer.Network(text) : new RulePeer.Other(text));
        }
        TemplateNode group = node.at(prefix + "SecurityGroupId");
        if (group.isPresent()) {
            return Optional.of(new RulePeer.Group(template.id(group, "Ref", "GroupId")));
        }
        TemplateNode prefixList = node.at(prefix + "PrefixListId");
        if (prefixList.isPresent()) {
            return Optional.of(new RulePeer.PrefixList(template.text(prefixList)));
        }
        return Stream.of("CidrIpv6", prefix + "SecurityGroupName")
                .map(node::at)
                .filter(TemplateNode::isPresent)
                .findFirst()
                .map(other -> new RulePeer.Other(template.text(other)));
    }
}
