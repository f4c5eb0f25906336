package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.discovery.DiscoveryNames;
import io.github.ecsdiscovery.generator.proof.network.DeployedSubnet;
import io.github.ecsdiscovery.generator.proof.network.NetworkMember;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether ECS takes a service as it is, and starts its tasks only when what they need is there. */
public final class StartupCheck {
    private final Template template;
    private final DiscoveryNames names;

    public StartupCheck(Template template, DiscoveryNames names) {
        this.template = template;
        this.names = names;
    }

    /**
     * What has to be so before tasks start.
     *
     * @param needs the trails whose resources must be there before
     */
    public CheckChain of(DeployedTask task, List<CheckChain> needs) {
        List<Check> hops = new ArrayList<>();
        hops.add(definition(task));
        hops.addAll(port(task));
        hops.addAll(placement(task.member()));
        hops.addAll(names.registrationsOf(task));
        hops.addAll(new EcsServiceValidity(template).of(task));
        hops.addAll(waiting(task, needs));
        return CheckChain.of(hops);
    }

    private Check definition(DeployedTask task) {
        TemplateResource definition = task.definition();
        if (definition == null) {
            return Check.no(
                    "task",
                    "TaskDefinition names none of this template",
                    task.service().line());
        }
        String mode = template.text(definition.at("NetworkMode"));
        return mode.equals("awsvpc")
                ? Check.yes("task", task.service().id() + " runs " + definition.id(), definition)
                : Check.no("task", "NetworkMode is not awsvpc, which Fargate needs", definition.line());
    }

    /** What a task is told to listen at is what others may reach. */
    private static List<Check> port(DeployedTask task) {
        return task.variable("PORT").stream()
                .filter(told -> task.listening().stream()
                        .noneMatch(one -> Integer.toString(one.traffic().from()).equals(told.value())))
                .map(told -> Check.unknown(
                        "port", "PORT is " + told.value() + ", which is no port of the container", told.line()))
                .toList();
    }

    /** Subnets and groups are of one VPC, and what the groups let through is told. */
    private List<Check> placement(NetworkMember member) {
        List<Check> hops = new ArrayList<>();
        for (DeployedSubnet subnet : member.subnets()) {
            if (subnet.own() && !subnet.vpc().equals(member.vpc())) {
                hops.add(
                        Check.no("subnet", subnet.id() + " is in " + subnet.vpc() + ", others are not", member.line()));
            }
        }
        for (String group : member.groups()) {
            String vpc = NetworkMember.vpc(template, group);
            if (vpc.isEmpty()) {
                String says = "what " + group + " lets through is not part of this template";
                hops.add(Check.unknown("group", says, member.line()));
            } else if (!vpc.equals(member.vpc())) {
                hops.add(Check.no("group", group + " is not of " + member.vpc(), member.line()));
            }
        }
        if (member.groups().isEmpty()) {
            hops.add(Check.unknown("group", "what the VPC's default group lets through is not told", member.line()));
        }
        if (member.subnets().isEmpty()) {
            hops.add(Check.no("subnet", "there is no subnet to stand in", member.line()));
        }
        return hops;
    }

    private List<Check> waiting(DeployedTask task, List<CheckChain> needs) {
        Set<String> before = template.before(task.service().id());
        List<String> groups = task.member().groups();
        List<String> egress = template.all("AWS::EC2::SecurityGroupEgress").stream()
                .filter(one -> groups.contains(template.id(one.at("GroupId"), "Ref", "GroupId")))
                .map(TemplateResource::id)
                .toList();
        List<String> needed = new ArrayList<>(needs.stream()
                .flatMap(trail -> trail.hops().stream())
                .map(Check::resource)
                .toList());
        needed.addAll(egress);
        return needed.stream()
                .filter(id -> !id.isEmpty() && !before.contains(id))
                .distinct()
                .map(id -> Check.no(
                        "order",
                        task.service().id() + " does not wait for " + id,
                        task.service().line()))
                .toList();
    }
}
