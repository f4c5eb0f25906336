package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.proof.check.Tristate;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How traffic leaves subnets for the internet: association, route, gateway, address. */
public final class InternetRoutes {
    private static final String ATTACHMENT = "AWS::EC2::VPCGatewayAttachment";

    private final Template template;

    public InternetRoutes(Template template) {
        this.template = template;
    }

    /** The way from all of the subnets, since a task may stand in any of them. */
    public CheckChain toInternet(List<DeployedSubnet> subnets, boolean publicAddress, int line) {
        CheckChain all = CheckChain.of();
        for (DeployedSubnet subnet : subnets) {
            all = all.then(toInternet(subnet, publicAddress, line));
        }
        return subnets.isEmpty() ? CheckChain.of(Check.no("subnet", "there is no subnet to stand in", line)) : all;
    }

    private CheckChain toInternet(DeployedSubnet subnet, boolean publicAddress, int line) {
        if (!subnet.own()) {
            String says = "how " + subnet.id() + " is routed is not part of this template";
            return CheckChain.by("the VPC's routes", List.of(Check.unknown("route", says, line)));
        }
        Optional<TemplateResource> association = template.all("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(one ->
                        template.id(one.at("SubnetId"), "Ref", "SubnetId").equals(subnet.id()))
                .findFirst();
        if (association.isEmpty()) {
            String says = subnet.id() + " is associated with no route table: the VPC's main one leads nowhere";
            return CheckChain.of(Check.no("subnet", says, lineOf(subnet, line)));
        }
        String table = template.id(association.get().at("RouteTableId"), "Ref", "RouteTableId");
        Check associated = Check.yes("subnet", subnet.id() + " is associated with " + table, association.get());
        return CheckChain.of(associated)
                .then(byTable(subnet, table, publicAddress, association.get().line()));
    }

    private int lineOf(DeployedSubnet subnet, int otherwise) {
        return template.find(subnet.id(), "AWS::EC2::Subnet")
                .map(TemplateResource::line)
                .orElse(otherwise);
    }

    private CheckChain byTable(DeployedSubnet subnet, String id, boolean publicAddress, int line) {
        Optional<TemplateResource> table = template.find(id, "AWS::EC2::RouteTable");
        if (table.isEmpty()) {
            return CheckChain.of(Check.unknown("route", id + " is not part of this template", line));
        }
        if (!template.id(table.get().at("VpcId"), "Ref", "VpcId").equals(subnet.vpc())) {
            String says = id + " is not a route table of " + subnet.vpc();
            return CheckChain.of(Check.no("route", says, table.get().line()));
        }
        return template.all("AWS::EC2::Route").stream()
                .filter(one -> template.id(one.at("RouteTableId"), "Ref", "RouteTableId")
                        .equals(id))
                .filter(one -> template.text(one.at("DestinationCidrBlock")).equals("0.0.0.0/0"))
                .findFirst()
                .map(route -> byRoute(subnet, route, publicAddress))
                .orElseGet(() -> CheckChain.of(Check.no(
                        "route", id + " has no route to 0.0.0.0/0", table.get().line())));
    }

    private CheckChain byRoute(DeployedSubnet subnet, TemplateResource route, boolean publicAddress) {
        String gateway = template.id(route.at("GatewayId"), "Ref", "InternetGatewayId");
        String nat = template.id(route.at("NatGatewayId"), "Ref", "NatGatewayId");
        if (template.find(gateway, "AWS::EC2::InternetGateway").isPresent()) {
            Check routed = Check.yes("route", route.id() + " sends 0.0.0.0/0 to " + gateway, route);
            Check attached = attached(gateway, subnet.vpc(), route.line());
            return CheckChain.by(gateway, List.of(routed, attached, address(publicAddress, route)));
        }
        if (template.find(nat, "AWS::EC2::NatGateway").isPresent()) {
            Check routed = Check.yes("route", route.id() + " sends 0.0.0.0/0 to " + nat, route);
            CheckChain beyond = byNat(template.find(nat, "AWS::EC2::NatGateway").get(), subnet);
            List<Check> hops = new ArrayList<>(List.of(routed));
            hops.addAll(beyond.hops());
            return CheckChain.by(nat, hops);
        }
        String says = route.id() + " sends 0.0.0.0/0 to something that this template does not explain";
        return CheckChain.of(Check.unknown("route", says, route.line()));
    }

    private Check attached(String gateway, String vpc, int line) {
        return template.all(ATTACHMENT).stream()
                .filter(one -> template.id(one.at("InternetGatewayId"), "Ref", "InternetGatewayId")
                        .equals(gateway))
                .filter(one -> template.id(one.at("VpcId"), "Ref", "VpcId").equals(vpc))
                .findFirst()
                .map(one -> Check.yes("gateway", one.id() + " attaches " + gateway + " to " + vpc, one))
                .orElseGet(() -> Check.no("gateway", gateway + " is not attached to " + vpc, line));
    }

    private static Check address(boolean publicAddress, TemplateResource route) {
        return publicAddress
                ? new Check("address", Tristate.YES, "each task has a public address", "", route.line())
                : Check.no("address", "no public address, which an internet gateway needs", route.line());
    }

    private CheckChain byNat(TemplateResource nat, DeployedSubnet subnet) {
        if (template.text(nat.at("ConnectivityType")).equals("private")) {
            return CheckChain.of(
                    Check.no("nat", nat.id() + " is private: it leads to other networks alone", nat.line()));
        }
        if (template.text(nat.at("AvailabilityMode")).equals("regional")) {
            return regional(nat, subnet.vpc());
        }
        DeployedSubnet place = DeployedSubnet.of(template, template.id(nat.at("SubnetId"), "Ref", "SubnetId"));
        if (place.equals(subnet)) {
            return CheckChain.of(
                    Check.no("nat", nat.id() + " stands in a subnet that is routed to itself", nat.line()));
        }
        boolean hasAddress = nat.at("AllocationId").isThere();
        CheckChain beyond = toInternet(place, hasAddress, nat.line());
        return CheckChain.of(Check.yes("nat", nat.id() + " stands in " + place.id(), nat))
                .then(beyond);
    }

    /** A gateway of the Region has a route of its own to the VPC's internet gateway, which must be attached for that. */
    private CheckChain regional(TemplateResource nat, String vpc) {
        if (!template.id(nat.at("VpcId"), "Ref", "VpcId").equals(vpc)) {
            return CheckChain.of(Check.no("nat", nat.id() + " is not of " + vpc, nat.line()));
        }
        Check there = Check.yes("nat", nat.id() + " is regional", nat);
        return template.all(ATTACHMENT).stream()
                .filter(one -> template.id(one.at("VpcId"), "Ref", "VpcId").equals(vpc))
                .map(one -> template.id(one.at("InternetGatewayId"), "Ref", "InternetGatewayId"))
                .findFirst()
                .map(gateway -> CheckChain.of(there, attached(gateway, vpc, nat.line())))
                .orElseGet(() -> CheckChain.of(
                        there, Check.no("gateway", "no internet gateway is attached to " + vpc, nat.line())));
    }
}
