"""Connectivity of a VPC: addresses, NAT gateways, VPC endpoints, flow logs and DHCP options.

moto's own types can be neither updated nor deleted.
"""

from __future__ import annotations

import json
from typing import Any, ClassVar

from emulator.resource.base import Resource, select, without
from emulator.resource.network import Ec2Resource


class Eip(Ec2Resource):
    """AWS::EC2::EIP."""

    TYPE = "AWS::EC2::EIP"

    def create(self, properties: dict[str, Any]) -> None:
        """Allocates an address, which is the physical id. The tags belong to the allocation."""
        allocated = self.call("ec2", "AllocateAddress", **select(properties, "Domain"))
        self.physical_id = allocated["PublicIp"]
        self.attributes = {"AllocationId": allocated["AllocationId"], "PublicIp": allocated["PublicIp"]}
        if properties.get("Tags"):
            self.call("ec2", "CreateTags", Resources=[allocated["AllocationId"]], Tags=properties["Tags"])

    def delete(self, properties: dict[str, Any]) -> None:
        """Releases the address."""
        self.call("ec2", "ReleaseAddress", AllocationId=self.attributes["AllocationId"])


class NatGateway(Ec2Resource):
    """AWS::EC2::NatGateway, zonal or regional."""

    TYPE = "AWS::EC2::NatGateway"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the gateway."""
        parameters = select(
            properties,
            "SubnetId",
            "AllocationId",
            "ConnectivityType",
            "PrivateIpAddress",
            "AvailabilityMode",
            "VpcId",
        )
        self.physical_id = self.call("ec2", "CreateNatGateway", **parameters)["NatGateway"]["NatGatewayId"]
        self.tag(properties)
        self.attributes = {"NatGatewayId": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the gateway. EC2 lists it with the state "deleted" for a while."""
        self.call("ec2", "DeleteNatGateway", NatGatewayId=self.physical_id)


class VpcEndpoint(Ec2Resource):
    """AWS::EC2::VPCEndpoint."""

    TYPE = "AWS::EC2::VPCEndpoint"
    _LISTS: ClassVar = {
        "SubnetIds": "SubnetIds",
        "RouteTableIds": "RouteTableIds",
        "SecurityGroupIds": "SecurityGroupIds",
    }

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the endpoint."""
        parameters = without(properties, "Tags", "PolicyDocument")
        if "PolicyDocument" in properties:
            parameters["PolicyDocument"] = json.dumps(properties["PolicyDocument"])
        created = self.call("ec2", "CreateVpcEndpoint", **parameters)["VpcEndpoint"]
        self.physical_id = created["VpcEndpointId"]
        self.tag(properties)
        self.attributes = {"Id": self.physical_id}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates subnets, route tables, security groups, policy and tags."""
        change: dict[str, Any] = select(new, "PrivateDnsEnabled")
        for name in self._LISTS:
            before, after = old.get(name) or [], new.get(name) or []
            change[f"Add{name}"] = [item for item in after if item not in before]
            change[f"Remove{name}"] = [item for item in before if item not in after]
        if old.get("PolicyDocument") != new.get("PolicyDocument") and "PolicyDocument" in new:
            change["PolicyDocument"] = json.dumps(new["PolicyDocument"])
        change = {name: value for name, value in change.items() if value != []}
        self.call("ec2", "ModifyVpcEndpoint", VpcEndpointId=self.physical_id, **change)
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the endpoint."""
        self.call("ec2", "DeleteVpcEndpoints", VpcEndpointIds=[self.physical_id])


class FlowLog(Ec2Resource):
    """AWS::EC2::FlowLog."""

    TYPE = "AWS::EC2::FlowLog"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the flow log."""
        parameters = without(properties, "Tags", "ResourceId")
        created = self.call("ec2", "CreateFlowLogs", ResourceIds=[properties["ResourceId"]], **parameters)
        self.physical_id = created["FlowLogIds"][0]
        self.tag(properties)
        self.attributes = {"Id": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the flow log."""
        self.call("ec2", "DeleteFlowLogs", FlowLogIds=[self.physical_id])


class DhcpOptions(Ec2Resource):
    """AWS::EC2::DHCPOptions."""

    TYPE = "AWS::EC2::DHCPOptions"
    _KEYS: ClassVar = {
        "DomainName": "domain-name",
        "DomainNameServers": "domain-name-servers",
        "NtpServers": "ntp-servers",
        "NetbiosNameServers": "netbios-name-servers",
        "NetbiosNodeType": "netbios-node-type",
    }

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the set of options. EC2 expects a list for each option."""
        given = {key: properties[name] for name, key in self._KEYS.items() if name in properties}
        options = [
            {"Key": key, "Values": [str(item) for item in value] if isinstance(value, list) else [str(value)]}
            for key, value in given.items()
        ]
        created = self.call("ec2", "CreateDhcpOptions", DhcpConfigurations=options)["DhcpOptions"]
        self.physical_id = created["DhcpOptionsId"]
        self.tag(properties)
        self.attributes = {"DhcpOptionsId": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the options. This is an error while a VPC uses them."""
        self.call("ec2", "DeleteDhcpOptions", DhcpOptionsId=self.physical_id)


class VpcDhcpOptionsAssociation(Resource):
    """AWS::EC2::VPCDHCPOptionsAssociation."""

    TYPE = "AWS::EC2::VPCDHCPOptionsAssociation"

    def create(self, properties: dict[str, Any]) -> None:
        """Associates the options with the VPC."""
        self.call("ec2", "AssociateDhcpOptions", **properties)
        self.physical_id = f"{properties['DhcpOptionsId']}|{properties['VpcId']}"

    def delete(self, properties: dict[str, Any]) -> None:
        """Associates the default options with the VPC, as CloudFormation does."""
        self.call("ec2", "AssociateDhcpOptions", DhcpOptionsId="default", VpcId=properties["VpcId"])
