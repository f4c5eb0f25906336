"""The network of a stack, read back through the AWS CLI in the form of `expected_network`."""

from __future__ import annotations

from account import is_main, tags


class NetworkView:
    """Reads what is in a stack's own VPC, except security groups. `view` knows what belongs to the stack."""

    def __init__(self, view):
        self.view = view
        self.of = view.of
        self.label = view.label
        self.account = view.account

    def picture(self):
        return {
            "vpcs": self.vpcs(),
            "gateways": self.gateways(),
            "subnets": self.subnets(),
            "routeTables": self.route_tables(),
            "natGateways": self.nat_gateways(),
            "addresses": self.addresses(),
            "endpoints": self.endpoints(),
            "flowLogs": self.flow_logs(),
            "dhcpOptions": self.dhcp_options(),
        }

    def own(self, kind, key):
        """What is in a VPC of the stack's own, and is seen thereby."""
        for entry in self.of("ec2", f"describe-{kind}"):
            if entry["VpcId"] in self.view.own_vpcs and entry.get("State") != "deleted":
                self.view.seen.add(entry[key])
                yield entry

    def vpcs(self):
        return {
            self.label(vpc["VpcId"]): {
                "cidr": vpc["CidrBlock"],
                "dnsSupport": self.dns(vpc["VpcId"], "EnableDnsSupport"),
                "dnsHostnames": self.dns(vpc["VpcId"], "EnableDnsHostnames"),
                "tags": tags(vpc.get("Tags")),
            }
            for vpc in self.own("vpcs", "VpcId")
        }

    def dns(self, vpc, attribute):
        name = attribute[0].lower() + attribute[1:]
        answer = self.account.ask("ec2", "describe-vpc-attribute", "--vpc-id", vpc, "--attribute", name)
        return answer[attribute]["Value"]

    def gateways(self):
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

    # ---- Subnets and their ways out ----

    def subnets(self):
        return {
            self.label(subnet["SubnetId"]): {
                "vpc": self.label(subnet["VpcId"]),
                "cidr": subnet["CidrBlock"],
                "zone": subnet["AvailabilityZone"],
                "tags": tags(subnet.get("Tags")),
            }
            for subnet in self.view.mine(self.of("ec2", "describe-subnets"), "SubnetId")
        }

    def route_tables(self):
        return {
            self.label(table["RouteTableId"]): {
                "vpc": self.label(table["VpcId"]),
                "routes": sorted(f"{self.destination(route)} to {self.target(route)}" for route in table["Routes"]),
                "subnets": sorted(self.label(place["SubnetId"]) for place in table["Associations"]),
                "tags": tags(table.get("Tags")),
            }
            for table in self.view.mine(self.of("ec2", "describe-route-tables"), "RouteTableId")
            if not is_main(table)
        }

    def destination(self, route):
        """A network, or the name of a prefix list, whose id is another in each Region."""
        if "DestinationCidrBlock" in route:
            return route["DestinationCidrBlock"]
        lists = self.of("ec2", "describe-managed-prefix-lists")
        return next(e["PrefixListName"] for e in lists if e["PrefixListId"] == route["DestinationPrefixListId"])

    def target(self, route):
        return self.label(next(route[key] for key in ("GatewayId", "NatGatewayId") if key in route))

    def nat_gateways(self):
        found = {}
        for gateway in self.own("nat-gateways", "NatGatewayId"):
            addresses = gateway.get("NatGatewayAddresses", [])
            self.view.seen |= {address["NetworkInterfaceId"] for address in addresses}
            where = {}
            if gateway.get("SubnetId"):
                names = [self.label(address["AllocationId"]) for address in addresses]
                where = {"subnet": self.label(gateway["SubnetId"]), "address": ", ".join(names)}
            found[self.label(gateway["NatGatewayId"])] = {
                "mode": gateway.get("AvailabilityMode", "zonal"),
                "vpc": self.label(gateway["VpcId"]),
                **where,
                "tags": tags(gateway.get("Tags")),
            }
        return found

    def addresses(self):
        found = {}
        for address in self.of("ec2", "describe-addresses"):
            name = self.label(address["AllocationId"])
            if address["AllocationId"] not in self.view.before and name.startswith(f"{self.view.stack}-"):
                self.view.seen.add(address["AllocationId"])
                found[name] = {"domain": address["Domain"], "tags": tags(address.get("Tags"))}
        return found

    # ---- Endpoints ----

    def endpoints(self):
        return {
            self.label(endpoint["VpcEndpointId"]): {
                "vpc": self.label(endpoint["VpcId"]),
                "service": endpoint["ServiceName"],
                "kind": endpoint["VpcEndpointType"],
                **(self.interface(endpoint) if endpoint["VpcEndpointType"] == "Interface" else self.gateway(endpoint)),
                "tags": tags(endpoint.get("Tags")),
            }
            for endpoint in self.own("vpc-endpoints", "VpcEndpointId")
        }

    def interface(self, endpoint):
        self.view.seen |= set(endpoint["NetworkInterfaceIds"])
        return {
            "ownNames": endpoint["PrivateDnsEnabled"],
            "subnets": sorted(map(self.label, endpoint["SubnetIds"])),
            "groups": sorted(self.label(group["GroupId"]) for group in endpoint["Groups"]),
        }

    def gateway(self, endpoint):
        return {"routeTables": sorted(map(self.label, endpoint["RouteTableIds"]))}

    # ---- What is logged, and which names are looked for ----

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
                "group": {"name": log["LogGroupName"], **self.view.log_group(log["LogGroupName"])},
                "role": self.view.role(log["DeliverLogsPermissionArn"]),
                "tags": tags(log.get("Tags")),
            }
        return found

    def dhcp_options(self):
        found = {}
        for options in self.of("ec2", "describe-dhcp-options"):
            vpcs = [
                v["VpcId"]
                for v in self.of("ec2", "describe-vpcs")
                if v.get("DhcpOptionsId") == options["DhcpOptionsId"]
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
