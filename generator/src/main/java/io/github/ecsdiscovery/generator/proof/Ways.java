package io.github.ecsdiscovery.generator.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How traffic leaves subnets for the internet: association, route, gateway, address. */
final class Ways {
    private static final String ATTACHMENT = "AWS::EC2::VPCGatewayAttachment";

    private final Template template;

    Ways(Template template) {
        this.template = template;
    }

    /** The way from all of the subnets, since a task may stand in any of them. */
    Trail toInternet(List<Subnet> subnets, boolean publicAddress, int line) {
        Trail all = Trail.of();
        for (Subnet subnet : subnets) {
            all = all.then(toInternet(subnet, publicAddress, line));
        }
        return subnets.isEmpty() ? Trail.of(Hop.no("subnet", "there is no subnet to stand in", line)) : all;
    }

    private Trail toInternet(Subnet subnet, boolean publicAddress, int line) {
        if (!subnet.own()) {
            String says = "how " + subnet.id() + " is routed is not part of this template";
            return Trail.by("the VPC's routes", List.of(Hop.unknown("route", says, line)));
        }
        Optional<Resource> association = template.all("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(one ->
                        template.id(one.at("SubnetId"), "Ref", "SubnetId").equals(subnet.id()))
                .findFirst();
        if (association.isEmpty()) {
            String says = subnet.id() + " is associated with no route table: the VPC's main one leads nowhere";
            return Trail.of(Hop.no("subnet", says, lineOf(subnet, line)));
        }
        String table = template.id(association.get().at("RouteTableId"), "Ref", "RouteTableId");
        Hop associated = Hop.yes("subnet", subnet.id() + " is associated with " + table, association.get());
        return Trail.of(associated)
                .then(byTable(subnet, table, publicAddress, association.get().line()));
    }

    private int lineOf(Subnet subnet, int otherwise) {
        return template.find(subnet.id(), "AWS::EC2::Subnet")
                .map(Resource::line)
                .orElse(otherwise);
    }

    private Trail byTable(Subnet subnet, String id, boolean publicAddress, int line) {
        Optional<Resource> table = template.find(id, "AWS::EC2::RouteTable");
        if (table.isEmpty()) {
            return Trail.of(Hop.unknown("route", id + " is not part of this template", line));
        }
        if (!template.id(table.get().at("VpcId"), "Ref", "VpcId").equals(subnet.vpc())) {
            String says = id + " is not a route table of " + subnet.vpc();
            return Trail.of(Hop.no("route", says, table.get().line()));
        }
        return template.all("AWS::EC2::Route").stream()
                .filter(one -> template.id(one.at("RouteTableId"), "Ref", "RouteTableId")
                        .equals(id))
                .filter(one -> template.text(one.at("DestinationCidrBlock")).equals("0.0.0.0/0"))
                .findFirst()
                .map(route -> byRoute(subnet, route, publicAddress))
                .orElseGet(() -> Trail.of(Hop.no(
                        "route", id + " has no route to 0.0.0.0/0", table.get().line())));
    }

    private Trail byRoute(Subnet subnet, Resource route, boolean publicAddress) {
        String gateway = template.id(route.at("GatewayId"), "Ref", "InternetGatewayId");
        String nat = template.id(route.at("NatGatewayId"), "Ref", "NatGatewayId");
        if (template.find(gateway, "AWS::EC2::InternetGateway").isPresent()) {
            Hop routed = Hop.yes("route", route.id() + " sends 0.0.0.0/0 to " + gateway, route);
            Hop attached = attached(gateway, subnet.vpc(), route.line());
            return Trail.by(gateway, List.of(routed, attached, address(publicAddress, route)));
        }
        if (template.find(nat, "AWS::EC2::NatGateway").isPresent()) {
            Hop routed = Hop.yes("route", route.id() + " sends 0.0.0.0/0 to " + nat, route);
            Trail beyond = byNat(template.find(nat, "AWS::EC2::NatGateway").get(), subnet);
            List<Hop> hops = new ArrayList<>(List.of(routed));
            hops.addAll(beyond.hops());
            return Trail.by(nat, hops);
        }
        String says = route.id() + " sends 0.0.0.0/0 to something that this template does not explain";
        return Trail.of(Hop.unknown("route", says, route.line()));
    }

    private Hop attached(String gateway, String vpc, int line) {
        return template.all(ATTACHMENT).stream()
                .filter(one -> template.id(one.at("InternetGatewayId"), "Ref", "InternetGatewayId")
                        .equals(gateway))
                .filter(one -> template.id(one.at("VpcId"), "Ref", "VpcId").equals(vpc))
                .findFirst()
                .map(one -> Hop.yes("gateway", one.id() + " attaches " + gateway + " to " + vpc, one))
                .orElseGet(() -> Hop.no("gateway", gateway + " is not attached to " + vpc, line));
    }

    private static Hop address(boolean publicAddress, Resource route) {
        return publicAddress
                ? new Hop("address", Answer.YES, "each task has a public address", "", route.line())
                : Hop.no("address", "no public address, which an internet gateway needs", route.line());
    }

    private Trail byNat(Resource nat, Subnet subnet) {
        if (template.text(nat.at("ConnectivityType")).equals("private")) {
            return Trail.of(Hop.no("nat", nat.id() + " is private: it leads to other networks alone", nat.line()));
        }
        if (template.text(nat.at("AvailabilityMode")).equals("regional")) {
            return regional(nat, subnet.vpc());
        }
        Subnet place = Subnet.of(template, template.id(nat.at("SubnetId"), "Ref", "SubnetId"));
        if (place.equals(subnet)) {
            return Trail.of(Hop.no("nat", nat.id() + " stands in a subnet that is routed to itself", nat.line()));
        }
        boolean hasAddress = nat.at("AllocationId").isThere();
        Trail beyond = toInternet(place, hasAddress, nat.line());
        return Trail.of(Hop.yes("nat", nat.id() + " stands in " + place.id(), nat))
                .then(beyond);
    }

    /** A gateway of the Region has a route of its own to the VPC's internet gateway, which must be attached for that. */
    private Trail regional(Resource nat, String vpc) {
        if (!template.id(nat.at("VpcId"), "Ref", "VpcId").equals(vpc)) {
            return Trail.of(Hop.no("nat", nat.id() + " is not of " + vpc, nat.line()));
        }
        Hop there = Hop.yes("nat", nat.id() + " is regional", nat);
        return template.all(ATTACHMENT).stream()
                .filter(one -> template.id(one.at("VpcId"), "Ref", "VpcId").equals(vpc))
                .map(one -> template.id(one.at("InternetGatewayId"), "Ref", "InternetGatewayId"))
                .findFirst()
                .map(gateway -> Trail.of(there, attached(gateway, vpc, nat.line())))
                .orElseGet(() ->
                        Trail.of(there, Hop.no("gateway", "no internet gateway is attached to " + vpc, nat.line())));
    }
}
