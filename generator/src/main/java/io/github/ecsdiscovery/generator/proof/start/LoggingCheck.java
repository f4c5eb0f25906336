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

/**
 * Answers whether the logs of all containers and of the Service Connect proxy arrive in CloudWatch Logs.
 *
 * <p>The log driver {@code awslogs} needs an existing log group, and on Fargate the options {@code awslogs-region} and {@code
 * awslogs-stream-prefix}. ECS writes with the execution role, so the task needs a way to the {@code logs} service. Source: the
 * page "Send Amazon ECS logs to CloudWatch" of the Amazon ECS Developer Guide.
 */
public final class LoggingCheck {
    private static final String GROUP = "AWS::Logs::LogGroup";

    private final Template template;
    private final ExternalReachability reachability;
    private final IamRoles roles;

    public LoggingCheck(Template template, ExternalReachability reachability) {
        this.template = template;
        this.reachability = reachability;
        this.roles = new IamRoles(template);
    }

    /** Returns the conditions for all logs of a task to be written. */
    public CheckChain of(DeployedTask task) {
        CheckChain logging = CheckChain.of();
        for (DeployedContainer container : task.containers()) {
            logging = logging.then(of(task, container.settings().logConfiguration(), container.line()));
        }
        TemplateNode proxy = ServiceConnectProxies.configuration(task);
        return template.text(proxy.at("Enabled")).equals("true")
                ? logging.then(of(task, proxy.at("LogConfiguration"), proxy.line()))
                : logging;
    }

    private CheckChain of(DeployedTask task, TemplateNode configuration, int line) {
        if (!configuration.isPresent()) {
            return CheckChain.of(Check.no("logs", "there is no log configuration", line));
        }
        String driver = template.text(configuration.at("LogDriver"));
        if (!driver.equals("awslogs")) {
            String finding = "the destination of the log driver " + driver + " is not part of this template";
            return CheckChain.of(Check.unknown("logs", finding, configuration.line()));
        }
        TemplateNode options = configuration.at("Options");
        List<Check> checks = new ArrayList<>();
        checks.add(group(options.at("awslogs-group")));
        groupByIdOrName(template.id(options.at("awslogs-group"), "Ref"))
                .flatMap(new LogKeyCheck(template)::of)
                .ifPresent(checks::add);
        for (String option : List.of("awslogs-region", "awslogs-stream-prefix")) {
            if (!options.at(option).isPresent()) {
                checks.add(Check.no("logs", option + " is missing, which Fargate requires", options.line()));
            }
        }
        checks.add(roles.executionRoleAllows(task, IamRoles.LOG));
        return CheckChain.of(checks).then(reachability.awsServices(task, List.of("logs")));
    }

    /** Returns the names of the log groups that a task writes to; the text of the option for a group without a name. */
    public List<String> groups(DeployedTask task) {
        Stream<TemplateNode> configurations = Stream.concat(
                task.containers().stream().map(container -> container.settings().logConfiguration()),
                Stream.of(ServiceConnectProxies.configuration(task).at("LogConfiguration")));
        return configurations
                .map(configuration -> configuration.at("Options", "awslogs-group"))
                .filter(TemplateNode::isPresent)
                .map(option -> groupByIdOrName(template.id(option, "Ref"))
                        .map(group -> template.text(group.at("LogGroupName")))
                        .filter(name -> !name.isEmpty())
                        .orElseGet(() -> template.text(option)))
                .distinct()
                .toList();
    }

    private Optional<TemplateResource> groupByIdOrName(String id) {
        return template.resource(id, GROUP)
                .or(() -> template.resources(GROUP).stream()
                        .filter(group -> template.text(group.at("LogGroupName")).equals(id))
                        .findFirst());
    }

    private Check group(TemplateNode option) {
        String id = template.id(option, "Ref");
        Optional<TemplateResource> group = groupByIdOrName(id);
        if (group.isPresent()) {
            return Check.yes("log group", "the logs go to " + group.get().id(), group.get());
        }
        boolean isName = !id.isEmpty() && !id.startsWith("${");
        return isName
                ? Check.unknown("log group", "the log group " + id + " is not part of this template", option.line())
                : Check.no("log group", "awslogs-group is not a log group of this template", option.line());
    }
}
