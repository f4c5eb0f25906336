package io.github.ecsdiscovery.generator.proof.reach;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.proof.network.InternetRoutes;
import io.github.ecsdiscovery.generator.proof.network.NetworkMember;
import io.github.ecsdiscovery.generator.proof.network.SecurityGroupPath;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.traffic.SecurityGroupRules;
import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule;
import io.github.ecsdiscovery.generator.proof.traffic.TrafficRule.Direction;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How requests come by load balancers to services. */
public final class LoadBalancerRouting {
    private final Template template;
    private final SecurityGroupRules rules;
    private final List<DeployedLoadBalancer> balancers;

    public LoadBalancerRouting(Template template, SecurityGroupRules rules, List<DeployedLoadBalancer> balancers) {
        this.template = template;
        this.rules = rules;
        this.balancers = balancers;
    }

    public List<LoadBalancerRoute> of(DeployedTask task) {
        List<LoadBalancerRoute> fronts = new ArrayList<>();
        for (TemplateNode registration : task.service().at("LoadBalancers").items()) {
            String group = template.id(registration.at("TargetGroupArn"), "Ref", "TargetGroupArn");
            List<LoadBalancerRoute> led = new ArrayList<>();
            for (DeployedLoadBalancer balancer : balancers) {
                for (DeployedLoadBalancer.Target target : balancer.targets()) {
                    if (target.group().equals(group)) {
                        led.add(front(task, registration, balancer, target));
                    }
                }
            }
            if (led.isEmpty()) {
                Check lost = Check.no("listener", "no listener sends anything to " + group, registration.line());
                led.add(new LoadBalancerRoute("nobody", Traffic.ALL, "", CheckChain.of(lost)));
            }
            fronts.addAll(led);
        }
        return fronts;
    }

    private LoadBalancerRoute front(
            DeployedTask task,
            TemplateNode registration,
            DeployedLoadBalancer balancer,
            DeployedLoadBalancer.Target target) {
        NetworkMember member = balancer.member();
        String port = template.text(registration.at("ContainerPort"));
        Traffic traffic = Traffic.of("tcp", port, port);
        List<Check> hops = new ArrayList<>();
        hops.add(entry(member, target.listener()));
        if (balancer.publicAddress()) {
            hops.addAll(new InternetRoutes(template)
                    .toInternet(member.subnets(), true, member.line())
                    .hops());
        }
        String paths = target.paths().isEmpty() ? "everything" : target.paths();
        hops.add(Check.yes(
                "listener", target.action().id() + " sends " + paths + " to " + target.group(), target.action()));
        hops.add(group(task, target.group(), registration.line()));
        hops.addAll(new SecurityGroupPath(template, rules, member, task.member()).hops(traffic));
        hops.add(port(task, registration, traffic));
        return new LoadBalancerRoute(member.name(), target.listener(), target.paths(), CheckChain.of(hops));
    }

    private Check entry(NetworkMember member, Traffic listener) {
        List<TrafficRule> entering = rules.of(member.groups(), Direction.IN).stream()
                .filter(rule -> rule.traffic().covers(listener))
                .toList();
        if (entering.isEmpty()) {
            String says = "no rule of " + member.groupsInWords() + " lets " + listener + " in";
            return Check.no("ingress", says, member.line());
        }
        TrafficRule first = entering.get(0);
        String from = entering.stream().map(rule -> rule.peer().toString()).collect(Collectors.joining(", "));
        String says = first.resource() + " lets " + listener + " in from " + from;
        return new Check("ingress", Tristate.YES, says, first.resource(), first.line());
    }

    private Check group(DeployedTask task, String id, int line) {
        Optional<TemplateResource> found = DeployedLoadBalancer.group(template, id);
        if (found.isEmpty()) {
            return Check.unknown("targets", "what " + id + " takes is not part of this template", line);
        }
        TemplateResource group = found.get();
        if (!template.text(group.at("TargetType")).equals("ip")) {
            return Check.no("targets", id + " does not take addresses, which Fargate needs", group.line());
        }
        boolean here = template.id(group.at("VpcId"), "Ref", "VpcId")
                .equals(task.member().vpc());
        return here
                ? Check.yes("targets", id + " takes the addresses of its tasks", group)
                : Check.no("targets", id + " is not of " + task.member().vpc(), group.line());
    }

    private Check port(DeployedTask task, TemplateNode registration, Traffic traffic) {
        String name = template.text(registration.at("ContainerName"));
        boolean listens = task.containers().stream()
                .filter(container -> container.name().equals(name))
                .flatMap(container -> container.ports().stream())
                .anyMatch(one -> one.traffic().equals(traffic));
        return listens
                ? new Check("port", Tristate.YES, name + " listens at " + traffic, "", registration.line())
                : Check.no("port", "no container " + name + " listens at " + traffic, registration.line());
    }
}
