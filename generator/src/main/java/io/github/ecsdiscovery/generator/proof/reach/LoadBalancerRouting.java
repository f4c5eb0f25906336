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

/**
 * Answers how requests arrive at a service through load balancers.
 *
 * <p>AWS needs the following chain: a security group rule lets the request in to the listener, a listener or listener rule
 * forwards it to the target group of the service, the target group takes IP addresses in the VPC of the tasks (Fargate requires
 * {@code TargetType: ip}), and security groups let the request through to a port that the container listens on. Source: the
 * page "Use load balancing to distribute Amazon ECS service traffic" of the Amazon ECS Developer Guide.
 */
public final class LoadBalancerRouting {
    private final Template template;
    private final SecurityGroupRules rules;
    private final List<DeployedLoadBalancer> loadBalancers;

    public LoadBalancerRouting(Template template, SecurityGroupRules rules, List<DeployedLoadBalancer> loadBalancers) {
        this.template = template;
        this.rules = rules;
        this.loadBalancers = loadBalancers;
    }

    /** Returns the ways to a service, at least one for each entry of its {@code LoadBalancers}. */
    public List<LoadBalancerRoute> of(DeployedTask task) {
        List<LoadBalancerRoute> routes = new ArrayList<>();
        for (TemplateNode registration : task.service().at("LoadBalancers").items()) {
            String targetGroup = template.id(registration.at("TargetGroupArn"), "Ref", "TargetGroupArn");
            List<LoadBalancerRoute> found = loadBalancers.stream()
                    .flatMap(loadBalancer -> loadBalancer.actions().stream()
                            .filter(action -> action.targetGroup().equals(targetGroup))
                            .map(action -> route(task, registration, loadBalancer, action)))
                    .toList();
            routes.addAll(found);
            if (found.isEmpty()) {
                Check unused =
                        Check.no("listener", "no listener forwards requests to " + targetGroup, registration.line());
                routes.add(new LoadBalancerRoute("no load balancer", Traffic.ALL, "", CheckChain.of(unused)));
            }
        }
        return routes;
    }

    private LoadBalancerRoute route(
            DeployedTask task,
            TemplateNode registration,
            DeployedLoadBalancer loadBalancer,
            DeployedLoadBalancer.ForwardAction action) {
        NetworkMember member = loadBalancer.member();
        String port = template.text(registration.at("ContainerPort"));
        Traffic traffic = Traffic.of("tcp", port, port);
        List<Check> checks = new ArrayList<>();
        checks.add(listenerIngress(member, action.listener()));
        if (loadBalancer.publicAddress()) {
            checks.addAll(new InternetRoutes(template)
                    .toInternet(member.subnets(), loadBalancer.publicAddress(), member.line())
                    .checks());
        }
        String requests = action.conditions().isEmpty() ? "all requests" : action.conditions();
        String forwards = action.resource().id() + " forwards " + requests + " to " + action.targetGroup();
        checks.add(Check.yes("listener", forwards, action.resource()));
        checks.add(targetGroup(task, action.targetGroup(), registration.line()));
        checks.addAll(new SecurityGroupPath(template, rules, member, task.member()).checks(traffic));
        checks.add(containerPort(task, registration, traffic));
        return new LoadBalancerRoute(member.name(), action.listener(), action.conditions(), CheckChain.of(checks));
    }

    private Check listenerIngress(NetworkMember member, Traffic listener) {
        List<TrafficRule> matching = rules.of(member.groups(), Direction.INGRESS).stream()
                .filter(rule -> rule.traffic().covers(listener))
                .toList();
        if (matching.isEmpty()) {
            String finding = "no rule of " + member.groupsText() + " lets " + listener + " in";
            return Check.no("ingress", finding, member.line());
        }
        TrafficRule first = matching.get(0);
        String peers = matching.stream().map(rule -> rule.peer().toString()).collect(Collectors.joining(", "));
        String finding = first.resource() + " lets " + listener + " in from " + peers;
        return new Check("ingress", Tristate.YES, finding, first.resource(), first.line());
    }

    private Check targetGroup(DeployedTask task, String id, int line) {
        Optional<TemplateResource> resource = DeployedLoadBalancer.targetGroup(template, id);
        if (resource.isEmpty()) {
            return Check.unknown("targets", "the target type of " + id + " is not part of this template", line);
        }
        TemplateResource group = resource.get();
        if (!template.text(group.at("TargetType")).equals("ip")) {
            return Check.no("targets", id + " does not have TargetType ip, which Fargate requires", group.line());
        }
        String vpc = task.member().vpc();
        return template.id(group.at("VpcId"), "Ref", "VpcId").equals(vpc)
                ? Check.yes("targets", id + " takes the addresses of the tasks", group)
                : Check.no("targets", id + " is not in " + vpc, group.line());
    }

    private Check containerPort(DeployedTask task, TemplateNode registration, Traffic traffic) {
        String name = template.text(registration.at("ContainerName"));
        boolean listens = task.containers().stream()
                .filter(container -> container.name().equals(name))
                .flatMap(container -> container.ports().stream())
                .anyMatch(mapping -> mapping.traffic().equals(traffic));
        return listens
                ? Check.yes("port", name + " listens on " + traffic, registration.line())
                : Check.no("port", "no container " + name + " listens on " + traffic, registration.line());
    }
}
