package io.github.ecsdiscovery.generator.proof;

import io.github.ecsdiscovery.generator.proof.Rule.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How requests come by load balancers to services. */
final class Fronts {
    private final Template template;
    private final GroupRules rules;
    private final List<Balancer> balancers;

    Fronts(Template template, GroupRules rules, List<Balancer> balancers) {
        this.template = template;
        this.rules = rules;
        this.balancers = balancers;
    }

    List<Front> of(Task task) {
        List<Front> fronts = new ArrayList<>();
        for (Tree registration : task.service().at("LoadBalancers").items()) {
            String group = template.id(registration.at("TargetGroupArn"), "Ref", "TargetGroupArn");
            List<Front> led = new ArrayList<>();
            for (Balancer balancer : balancers) {
                for (Balancer.Target target : balancer.targets()) {
                    if (target.group().equals(group)) {
                        led.add(front(task, registration, balancer, target));
                    }
                }
            }
            if (led.isEmpty()) {
                Hop lost = Hop.no("listener", "no listener sends anything to " + group, registration.line());
                led.add(new Front("nobody", Traffic.ALL, "", Trail.of(lost)));
            }
            fronts.addAll(led);
        }
        return fronts;
    }

    private Front front(Task task, Tree registration, Balancer balancer, Balancer.Target target) {
        Member member = balancer.member();
        String port = template.text(registration.at("ContainerPort"));
        Traffic traffic = Traffic.of("tcp", port, port);
        List<Hop> hops = new ArrayList<>();
        hops.add(entry(member, target.listener()));
        if (balancer.publicAddress()) {
            hops.addAll(new Ways(template)
                    .toInternet(member.subnets(), true, member.line())
                    .hops());
        }
        String paths = target.paths().isEmpty() ? "everything" : target.paths();
        hops.add(Hop.yes(
                "listener", target.action().id() + " sends " + paths + " to " + target.group(), target.action()));
        hops.add(group(task, target.group(), registration.line()));
        hops.addAll(new Passage(template, rules, member, task.member()).hops(traffic));
        hops.add(port(task, registration, traffic));
        return new Front(member.name(), target.listener(), target.paths(), Trail.of(hops));
    }

    private Hop entry(Member member, Traffic listener) {
        List<Rule> entering = rules.of(member.groups(), Direction.IN).stream()
                .filter(rule -> rule.traffic().covers(listener))
                .toList();
        if (entering.isEmpty()) {
            String says = "no rule of " + member.groupsInWords() + " lets " + listener + " in";
            return Hop.no("ingress", says, member.line());
        }
        Rule first = entering.get(0);
        String from = entering.stream().map(rule -> rule.peer().toString()).collect(Collectors.joining(", "));
        String says = first.resource() + " lets " + listener + " in from " + from;
        return new Hop("ingress", Answer.YES, says, first.resource(), first.line());
    }

    private Hop group(Task task, String id, int line) {
        Optional<Resource> found = Balancer.group(template, id);
        if (found.isEmpty()) {
            return Hop.unknown("targets", "what " + id + " takes is not part of this template", line);
        }
        Resource group = found.get();
        if (!template.text(group.at("TargetType")).equals("ip")) {
            return Hop.no("targets", id + " does not take addresses, which Fargate needs", group.line());
        }
        boolean here = template.id(group.at("VpcId"), "Ref", "VpcId")
                .equals(task.member().vpc());
        return here
                ? Hop.yes("targets", id + " takes the addresses of its tasks", group)
                : Hop.no("targets", id + " is not of " + task.member().vpc(), group.line());
    }

    private Hop port(Task task, Tree registration, Traffic traffic) {
        String name = template.text(registration.at("ContainerName"));
        boolean listens = task.containers().stream()
                .filter(container -> container.name().equals(name))
                .flatMap(container -> container.ports().stream())
                .anyMatch(one -> one.traffic().equals(traffic));
        return listens
                ? new Hop("port", Answer.YES, name + " listens at " + traffic, "", registration.line())
                : Hop.no("port", "no container " + name + " listens at " + traffic, registration.line());
    }
}
