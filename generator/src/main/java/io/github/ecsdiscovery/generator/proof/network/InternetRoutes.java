package io.github.ecsdiscovery.generator.proof.network;

import io.github.ecsdiscovery.generator.proof.check.Check;
import io.github.ecsdiscovery.generator.proof.check.CheckChain;
import io.github.ecsdiscovery.generator.template.Template;
import io.github.ecsdiscovery.generator.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers how traffic leaves subnets for the internet, and whether it can.
 *
 * <p>AWS needs the following chain: the subnet is associated with a route table, the table has a route to {@code 0.0.0.0/0},
 * and the route leads to one of these:
 *
 * <ul>
 *   <li>An internet gateway that is attached to the VPC. The sender then needs a public address.
 *   <li>A public NAT gateway in another subnet, with an Elastic IP address and its own way to the internet.
 *   <li>A regional NAT gateway of a VPC that has an internet gateway.
 * </ul>
 *
 * <p>Sources: the pages "Route tables" and "NAT gateways" of the Amazon VPC User Guide.
 */
public final class InternetRoutes {
    private static final String ATTACHMENT = "AWS::EC2::VPCGatewayAttachment";
    private static final String INTERNET_GATEWAY = "AWS::EC2::InternetGateway";
    private static final String NAT_GATEWAY = "AWS::EC2::NatGateway";

    private final Template template;

    public InternetRoutes(Template template) {
        this.template = template;
    }

    /**
     * Returns the way from all of the subnets to the internet. Each subnet needs one, because a task can start in any of them.
     *
     * @param publicAddress whether the sender has a public address
     * @param line the line of the sender, for a subnet outside the template
     */
    public CheckChain toInternet(List<DeployedSubnet> subnets, boolean publicAddress, int line) {
        if (subnets.isEmpty()) {
            return CheckChain.of(Check.no("subnet", "no subnet is configured", line));
        }
        CheckChain path = CheckChain.of();
        for (DeployedSubnet subnet : subnets) {
            path = path.then(toInternet(subnet, publicAddress, line));
        }
        return path;
    }

    private CheckChain toInternet(DeployedSubnet subnet, boolean publicAddress, int line) {
        if (!subnet.inTemplate()) {
            String finding = "the routes of " + subnet.id() + " are not part of this template";
            return CheckChain.via("the VPC's routes", List.of(Check.unknown("route", finding, line)));
        }
        Optional<TemplateResource> association = template.resources("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(resource ->
                        template.id(resource.at("SubnetId"), "Ref", "SubnetId").equals(subnet.id()))
                .findFirst();
        if (association.isEmpty()) {
            String finding = subnet.id()
                    + " has no route table, and the main route table of its VPC has no route to the internet";
            return CheckChain.of(Check.no("subnet", finding, lineOf(subnet, line)));
        }
        String table = template.id(association.get().at("RouteTableId"), "Ref", "RouteTableId");
        Check associated = Check.yes("subnet", subnet.id() + " is associated with " + table, association.get());
        return CheckChain.of(associated)
                .then(throughTable(
                        subnet, table, publicAddress, association.get().line()));
    }

    private int lineOf(DeployedSubnet subnet, int fallback) {
        return template.resource(subnet.id(), "AWS::EC2::Subnet")
                .map(TemplateResource::line)
                .orElse(fallback);
    }

    private CheckChain throughTable(DeployedSubnet subnet, String id, boolean publicAddress, int line) {
        Optional<TemplateResource> table = template.resource(id, "AWS::EC2::RouteTable");
        if (table.isEmpty()) {
            return CheckChain.of(Check.unknown("route", id + " is not part of this template", line));
        }
        if (!template.id(table.get().at("VpcId"), "Ref", "VpcId").equals(subnet.vpc())) {
            String finding = id + " is not a route table of " + subnet.vpc();
            return CheckChain.of(Check.no("route", finding, table.get().line()));
        }
        return template.resources("AWS::EC2::Route").stream()
                .filter(route -> template.id(route.at("RouteTableId"), "Ref", "RouteTableId")
                        .equals(id))
                .filter(route -> template.text(route.at("DestinationCidrBlock")).equals("0.0.0.0/0"))
                .findFirst()
                .map(route -> throughRoute(subnet, route, publicAddress))
                .orElseGet(() -> CheckChain.of(Check.no(
                        "route", id + " has no route to 0.0.0.0/0", table.get().line())));
    }

