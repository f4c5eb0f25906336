package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.Rule.Direction;
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
final class GroupRules {
    private static final String GROUP = "AWS::EC2::SecurityGroup";

    private final Template template;
    private final Map<String, List<Rule>> rules = new HashMap<>();
    private final Map<String, Rule> closed = new HashMap<>();

    private GroupRules(Template template) {
        this.template = template;
    }

    static GroupRules of(Template template) {
        GroupRules all = new GroupRules(template);
        template.all(GROUP).forEach(all::inline);
        template.all("AWS::EC2::SecurityGroupIngress").forEach(one -> all.alone(one, Direction.IN));
        template.all("AWS::EC2::SecurityGroupEgress").forEach(one -> all.alone(one, Direction.OUT));
        return all;
    }

    /** What these groups together let in or out; all but what lets nothing through. */
    List<Rule> of(List<String> groups, Direction direction) {
        return groups.stream()
                .flatMap(group -> rules.getOrDefault(group, List.of()).stream())
                .filter(rule -> rule.direction() == direction && !rule.isVoid())
                .toList();
    }

    /** The rule of its own that took away what one of these groups would let out everywhere. */
    Optional<Rule> closing(List<String> groups) {
        return groups.stream().filter(closed::containsKey).map(closed::get).findFirst();
    }

    private void inline(Resource group) {
        List<Rule> all = new ArrayList<>();
        for (Tree rule : group.at("SecurityGroupIngress").items()) {
            rule(Direction.IN, group.id(), group.id(), rule, rule.line()).ifPresent(all::add);
        }
        List<Tree> egress = group.at("SecurityGroupEgress").items();
        for (Tree rule : egress) {
            rule(Direction.OUT, group.id(), group.id(), rule, rule.line()).ifPresent(all::add);
        }
        if (egress.isEmpty()) {
            Peer everywhere = new Peer.Network(Cidr.EVERYTHING.toString());
            all.add(new Rule(Direction.OUT, group.id(), group.id(), Traffic.ALL, everywhere, group.line()));
        }
        rules.put(group.id(), all);
    }

    private void alone(Resource resource, Direction direction) {
        String group = template.id(resource.at("GroupId"), "Ref", "GroupId");
        Optional<Rule> rule = rule(direction, resource.id(), group, resource.properties(), resource.line());
        List<Rule> all = rules.computeIfAbsent(group, absent -> new ArrayList<>());
        if (direction == Direction.OUT && rule.isPresent()) {
            boolean removed = all.removeIf(
                    one -> one.direction() == Direction.OUT && one.resource().equals(group) && one.isAllowAll());
            if (removed) {
                closed.put(group, rule.get());
            }
        }
        rule.ifPresent(all::add);
    }

    private Optional<Rule> rule(Direction direction, String resource, String group, Tree tree, int line) {
        Traffic traffic = Traffic.of(
                template.text(tree.at("IpProtocol")),
                template.text(tree.at("FromPort")),
                template.text(tree.at("ToPort")));
        return peer(direction, tree).map(peer -> new Rule(direction, resource, group, traffic, peer, line));
    }

    /** Empty where none is given: CloudFormation makes no rule then. */
    private Optional<Peer> peer(Direction direction, Tree tree) {
        String end = direction == Direction.IN ? "Source" : "Destination";
        Tree network = tree.at("CidrIp");
        if (network.isThere()) {
            String text = template.text(network);
            return Optional.of(Cidr.of(text).isPresent() ? new Peer.Network(text) : new Peer.Other(text));
        }
        Tree group = tree.at(end + "SecurityGroupId");
        if (group.isThere()) {
            return Optional.of(new Peer.Group(template.id(group, "Ref", "GroupId")));
        }
        Tree list = tree.at(end + "PrefixListId");
        if (list.isThere()) {
            return Optional.of(new Peer.PrefixList(template.text(list)));
        }
        return Stream.of("CidrIpv6", end + "SecurityGroupName")
                .map(tree::at)
                .filter(Tree::isThere)
                .findFirst()
                .map(other -> new Peer.Other(template.text(other)));
    }
}
