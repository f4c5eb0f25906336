package io.github.ecsdiscovery.generator.proof.task;

import io.github.ecsdiscovery.generator.proof.network.NetworkMember;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ECS service and the tasks that it runs.
 *
 * @param name the value of {@code ServiceName}, or the logical id if there is none
 * @param service the {@code AWS::ECS::Service}
 * @param definition the task definition, or null if it is not part of the template
 * @param member the network configuration of the tasks
 * @param publicAddress whether each task gets a public address
 */
public record DeployedTask(
        String name,
        TemplateResource service,
        @Nullable TemplateResource definition,
        NetworkMember member,
        boolean publicAddress,
        List<DeployedContainer> containers) {
    public DeployedTask {
        containers = List.copyOf(containers);
    }

    /** Reads an ECS service and its task definition. */
    public static DeployedTask of(Template template, TemplateResource service) {
        String serviceName = template.text(service.at("ServiceName"));
        String name = serviceName.isEmpty() ? service.id() : serviceName;
        TemplateNode network = service.at("NetworkConfiguration", "AwsvpcConfiguration");
        NetworkMember member = NetworkMember.of(
                template,
                name,
                template.ids(network.at("SecurityGroups"), "Ref", "GroupId"),
                template.ids(network.at("Subnets"), "Ref", "SubnetId"),
                network.line());
        Optional<TemplateResource> definition = template.resource(
                template.id(service.at("TaskDefinition"), "Ref", "TaskDefinitionArn"), "AWS::ECS::TaskDefinition");
        List<DeployedContainer> containers = definition.stream()
                .flatMap(resource -> resource.at("ContainerDefinitions").items().stream())
                .map(container -> DeployedContainer.of(template, container))
                .toList();
        boolean publicAddress = template.text(network.at("AssignPublicIp")).equals("ENABLED");
        return new DeployedTask(name, service, definition.orElse(null), member, publicAddress, containers);
    }

    /** Returns whether ECS Exec is enabled. */
    public boolean hasEcsExec(Template template) {
        return template.text(service.at("EnableExecuteCommand")).equals("true");
    }

    /** Returns the port mappings of all containers. */
    public List<DeployedContainer.PortMapping> portMappings() {
        return containers.stream()
                .flatMap(container -> container.ports().stream())
                .toList();
    }

    /** Returns the secrets of all containers. */
    public List<InjectedSecret> secrets() {
        return containers.stream()
                .flatMap(container -> container.environment().secrets().stream())
                .toList();
    }

    /** Returns whether a container listens on a port, given as decimal text. */
    public boolean listensOn(String port) {
        return portMappings().stream()
                .anyMatch(mapping -> Integer.toString(mapping.traffic().from()).equals(port));
    }

    /** Returns the first plain environment variable of a name in any container. */
    public Optional<DeployedContainer.Variable> variable(String name) {
        return containers.stream()
                .flatMap(container -> container.environment().variables().stream())
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }
}
