package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.discovery.ServiceConnectProxies;
import io.github.ecsdiscovery.generator.proof.reach.ExternalReachability;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what a container says is written to CloudWatch Logs. */
public final class LoggingCheck {
    private static final String GROUP = "AWS::Logs::LogGroup";

    private final Template template;
    private final ExternalReachability outside;
    private final ExecutionRole role;

    public LoggingCheck(Template template, ExternalReachability outside) {
        this.template = template;
        this.outside = outside;
        this.role = new ExecutionRole(template);
    }

    public CheckChain of(DeployedTask task) {
        CheckChain all = CheckChain.of();
        for (DeployedContainer container : task.containers()) {
            all = all.then(of(task, container.logs(), container.line()));
        }
        TemplateNode proxy = ServiceConnectProxies.said(task);
        return template.text(proxy.at("Enabled")).equals("true")
                ? all.then(of(task, proxy.at("LogConfiguration"), proxy.line()))
                : all;
    }

    private CheckChain of(DeployedTask task, TemplateNode logs, int line) {
        String driver = template.text(logs.at("LogDriver"));
        if (!driver.equals("awslogs")) {
            return CheckChain.of(
                    logs.isThere()
                            ? Check.unknown(
                                    "logs", "where the log driver " + driver + " writes is not told", logs.line())
                            : Check.no("logs", "there is no log configuration", line));
        }
        TemplateNode options = logs.at("Options");
        List<Check> hops = new ArrayList<>(List.of(group(options.at("awslogs-group"))));
        found(template.id(options.at("awslogs-group"), "Ref"))
                .flatMap(new LogKeyCheck(template)::of)
                .ifPresent(hops::add);
        for (String option : List.of("awslogs-region", "awslogs-stream-prefix")) {
            if (!options.at(option).isThere()) {
                hops.add(Check.no("logs", option + " is missing, which Fargate needs", options.line()));
            }
        }
        hops.add(role.allows(task, ExecutionRole.LOG));
        return CheckChain.of(hops).then(outside.services(task, List.of("logs")));
    }

    /** The names of the log groups that a task writes to, as far as they are told. */
    public List<String> groups(DeployedTask task) {
        Stream<TemplateNode> logs = Stream.concat(
                task.containers().stream().map(DeployedContainer::logs),
                Stream.of(ServiceConnectProxies.said(task).at("LogConfiguration")));
        return logs.map(one -> one.at("Options", "awslogs-group"))
                .filter(TemplateNode::isThere)
                .map(option -> found(template.id(option, "Ref"))
                        .map(group -> template.text(group.at("LogGroupName")))
                        .filter(name -> !name.isEmpty())
                        .orElseGet(() -> template.text(option)))
                .distinct()
                .toList();
    }

    /** By its logical id, or by its name. */
    private Optional<TemplateResource> found(String id) {
        return template.find(id, GROUP)
                .or(() -> template.all(GROUP).stream()
                        .filter(one -> template.text(one.at("LogGroupName")).equals(id))
                        .findFirst());
    }

    private Check group(TemplateNode option) {
        String id = template.id(option, "Ref");
        Optional<TemplateResource> group = found(id);
        if (group.isPresent()) {
            return Check.yes("log group", group.get().id() + " takes what it says", group.get());
        }
        boolean named = !id.isEmpty() && !id.startsWith("${");
        return named
                ? Check.unknown("log group", "whether " + id + " is there is not part of this template", option.line())
                : Check.no("log group", "awslogs-group names no log group of this template", option.line());
    }
}
