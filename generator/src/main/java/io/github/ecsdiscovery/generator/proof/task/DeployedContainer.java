package io.github.ecsdiscovery.generator.proof.task;

import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import java.util.List;

/**
 * A container of a task.
 *
 * @param image its image; what only a stack knows stays a hole
 * @param essential whether its end is the task's
 * @param ports what it listens at
 * @param secrets variables whose values ECS takes from elsewhere
 * @param logs its log configuration
 * @param readonlyRoot whether it may write to its volumes alone
 * @param checked whether it has a health check
 * @param waits the containers that it waits for
 * @param memory MiB of the task's that are its own, as text; empty for none
 */
public record DeployedContainer(
        String name,
        String image,
        boolean essential,
        List<Listening> ports,
        List<Variable> variables,
        List<InjectedSecret> secrets,
        TemplateNode logs,
        boolean readonlyRoot,
        boolean checked,
        List<ContainerDependency> waits,
        String memory,
        int line) {
    public DeployedContainer {
        ports = List.copyOf(ports);
        variables = List.copyOf(variables);
        secrets = List.copyOf(secrets);
        waits = List.copyOf(waits);
    }

    /**
     * A port that a container listens at.
     *
     * @param name by which Service Connect knows it; empty for none
     * @param appProtocol what Service Connect looks into; empty for nothing
     */
    public record Listening(Traffic traffic, String name, String appProtocol, int line) {}

    /** A variable of its environment. */
    public record Variable(String name, String value, int line) {}

    static DeployedContainer of(Template template, TemplateNode tree) {
        return new DeployedContainer(
                template.text(tree.at("Name")),
                template.text(tree.at("Image")),
                !template.text(tree.at("Essential")).equals("false"),
                tree.at("PortMappings").items().stream()
                        .map(port -> listening(template, port))
                        .toList(),
                tree.at("Environment").items().stream()
                        .map(one ->
                                new Variable(template.text(one.at("Name")), template.text(one.at("Value")), one.line()))
                        .toList(),
                tree.at("Secrets").items().stream()
                        .map(one -> InjectedSecret.of(
                                template.text(one.at("Name")), template.text(one.at("ValueFrom")), one.line()))
                        .toList(),
                tree.at("LogConfiguration"),
                template.text(tree.at("ReadonlyRootFilesystem")).equals("true"),
                tree.at("HealthCheck").isThere(),
                tree.at("DependsOn").items().stream()
                        .map(one -> new ContainerDependency(
                                template.text(one.at("ContainerName")), template.text(one.at("Condition")), one.line()))
                        .toList(),
                template.text(tree.at("Memory")),
                tree.line());
    }

    private static Listening listening(Template template, TemplateNode port) {
        String number = template.text(port.at("ContainerPort"));
        String protocol = template.text(port.at("Protocol"));
        return new Listening(
                Traffic.of(protocol.isEmpty() ? "tcp" : protocol, number, number),
                template.text(port.at("Name")),
                template.text(port.at("AppProtocol")),
                port.line());
    }

    /** Whether its image is in a private registry of ECR. */
    public boolean isFromEcr() {
        return registry().contains(".dkr.ecr.") || registry().contains(".dkr-ecr.");
    }

    /** The host that its image is pulled from. */
    public String registry() {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        return isHost ? first : "docker.io";
    }
}
