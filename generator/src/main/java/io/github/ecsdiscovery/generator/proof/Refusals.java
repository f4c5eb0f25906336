package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What CloudFormation, EC2 or ECS does not take, so that no task starts. */
final class Refusals {
    private static final String VPC = "AWS::EC2::VPC";
    private static final String SUBNET = "AWS::EC2::Subnet";
    private static final String CLUSTER = "AWS::ECS::Cluster";

    private final Template template;

    Refusals(Template template) {
        this.template = template;
    }

    List<Hop> of(Task task) {
        List<Hop> hops = new ArrayList<>(lost());
        task.member().subnets().stream()
                .flatMap(subnet -> template.find(subnet.id(), SUBNET).stream())
                .forEach(subnet -> hops.addAll(addresses(subnet)));
        cluster(task).ifPresent(hops::add);
        boolean isEssential =
                task.containers().isEmpty() || task.containers().stream().anyMatch(Container::essential);
        if (!isEssential) {
            hops.add(Hop.no("task", "no container is essential", task.service().line()));
        }
        hops.addAll(new StartOrder(template, task).refusals());
        return hops;
    }

    /** References to nothing: CloudFormation refuses the whole template. */
    private List<Hop> lost() {
        List<Hop> hops = new ArrayList<>();
        for (Resource resource : template.all()) {
            resource.uses().stream()
                    .filter(name -> !name.startsWith("AWS::") && !template.knows(name))
                    .sorted()
                    .forEach(name -> hops.add(Hop.no(
                            "reference",
                            resource.id() + " refers to " + name + ", which is not there",
                            resource.line())));
        }
        return hops;
    }

    /** A subnet is a part of its VPC that no other subnet has. */
    private List<Hop> addresses(Resource subnet) {
        Optional<Cidr> own = range(subnet);
        if (own.isEmpty()) {
            return List.of(Hop.no("subnet", subnet.id() + " has no range of addresses", subnet.line()));
        }
        List<Hop> hops = new ArrayList<>();
        String vpc = template.id(subnet.at("VpcId"), "Ref", "VpcId");
        template.find(vpc, VPC)
                .filter(one ->
                        range(one).filter(range -> range.contains(own.get())).isEmpty())
                .ifPresent(one -> hops.add(Hop.no("subnet", subnet.id() + " is no part of " + vpc, subnet.line())));
        template.all(SUBNET).stream()
                .filter(other -> !other.id().equals(subnet.id()))
                .filter(other -> template.id(other.at("VpcId"), "Ref", "VpcId").equals(vpc))
                .filter(other -> range(other).filter(own.get()::overlaps).isPresent())
                .forEach(other ->
                        hops.add(Hop.no("subnet", subnet.id() + " has addresses of " + other.id(), subnet.line())));
        return hops;
    }

    private Optional<Cidr> range(Resource resource) {
        return Cidr.of(template.text(resource.at("CidrBlock")));
    }

    /** A service runs in a cluster that has the capacity providers that it asks for. */
    private Optional<Hop> cluster(Task task) {
        Resource service = task.service();
        Tree named = service.at("Cluster");
        String id = template.id(named, "Ref", "Arn");
        Optional<Resource> cluster = template.find(id, CLUSTER);
        if (!named.isThere()) {
            String says = "whether there is a cluster called default is not part of this template";
            return Optional.of(Hop.unknown("cluster", says, service.line()));
        }
        if (cluster.isEmpty()) {
            boolean isElsewhere = !id.isEmpty() && (isImport(named) || !id.startsWith("${")) && !template.knows(id);
            return isElsewhere
                    ? Optional.empty()
                    : Optional.of(Hop.no("cluster", service.id() + " names no cluster", named.line()));
        }
        Set<String> offered = Set.copyOf(template.texts(cluster.get().at("CapacityProviders")));
        return service.at("CapacityProviderStrategy").items().stream()
                .map(one -> template.text(one.at("CapacityProvider")))
                .filter(provider -> !offered.contains(provider))
                .findFirst()
                .map(provider -> Hop.no(
                        "cluster",
                        id + " does not offer " + provider,
                        cluster.get().line()));
    }

    private static boolean isImport(Tree value) {
        return value instanceof Tree.Call call && call.function().equals("Fn::ImportValue");
    }
}
