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
import java.util.stream.Stream;

/**
 * Answers whether ECS accepts a service, and whether CloudFormation creates everything that its tasks need before the service.
 *
 * <p>Tasks of a service that does not wait for its routes and rules start too early. They cannot pull images, and the deployment
 * fails. Sources: convox/rack issue 1090 and bootstrap-cfn issue 177 on GitHub.
 */
public final class StartupCheck {
    private final Template template;
    private final DiscoveryNames names;

    public StartupCheck(Template template, DiscoveryNames names) {
        this.template = template;
        this.names = names;
    }

    /**
     * Returns the conditions for the tasks of a service to start.
     *
     * @param prerequisites the conditions whose resources must exist before the service
     */
    public CheckChain of(DeployedTask task, List<CheckChain> prerequisites) {
        List<Check> checks = new ArrayList<>();
        checks.add(taskDefinition(task));
        checks.addAll(portVariable(task));
        checks.addAll(placement(task.member()));
        checks.addAll(names.registrationChecks(task));
        checks.addAll(new EcsServiceValidity(template).of(task));
        checks.addAll(creationOrder(task, prerequisites));
        return CheckChain.of(checks);
    }

    private Check taskDefinition(DeployedTask task) {
        TemplateResource definition = task.definition();
        if (definition == null) {
            String finding = "TaskDefinition is not a task definition of this template";
            return Check.no("task", finding, task.service().line());
        }
        String mode = template.text(definition.at("NetworkMode"));
        return mode.equals("awsvpc")
                ? Check.yes("task", task.service().id() + " runs " + definition.id(), definition)
                : Check.no("task", "NetworkMode is not awsvpc, which Fargate requires", definition.line());
    }

    /** Returns a check if {@code PORT}, where the program probably listens, is not a port of the task. */
    private static List<Check> portVariable(DeployedTask task) {
        return task.variable("PORT").stream()
                .filter(variable -> !task.listensOn(variable.value()))
                .map(variable -> Check.unknown(
                        "port", "PORT is " + variable.value() + ", but no container has that port", variable.line()))
                .toList();
    }

    /** Returns a check for each subnet or security group in another VPC, and for each group outside the template. */
    private List<Check> placement(NetworkMember member) {
        List<Check> checks = new ArrayList<>();
        for (DeployedSubnet subnet : member.subnets()) {
            if (subnet.inTemplate() && !subnet.vpc().equals(member.vpc())) {
                String finding = subnet.id() + " is in " + subnet.vpc() + ", but other subnets of the service are not";
                checks.add(Check.no("subnet", finding, member.line()));
            }
        }
        for (String group : member.groups()) {
            String vpc = NetworkMember.vpcOfGroup(template, group);
            if (vpc.isEmpty()) {
                checks.add(rulesUnknown(group, member));
            } else if (!vpc.equals(member.vpc())) {
                checks.add(Check.no("group", group + " is not in " + member.vpc(), member.line()));
            }
        }
        if (member.groups().isEmpty()) {
            checks.add(rulesUnknown(member.groupsText(), member));
        }
        if (member.subnets().isEmpty()) {
            checks.add(Check.no("subnet", "no subnet is configured", member.line()));
        }
        return checks;
    }

    private static Check rulesUnknown(String group, NetworkMember member) {
        return Check.unknown("group", "the rules of " + group + " are not part of this template", member.line());
    }

    private List<Check> creationOrder(DeployedTask task, List<CheckChain> prerequisites) {
        Set<String> createdBefore = template.createdBefore(task.service().id());
        List<String> groups = task.member().groups();
        Stream<String> egressRules = template.resources("AWS::EC2::SecurityGroupEgress").stream()
                .filter(rule -> groups.contains(template.id(rule.at("GroupId"), "Ref", "GroupId")))
                .map(TemplateResource::id);
        Stream<String> required = prerequisites.stream()
                .flatMap(prerequisite -> prerequisite.checks().stream())
                .map(Check::resource);
        return Stream.concat(required, egressRules)
                .filter(id -> !id.isEmpty() && !createdBefore.contains(id))
                .distinct()
                .map(id -> task.service().id() + " does not wait for " + id)
                .map(finding -> Check.no("order", finding, task.service().line()))
                .toList();
    }
}
