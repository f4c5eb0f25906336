package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether ECS takes a service as it is, and starts its tasks only when what they need is there. */
final class Start {
    private final Template template;
    private final Names names;

    Start(Template template, Names names) {
        this.template = template;
        this.names = names;
    }

    /**
     * What has to be so before tasks start.
     *
     * @param needs the trails whose resources must be there before
     */
    Trail of(Task task, List<Trail> needs) {
        List<Hop> hops = new ArrayList<>();
        hops.add(definition(task));
        hops.addAll(port(task));
        hops.addAll(placement(task.member()));
        hops.addAll(names.registrationsOf(task));
        hops.addAll(new Refusals(template).of(task));
        hops.addAll(waiting(task, needs));
        return Trail.of(hops);
    }

    private Hop definition(Task task) {
        Resource definition = task.definition();
        if (definition == null) {
            return Hop.no(
                    "task",
                    "TaskDefinition names none of this template",
                    task.service().line());
        }
        String mode = template.text(definition.at("NetworkMode"));
        return mode.equals("awsvpc")
                ? Hop.yes("task", task.service().id() + " runs " + definition.id(), definition)
                : Hop.no("task", "NetworkMode is not awsvpc, which Fargate needs", definition.line());
    }

    /** What a task is told to listen at is what others may reach. */
    private static List<Hop> port(Task task) {
        return task.variable("PORT").stream()
                .filter(told -> task.listening().stream()
                        .noneMatch(one -> Integer.toString(one.traffic().from()).equals(told.value())))
                .map(told -> Hop.unknown(
                        "port", "PORT is " + told.value() + ", which is no port of the container", told.line()))
                .toList();
    }

    /** Subnets and groups are of one VPC, and what the groups let through is told. */
    private List<Hop> placement(Member member) {
        List<Hop> hops = new ArrayList<>();
        for (Subnet subnet : member.subnets()) {
            if (subnet.own() && !subnet.vpc().equals(member.vpc())) {
                hops.add(Hop.no("subnet", subnet.id() + " is in " + subnet.vpc() + ", others are not", member.line()));
            }
        }
        for (String group : member.groups()) {
            String vpc = Member.vpc(template, group);
            if (vpc.isEmpty()) {
                String says = "what " + group + " lets through is not part of this template";
                hops.add(Hop.unknown("group", says, member.line()));
            } else if (!vpc.equals(member.vpc())) {
                hops.add(Hop.no("group", group + " is not of " + member.vpc(), member.line()));
            }
        }
        if (member.groups().isEmpty()) {
            hops.add(Hop.unknown("group", "what the VPC's default group lets through is not told", member.line()));
        }
        if (member.subnets().isEmpty()) {
            hops.add(Hop.no("subnet", "there is no subnet to stand in", member.line()));
        }
        return hops;
    }

    private List<Hop> waiting(Task task, List<Trail> needs) {
        Set<String> before = template.before(task.service().id());
        List<String> groups = task.member().groups();
        List<String> egress = template.all("AWS::EC2::SecurityGroupEgress").stream()
                .filter(one -> groups.contains(template.id(one.at("GroupId"), "Ref", "GroupId")))
                .map(Resource::id)
                .toList();
        List<String> needed = new ArrayList<>(needs.stream()
                .flatMap(trail -> trail.hops().stream())
                .map(Hop::resource)
                .toList());
        needed.addAll(egress);
        return needed.stream()
                .filter(id -> !id.isEmpty() && !before.contains(id))
                .distinct()
                .map(id -> Hop.no(
                        "order",
                        task.service().id() + " does not wait for " + id,
                        task.service().line()))
                .toList();
    }
}
