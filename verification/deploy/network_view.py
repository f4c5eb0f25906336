"""Reads the network of a stack through the AWS CLI: the VPC and everything in it, except security groups."""

from __future__ import annotations

from account import is_main, tags


class NetworkView:
    """The part of a `StackView` about the VPC that the stack creates. `view` knows which resources are the stack's."""

    def __init__(self, view):
        self.view = view
        self.of = view.of
        self.label = view.label
        self.account = view.account

    def state(self):
        return {
            "vpcs": self.vpcs(),
            "internetGateways": self.internet_gateways(),
            "subnets": self.subnets(),
            "routeTables": self.route_tables(),
            "natGateways": self.nat_gateways(),
            "elasticIps": self.elastic_ips(),
            "vpcEndpoints": self.vpc_endpoints(),
            "flowLogs": self.flow_logs(),
            "dhcpOptions": self.dhcp_options(),
        }

    def in_own_vpc(self, kind, key):
        """Yields the resources of a kind that are in a VPC of the stack, and records their ids as seen."""
        for entry in self.of("ec2", f"describe-{kind}"):
            if entry["VpcId"] in self.view.own_vpcs and entry.get("State") != "deleted":
                self.view.seen.add(entry[key])
                yield entry

    def vpcs(self):
        return {
            self.label(vpc["VpcId"]): {
                "cidr": vpc["CidrBlock"],
                "dnsSupport": self.dns_attribute(vpc["VpcId"], "EnableDnsSupport"),
                "dnsHostnames": self.dns_attribute(vpc["VpcId"], "EnableDnsHostnames"),
                "tags": tags(vpc.get("Tags")),
            }
            for vpc in self.in_own_vpc("vpcs", "VpcId")
        }

    def dns_attribute(self, vpc, attribute):
        name = attribute[0].lower() + attribute[1:]
        answer = self.account.ask("ec2", "describe-vpc-attribute", "--vpc-id", vpc, "--attribute", name)
        return answer[attribute]["Value"]

    def internet_gateways(self):
        found = {}
        for gateway in self.of("ec2", "describe-internet-gateways"):
            vpcs = [entry["VpcId"] for entry in gateway["Attachments"]]
            if set(vpcs) & self.view.own_vpcs:
                self.view.seen.add(gateway["InternetGatewayId"])
                found[self.label(gateway["InternetGatewayId"])] = {
                    "vpcs": [self.label(vpc) for vpc in vpcs],
                    "tags": tags(gateway.get("Tags")),
                }
        return found

    # ---- Subnets and routes ----

    def subnets(self):
        return {
            self.label(subnet["SubnetId"]): {
                "vpc": self.label(subnet["VpcId"]),
                "cidr": subnet["CidrBlock"],
                "zone": subnet["AvailabilityZone"],
                "tags": tags(subnet.get("Tags")),
            }
            for subnet in self.view.own(self.of("ec2", "describe-subnets"), "SubnetId")
        }

    def route_tables(self):
        return {
            self.label(table["RouteTableId"]): {
                "vpc": self.label(table["VpcId"]),
                "routes": sorted(f"{self.destination(route)} to {self.target(route)}" for route in table["Routes"]),
                "subnets": sorted(self.label(association["SubnetId"]) for association in table["Associations"]),
                "tags": tags(table.get("Tags")),
            }
            for table in self.view.own(self.of("ec2", "describe-route-tables"), "RouteTableId")
            if not is_main(table)
        }

    def destination(self, route):
        """Returns a CIDR or the name of a prefix list. The id of a prefix list is different in each Region."""
        if "DestinationCidrBlock" in route:
            return route["DestinationCidrBlock"]
        lists = self.of("ec2", "describe-managed-prefix-lists")
        return next(e["PrefixListName"] for e in lists if e["PrefixListId"] == route["DestinationPrefixListId"])

    def target(self, route):
        return self.label(next(route[key] for key in ("GatewayId", "NatGatewayId") if key in route))

    def nat_gateways(self):
        found = {}
        for gateway in self.in_own_vpc("nat-gateways", "NatGatewayId"):
            addresses = gateway.get("NatGatewayAddresses", [])
            self.view.seen |= {address["NetworkInterfaceId"] for address in addresses}
            zonal = {}
            if gateway.get("SubnetId"):
                names = [self.label(address["AllocationId"]) for address in addresses]
                zonal = {"subnet": self.label(gateway["SubnetId"]), "elasticIp": ", ".join(names)}
            found[self.label(gateway["NatGatewayId"])] = {
                "mode": gateway.get("AvailabilityMode", "zonal"),
                "vpc": self.label(gateway["VpcId"]),
                **zonal,
                "tags": tags(gateway.get("Tags")),
            }
        return found

    def elastic_ips(self):
        found = {}
        for address in self.of("ec2", "describe-addresses"):
            name = self.label(address["AllocationId"])
            if address["AllocationId"] not in self.view.before and name.startswith(f"{self.view.stack}-"):
                self.view.seen.add(address["AllocationId"])
                found[name] = {"domain": address["Domain"], "tags": tags(address.get("Tags"))}
        return found

    # ---- VPC endpoints ----

    def vpc_endpoints(self):
        return {
            self.label(endpoint["VpcEndpointId"]): {
                "vpc": self.label(endpoint["VpcId"]),
                "service": endpoint["ServiceName"],
                "type": endpoint["VpcEndpointType"],
                **(self.interface(endpoint) if endpoint["VpcEndpointType"] == "Interface" else self.gateway(endpoint)),
                "tags": tags(endpoint.get("Tags")),
            }
            for endpoint in self.in_own_vpc("vpc-endpoints", "VpcEndpointId")
        }

    def interface(self, endpoint):
        self.view.seen |= set(endpoint["NetworkInterfaceIds"])
        return {
            "privateDns": endpoint["PrivateDnsEnabled"],
            "subnets": sorted(map(self.label, endpoint["SubnetIds"])),
            "securityGroups": sorted(self.label(group["GroupId"]) for group in endpoint["Groups"]),
        }

    def gateway(self, endpoint):
        return {"routeTables": sorted(map(self.label, endpoint["RouteTableIds"]))}

    # ---- Flow logs and DHCP options ----

    def flow_logs(self):
        found = {}
        for log in self.of("ec2", "describe-flow-logs"):
            if log["ResourceId"] not in self.view.own_vpcs:
                continue
            self.view.seen.add(log["FlowLogId"])
            found[self.label(log["FlowLogId"])] = {
                "vpc": self.label(log["ResourceId"]),
                "traffic": log["TrafficType"],
                "status": log["DeliverLogsStatus"],
                "logGroup": {"name": log["LogGroupName"], **self.view.log_group(log["LogGroupName"])},
                "role": self.view.permissions.role(log["DeliverLogsPermissionArn"]),
                "tags": tags(log.get("Tags")),
            }
        return found

    def dhcp_options(self):
        found = {}
        for options in self.of("ec2", "describe-dhcp-options"):
            vpcs = [
                vpc["VpcId"]
                for vpc in self.of("ec2", "describe-vpcs")
                if vpc.get("DhcpOptionsId") == options["DhcpOptionsId"]
            ]
            if set(vpcs) & self.view.own_vpcs:
                self.view.seen.add(options["DhcpOptionsId"])
                found[self.label(options["DhcpOptionsId"])] = {
                    "vpcs": [self.label(vpc) for vpc in vpcs],
                    "options": {
                        entry["Key"]: [value["Value"] for value in entry["Values"]]
                        for entry in options["DhcpConfigurations"]
                    },
                    "tags": tags(options.get("Tags")),
                }
        return found