    private CheckChain throughRoute(DeployedSubnet subnet, TemplateResource route, boolean publicAddress) {
        String gateway = template.id(route.at("GatewayId"), "Ref", "InternetGatewayId");
        if (template.resource(gateway, INTERNET_GATEWAY).isPresent()) {
            Check routed = Check.yes("route", route.id() + " sends 0.0.0.0/0 to " + gateway, route);
            Check attached = attachment(gateway, subnet.vpc(), route.line());
            return CheckChain.via(gateway, List.of(routed, attached, publicAddress(publicAddress, route)));
        }
        String nat = template.id(route.at("NatGatewayId"), "Ref", "NatGatewayId");
        Optional<TemplateResource> natGateway = template.resource(nat, NAT_GATEWAY);
        if (natGateway.isPresent()) {
            List<Check> checks = new ArrayList<>();
            checks.add(Check.yes("route", route.id() + " sends 0.0.0.0/0 to " + nat, route));
            checks.addAll(throughNatGateway(natGateway.get(), subnet).checks());
            return CheckChain.via(nat, checks);
        }
        String finding = route.id() + " sends 0.0.0.0/0 to a target that is not part of this template";
        return CheckChain.of(Check.unknown("route", finding, route.line()));
    }

    private Check attachment(String gateway, String vpc, int line) {
        return template.resources(ATTACHMENT).stream()
                .filter(attachment -> template.id(attachment.at("InternetGatewayId"), "Ref", "InternetGatewayId")
                        .equals(gateway))
                .filter(attachment ->
                        template.id(attachment.at("VpcId"), "Ref", "VpcId").equals(vpc))
                .findFirst()
                .map(attachment ->
                        Check.yes("gateway", attachment.id() + " attaches " + gateway + " to " + vpc, attachment))
                .orElseGet(() -> Check.no("gateway", gateway + " is not attached to " + vpc, line));
    }

    private static Check publicAddress(boolean isAssigned, TemplateResource route) {
        return isAssigned
                ? Check.yes("address", "each task has a public address", route.line())
                : Check.no("address", "no public address, which an internet gateway requires", route.line());
    }

    private CheckChain throughNatGateway(TemplateResource nat, DeployedSubnet subnet) {
        if (template.text(nat.at("ConnectivityType")).equals("private")) {
            String finding = nat.id() + " is a private NAT gateway, which has no way to the internet";
            return CheckChain.of(Check.no("nat", finding, nat.line()));
        }
        if (template.text(nat.at("AvailabilityMode")).equals("regional")) {
            return throughRegionalNatGateway(nat, subnet.vpc());
        }
        DeployedSubnet natSubnet = DeployedSubnet.of(template, template.id(nat.at("SubnetId"), "Ref", "SubnetId"));
        if (natSubnet.equals(subnet)) {
            String finding = nat.id() + " is in the subnet that it serves, so its traffic is routed back to itself";
            return CheckChain.of(Check.no("nat", finding, nat.line()));
        }
        boolean hasAddress = nat.at("AllocationId").isPresent();
        return CheckChain.of(Check.yes("nat", nat.id() + " is in " + natSubnet.id(), nat))
                .then(toInternet(natSubnet, hasAddress, nat.line()));
    }

    /** A regional NAT gateway has a route of its own to the internet gateway of the VPC. */
    private CheckChain throughRegionalNatGateway(TemplateResource nat, String vpc) {
        if (!template.id(nat.at("VpcId"), "Ref", "VpcId").equals(vpc)) {
            return CheckChain.of(Check.no("nat", nat.id() + " is not in " + vpc, nat.line()));
        }
        Check regional = Check.yes("nat", nat.id() + " is a regional NAT gateway", nat);
        return template.resources(ATTACHMENT).stream()
                .filter(attachment ->
                        template.id(attachment.at("VpcId"), "Ref", "VpcId").equals(vpc))
                .map(attachment -> template.id(attachment.at("InternetGatewayId"), "Ref", "InternetGatewayId"))
                .findFirst()
                .map(gateway -> CheckChain.of(regional, attachment(gateway, vpc, nat.line())))
                .orElseGet(() -> CheckChain.of(
                        regional, Check.no("gateway", "no internet gateway is attached to " + vpc, nat.line())));
    }
}
