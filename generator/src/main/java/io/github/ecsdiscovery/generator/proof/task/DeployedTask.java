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
 * @param name the ECS service's name
 * @param service its resource
 * @param definition the task definition, or null where it is not part of the template
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

    public static DeployedTask of(Template template, TemplateResource service) {
        String called = template.text(service.at("ServiceName"));
        String name = called.isEmpty() ? service.id() : called;
        TemplateNode network = service.at("NetworkConfiguration", "AwsvpcConfiguration");
        NetworkMember member = NetworkMember.of(
                template,
                name,
                template.ids(network.at("SecurityGroups"), "Ref", "GroupId"),
                template.ids(network.at("Subnets"), "Ref", "SubnetId"),
                network.line());
        Optional<TemplateResource> definition = template.find(
                template.id(service.at("TaskDefinition"), "Ref", "TaskDefinitionArn"), "AWS::ECS::TaskDefinition");
        List<DeployedContainer> containers = definition.stream()
                .flatMap(one -> one.at("ContainerDefinitions").items().stream())
                .map(one -> DeployedContainer.of(template, one))
                .toList();
        boolean publicAddress = template.text(network.at("AssignPublicIp")).equals("ENABLED");
        return new DeployedTask(name, service, definition.orElse(null), member, publicAddress, containers);
    }

    /** Whether people may open sessions in its tasks, by ECS Exec. */
    public boolean opensSessions(Template template) {
        return template.text(service.at("EnableExecuteCommand")).equals("true");
    }

    /** All that its containers listen at. */
    public List<DeployedContainer.Listening> listening() {
        return containers.stream().flatMap(one -> one.ports().stream()).toList();
    }

    /** The first variable of that name. */
    public Optional<DeployedContainer.Variable> variable(String name) {
        return containers.stream()
                .flatMap(one -> one.variables().stream())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
