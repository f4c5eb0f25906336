package io.github.ecsdiscovery.generator.proof.task;

import io.github.ecsdiscovery.generator.proof.traffic.Traffic;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import java.util.List;

/**
 * A container of a task definition.
 *
 * @param image the image; a part that only the deployed stack knows is a placeholder
 * @param ports the port mappings
 * @param settings the settings of its runtime
 * @param lifecycle the settings that decide when it starts and what its exit means
 */
public record DeployedContainer(
        String name,
        String image,
        List<PortMapping> ports,
        Environment environment,
        Settings settings,
        Lifecycle lifecycle,
        int line) {
    public DeployedContainer {
        ports = List.copyOf(ports);
    }

    /**
     * A port that a container listens on.
     *
     * @param name the name that Service Connect refers to; empty if there is none
     * @param appProtocol the protocol that Service Connect parses; empty if it forwards plain TCP
     */
    public record PortMapping(Traffic traffic, String name, String appProtocol, int line) {}

    /** An environment variable with a plain value. */
    public record Variable(String name, String value, int line) {}

    /**
     * The environment variables of a container.
     *
     * @param variables the variables with a plain value
     * @param secrets the variables whose values ECS injects
     */
    public record Environment(List<Variable> variables, List<InjectedSecret> secrets) {
        public Environment {
            variables = List.copyOf(variables);
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * Settings of a container's runtime.
     *
     * @param logConfiguration the value of {@code LogConfiguration}
     * @param readonlyRoot whether the root file system is read-only
     * @param memory the hard memory limit in MiB, as text; empty if there is none
     */
    public record Settings(TemplateNode logConfiguration, boolean readonlyRoot, String memory) {}

    /**
     * Settings that decide when a container starts and what its exit means.
     *
     * @param essential whether the task stops when the container exits
     * @param hasHealthCheck whether other containers can wait until it is healthy
     * @param dependencies the containers that it waits for
     */
    public record Lifecycle(boolean essential, boolean hasHealthCheck, List<ContainerDependency> dependencies) {
        public Lifecycle {
            dependencies = List.copyOf(dependencies);
        }
    }

    static DeployedContainer of(Template template, TemplateNode node) {
        return new DeployedContainer(
                template.text(node.at("Name")),
                template.text(node.at("Image")),
                node.at("PortMappings").items().stream()
                        .map(port -> portMapping(template, port))
                        .toList(),
                environment(template, node),
                new Settings(
                        node.at("LogConfiguration"),
                        template.text(node.at("ReadonlyRootFilesystem")).equals("true"),
                        template.text(node.at("Memory"))),
                lifecycle(template, node),
                node.line());
    }

    private static PortMapping portMapping(Template template, TemplateNode port) {
        String number = template.text(port.at("ContainerPort"));
        String protocol = template.text(port.at("Protocol"));
        return new PortMapping(
                Traffic.of(protocol.isEmpty() ? "tcp" : protocol, number, number),
                template.text(port.at("Name")),
                template.text(port.at("AppProtocol")),
                port.line());
    }

    private static Environment environment(Template template, TemplateNode node) {
        return new Environment(
                node.at("Environment").items().stream()
                        .map(variable -> new Variable(
                                template.text(variable.at("Name")),
                                template.text(variable.at("Value")),
                                variable.line()))
                        .toList(),
                node.at("Secrets").items().stream()
                        .map(secret -> InjectedSecret.of(
                                template.text(secret.at("Name")), template.text(secret.at("ValueFrom")), secret.line()))
                        .toList());
    }

    private static Lifecycle lifecycle(Template template, TemplateNode node) {
        return new Lifecycle(
                !template.text(node.at("Essential")).equals("false"),
                node.at("HealthCheck").isPresent(),
                node.at("DependsOn").items().stream()
                        .map(dependency -> new ContainerDependency(
                                template.text(dependency.at("ContainerName")),
                                template.text(dependency.at("Condition")),
                                dependency.line()))
                        .toList());
    }

    /** Returns whether the image is in a private registry of Amazon ECR. */
    public boolean isFromEcr() {
        return registry().contains(".dkr.ecr.") || registry().contains(".dkr-ecr.");
    }

    /** Returns the host that the image is pulled from. */
    public String registry() {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        return isHost ? first : "docker.io";
    }
}
