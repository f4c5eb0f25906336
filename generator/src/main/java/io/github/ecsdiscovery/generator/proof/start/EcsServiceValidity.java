package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.traffic.AddressRange;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers whether CloudFormation, EC2 and ECS accept a service and what it refers to.
 *
 * <ul>
 *   <li>CloudFormation rejects a template with a reference to a name that it does not declare.
 *   <li>EC2 rejects a subnet whose addresses are outside the VPC or overlap with another subnet.
 *   <li>ECS rejects a capacity provider that the cluster does not have, and a task without an essential container.
 * </ul>
 *
 * <p>Sources: the CloudFormation User Guide, and the API references of {@code CreateSubnet}, {@code CreateService} and {@code
 * RegisterTaskDefinition}.
 */
final class EcsServiceValidity {
    private static final String VPC = "AWS::EC2::VPC";
    private static final String SUBNET = "AWS::EC2::Subnet";
    private static final String CLUSTER = "AWS::ECS::Cluster";

    private final Template template;

    EcsServiceValidity(Template template) {
        this.template = template;
    }

    /** Returns a check for each problem; no checks if AWS accepts everything. */
    List<Check> of(DeployedTask task) {
        List<Check> checks = new ArrayList<>(danglingReferences());
        task.member().subnets().stream()
                .flatMap(subnet -> template.resource(subnet.id(), SUBNET).stream())
                .forEach(subnet -> checks.addAll(subnetAddresses(subnet)));
        cluster(task).ifPresent(checks::add);
        boolean isEssential = task.containers().isEmpty()
                || task.containers().stream()
                        .anyMatch(container -> container.lifecycle().essential());
        if (!isEssential) {
            checks.add(
                    Check.no("task", "no container is essential", task.service().line()));
        }
        checks.addAll(new ContainerStartOrder(template, task).problems());
        return checks;
    }

    private List<Check> danglingReferences() {
        List<Check> checks = new ArrayList<>();
        for (TemplateResource resource : template.resources()) {
            resource.dependencies().stream()
                    .filter(name -> !name.startsWith("AWS::") && !template.declares(name))
                    .sorted()
                    .map(name -> resource.id() + " refers to " + name + ", which does not exist")
                    .forEach(finding -> checks.add(Check.no("reference", finding, resource.line())));
        }
        return checks;
    }

    private List<Check> subnetAddresses(TemplateResource subnet) {
        Optional<AddressRange> range = range(subnet);
        if (range.isEmpty()) {
            return List.of(Check.no("subnet", subnet.id() + " has no CIDR block", subnet.line()));
        }
        List<Check> checks = new ArrayList<>();
        String vpc = template.id(subnet.at("VpcId"), "Ref", "VpcId");
        template.resource(vpc, VPC)
                .filter(resource -> range(resource)
                        .filter(ofVpc -> ofVpc.contains(range.get()))
                        .isEmpty())
                .map(resource -> subnet.id() + " is outside the addresses of " + vpc)
                .ifPresent(finding -> checks.add(Check.no("subnet", finding, subnet.line())));
        template.resources(SUBNET).stream()
                .filter(other -> !other.id().equals(subnet.id()))
                .filter(other -> template.id(other.at("VpcId"), "Ref", "VpcId").equals(vpc))
                .filter(other -> range(other).filter(range.get()::overlaps).isPresent())
                .map(other -> subnet.id() + " overlaps with " + other.id())
                .forEach(finding -> checks.add(Check.no("subnet", finding, subnet.line())));
        return checks;
    }

    private Optional<AddressRange> range(TemplateResource resource) {
        return AddressRange.parse(template.text(resource.at("CidrBlock")));
    }

    private Optional<Check> cluster(DeployedTask task) {
        TemplateResource service = task.service();
        TemplateNode reference = service.at("Cluster");
        if (!reference.isPresent()) {
            String finding = "the cluster `default`, which ECS uses without Cluster, is not part of this template";
            return Optional.of(Check.unknown("cluster", finding, service.line()));
        }
        String id = template.id(reference, "Ref", "Arn");
        Optional<TemplateResource> cluster = template.resource(id, CLUSTER);
        if (cluster.isPresent()) {
            return capacityProvider(service, cluster.get());
        }
        boolean isName = isImport(reference) || !id.startsWith("${");
        return !id.isEmpty() && isName && !template.declares(id)
                ? Optional.empty()
                : Optional.of(Check.no("cluster", service.id() + " does not refer to a cluster", reference.line()));
    }

    private Optional<Check> capacityProvider(TemplateResource service, TemplateResource cluster) {
        Set<String> available = Set.copyOf(template.texts(cluster.at("CapacityProviders")));
        return service.at("CapacityProviderStrategy").items().stream()
                .map(item -> template.text(item.at("CapacityProvider")))
                .filter(provider -> !available.contains(provider))
                .findFirst()
                .map(provider -> Check.no(
                        "cluster", cluster.id() + " does not have the capacity provider " + provider, cluster.line()));
    }

    private static boolean isImport(TemplateNode value) {
        return value instanceof TemplateNode.FunctionCall call
                && call.function().equals("Fn::ImportValue");
    }
}
