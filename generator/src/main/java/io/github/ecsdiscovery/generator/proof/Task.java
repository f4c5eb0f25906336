package io.github.ecsdiscovery.generator.proof;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ECS service and the tasks that it runs.
 *
 * @param name the ECS service's name
 * @param service its resource
 * @param definition the task definition, or null where it is not part of the template
 * @param publicAddress whether each task gets a public address
 */
record Task(
        String name,
        Resource service,
        @Nullable Resource definition,
        Member member,
        boolean publicAddress,
        List<Container> containers) {
    Task {
        containers = List.copyOf(containers);
    }

    static Task of(Template template, Resource service) {
        String called = template.text(service.at("ServiceName"));
        String name = called.isEmpty() ? service.id() : called;
        Tree network = service.at("NetworkConfiguration", "AwsvpcConfiguration");
        Member member = Member.of(
                template,
                name,
                template.ids(network.at("SecurityGroups"), "Ref", "GroupId"),
                template.ids(network.at("Subnets"), "Ref", "SubnetId"),
                network.line());
        Optional<Resource> definition = template.find(
                template.id(service.at("TaskDefinition"), "Ref", "TaskDefinitionArn"), "AWS::ECS::TaskDefinition");
        List<Container> containers = definition.stream()
                .flatMap(one -> one.at("ContainerDefinitions").items().stream())
                .map(one -> Container.of(template, one))
                .toList();
        boolean publicAddress = template.text(network.at("AssignPublicIp")).equals("ENABLED");
        return new Task(name, service, definition.orElse(null), member, publicAddress, containers);
    }

    /** Whether people may open sessions in its tasks, by ECS Exec. */
    boolean opensSessions(Template template) {
        return template.text(service.at("EnableExecuteCommand")).equals("true");
    }

    /** All that its containers listen at. */
    List<Container.Listening> listening() {
        return containers.stream().flatMap(one -> one.ports().stream()).toList();
    }

    /** The first variable of that name. */
    Optional<Container.Variable> variable(String name) {
        return containers.stream()
                .flatMap(one -> one.variables().stream())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
