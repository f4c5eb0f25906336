package io.github.ecsdiscovery.generator.proof.start;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.task.DeployedContainer;
import io.github.ecsdiscovery.generator.proof.task.DeployedTask;
import io.github.ecsdiscovery.generator.proof.traffic.AddressRange;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateNode;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What CloudFormation, EC2 or ECS does not take, so that no task starts. */
final class EcsServiceValidity {
    private static final String VPC = "AWS::EC2::VPC";
    private static final String SUBNET = "AWS::EC2::Subnet";
    private static final String CLUSTER = "AWS::ECS::Cluster";

    private final Template template;

    EcsServiceValidity(Template template) {
        this.template = template;
    }

    List<Check> of(DeployedTask task) {
        List<Check> hops = new ArrayList<>(lost());
        task.member().subnets().stream()
                .flatMap(subnet -> template.find(subnet.id(), SUBNET).stream())
                .forEach(subnet -> hops.addAll(addresses(subnet)));
        cluster(task).ifPresent(hops::add);
        boolean isEssential =
                task.containers().isEmpty() || task.containers().stream().anyMatch(DeployedContainer::essential);
        if (!isEssential) {
            hops.add(
                    Check.no("task", "no container is essential", task.service().line()));
        }
        hops.addAll(new ContainerStartOrder(template, task).refusals());
        return hops;
    }

    /** References to nothing: CloudFormation refuses the whole template. */
    private List<Check> lost() {
        List<Check> hops = new ArrayList<>();
        for (TemplateResource resource : template.all()) {
            resource.uses().stream()
                    .filter(name -> !name.startsWith("AWS::") && !template.knows(name))
                    .sorted()
                    .forEach(name -> hops.add(Check.no(
                            "reference",
                            resource.id() + " refers to " + name + ", which is not there",
                            resource.line())));
        }
        return hops;
    }

    /** A subnet is a part of its VPC that no other subnet has. */
    private List<Check> addresses(TemplateResource subnet) {
        Optional<AddressRange> own = range(subnet);
        if (own.isEmpty()) {
            return List.of(Check.no("subnet", subnet.id() + " has no range of addresses", subnet.line()));
        }
        List<Check> hops = new ArrayList<>();
        String vpc = template.id(subnet.at("VpcId"), "Ref", "VpcId");
        template.find(vpc, VPC)
                .filter(one ->
                        range(one).filter(range -> range.contains(own.get())).isEmpty())
                .ifPresent(one -> hops.add(Check.no("subnet", subnet.id() + " is no part of " + vpc, subnet.line())));
        template.all(SUBNET).stream()
                .filter(other -> !other.id().equals(subnet.id()))
                .filter(other -> template.id(other.at("VpcId"), "Ref", "VpcId").equals(vpc))
                .filter(other -> range(other).filter(own.get()::overlaps).isPresent())
                .forEach(other ->
                        hops.add(Check.no("subnet", subnet.id() + " has addresses of " + other.id(), subnet.line())));
        return hops;
    }

    private Optional<AddressRange> range(TemplateResource resource) {
        return AddressRange.of(template.text(resource.at("CidrBlock")));
    }

    /** A service runs in a cluster that has the capacity providers that it asks for. */
    private Optional<Check> cluster(DeployedTask task) {
        TemplateResource service = task.service();
        TemplateNode named = service.at("Cluster");
        String id = template.id(named, "Ref", "Arn");
        Optional<TemplateResource> cluster = template.find(id, CLUSTER);
        if (!named.isThere()) {
            String says = "whether there is a cluster called default is not part of this template";
            return Optional.of(Check.unknown("cluster", says, service.line()));
        }
        if (cluster.isEmpty()) {
            boolean isElsewhere = !id.isEmpty() && (isImport(named) || !id.startsWith("${")) && !template.knows(id);
            return isElsewhere
                    ? Optional.empty()
                    : Optional.of(Check.no("cluster", service.id() + " names no cluster", named.line()));
        }
        Set<String> offered = Set.copyOf(template.texts(cluster.get().at("CapacityProviders")));
        return service.at("CapacityProviderStrategy").items().stream()
                .map(one -> template.text(one.at("CapacityProvider")))
                .filter(provider -> !offered.contains(provider))
                .findFirst()
                .map(provider -> Check.no(
                        "cluster",
                        id + " does not offer " + provider,
                        cluster.get().line()));
    }

    private static boolean isImport(TemplateNode value) {
        return value instanceof TemplateNode.Call call && call.function().equals("Fn::ImportValue");
    }
}
