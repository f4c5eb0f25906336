package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what a container says is written to CloudWatch Logs. */
final class Logging {
    private static final String GROUP = "AWS::Logs::LogGroup";

    private final Template template;
    private final Outside outside;
    private final ExecutionRole role;

    Logging(Template template, Outside outside) {
        this.template = template;
        this.outside = outside;
        this.role = new ExecutionRole(template);
    }

    Trail of(Task task) {
        Trail all = Trail.of();
        for (Container container : task.containers()) {
            all = all.then(of(task, container.logs(), container.line()));
        }
        Tree proxy = Proxies.said(task);
        return template.text(proxy.at("Enabled")).equals("true")
                ? all.then(of(task, proxy.at("LogConfiguration"), proxy.line()))
                : all;
    }

    private Trail of(Task task, Tree logs, int line) {
        String driver = template.text(logs.at("LogDriver"));
        if (!driver.equals("awslogs")) {
            return Trail.of(
                    logs.isThere()
                            ? Hop.unknown("logs", "where the log driver " + driver + " writes is not told", logs.line())
                            : Hop.no("logs", "there is no log configuration", line));
        }
        Tree options = logs.at("Options");
        List<Hop> hops = new ArrayList<>(List.of(group(options.at("awslogs-group"))));
        found(template.id(options.at("awslogs-group"), "Ref"))
                .flatMap(new LogKey(template)::of)
                .ifPresent(hops::add);
        for (String option : List.of("awslogs-region", "awslogs-stream-prefix")) {
            if (!options.at(option).isThere()) {
                hops.add(Hop.no("logs", option + " is missing, which Fargate needs", options.line()));
            }
        }
        hops.add(role.allows(task, ExecutionRole.LOG));
        return Trail.of(hops).then(outside.services(task, List.of("logs")));
    }

    /** The names of the log groups that a task writes to, as far as they are told. */
    List<String> groups(Task task) {
        Stream<Tree> logs = Stream.concat(
                task.containers().stream().map(Container::logs),
                Stream.of(Proxies.said(task).at("LogConfiguration")));
        return logs.map(one -> one.at("Options", "awslogs-group"))
                .filter(Tree::isThere)
                .map(option -> found(template.id(option, "Ref"))
                        .map(group -> template.text(group.at("LogGroupName")))
                        .filter(name -> !name.isEmpty())
                        .orElseGet(() -> template.text(option)))
                .distinct()
                .toList();
    }

    /** By its logical id, or by its name. */
    private Optional<Resource> found(String id) {
        return template.find(id, GROUP)
                .or(() -> template.all(GROUP).stream()
                        .filter(one -> template.text(one.at("LogGroupName")).equals(id))
                        .findFirst());
    }

    private Hop group(Tree option) {
        String id = template.id(option, "Ref");
        Optional<Resource> group = found(id);
        if (group.isPresent()) {
            return Hop.yes("log group", group.get().id() + " takes what it says", group.get());
        }
        boolean named = !id.isEmpty() && !id.startsWith("${");
        return named
                ? Hop.unknown("log group", "whether " + id + " is there is not part of this template", option.line())
                : Hop.no("log group", "awslogs-group names no log group of this template", option.line());
    }
}
