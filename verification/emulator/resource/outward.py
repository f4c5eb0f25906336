"""What private subnets need to reach the world: addresses, NAT gateways and endpoints; and what a VPC tells of itself.

moto's own types update none of them and delete none.
"""

from __future__ import annotations

import json
from typing import Any, ClassVar

from emulator.resource.base import Resource, only, without
from emulator.resource.network import Ec2Resource


class Eip(Ec2Resource):
    """AWS::EC2::EIP."""

    TYPE = "AWS::EC2::EIP"

    def create(self, properties: dict[str, Any]) -> None:
        """Allocates an address, by which the resource is known; tags belong to the allocation."""
        made = self.call("ec2", "AllocateAddress", **only(properties, "Domain"))
        self.physical_id = made["PublicIp"]
        self.attributes = {"AllocationId": made["AllocationId"], "PublicIp": made["PublicIp"]}
        if properties.get("Tags"):
            self.call("ec2", "CreateTags", Resources=[made["AllocationId"]], Tags=properties["Tags"])

    def delete(self, properties: dict[str, Any]) -> None:
        """Releases the address."""
        self.call("ec2", "ReleaseAddress", AllocationId=self.attributes["AllocationId"])


class NatGateway(Ec2Resource):
    """AWS::EC2::NatGateway, in a subnet or of the Region."""

    TYPE = "AWS::EC2::NatGateway"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the gateway."""
        wanted = only(
            properties,
            "SubnetId",
            "AllocationId",
            "ConnectivityType",
            "PrivateIpAddress",
            "AvailabilityMode",
            "VpcId",
        )
        self.physical_id = self.call("ec2", "CreateNatGateway", **wanted)["NatGateway"]["NatGatewayId"]
        self.tag(properties)
        self.attributes = {"NatGatewayId": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the gateway; EC2 tells of it as deleted for a while."""
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
        """Makes the endpoint."""
        wanted = without(properties, "Tags", "PolicyDocument")
        if "PolicyDocument" in properties:
            wanted["PolicyDocument"] = json.dumps(properties["PolicyDocument"])
        made = self.call("ec2", "CreateVpcEndpoint", **wanted)["VpcEndpoint"]
        self.physical_id = made["VpcEndpointId"]
        self.tag(properties)
        self.attributes = {"Id": self.physical_id}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """What it is associated with, its policy and its tags."""
        change: dict[str, Any] = only(new, "PrivateDnsEnabled")
        for name in self._LISTS:
            before, after = old.get(name) or [], new.get(name) or []
            change[f"Add{name}"] = [item for item in after if item not in before]
            change[f"Remove{name}"] = [item for item in before if item not in after]
        if old.get("PolicyDocument") != new.get("PolicyDocument") and "PolicyDocument" in new:
            change["PolicyDocument"] = json.dumps(new["PolicyDocument"])
        change = {name: value for name, value in change.items() if value != []}
        self.call("ec2", "ModifyVpcEndpoint", VpcEndpointId=self.physical_id, **change)
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the endpoint."""
        self.call("ec2", "DeleteVpcEndpoints", VpcEndpointIds=[self.physical_id])


class FlowLog(Ec2Resource):
    """AWS::EC2::FlowLog."""

    TYPE = "AWS::EC2::FlowLog"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the log."""
        wanted = without(properties, "Tags", "ResourceId")
        made = self.call("ec2", "CreateFlowLogs", ResourceIds=[properties["ResourceId"]], **wanted)
        self.physical_id = made["FlowLogIds"][0]
        self.tag(properties)
        self.attributes = {"Id": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the log."""
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
        """Makes the set of options; each is a list to EC2."""
        given = {key: properties[name] for name, key in self._KEYS.items() if name in properties}
        options = [
            {"Key": key, "Values": [str(item) for item in value] if isinstance(value, list) else [str(value)]}
            for key, value in given.items()
        ]
        made = self.call("ec2", "CreateDhcpOptions", DhcpConfigurations=options)["DhcpOptions"]
        self.physical_id = made["DhcpOptionsId"]
        self.tag(properties)
        self.attributes = {"DhcpOptionsId": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while a VPC has them."""
        self.call("ec2", "DeleteDhcpOptions", DhcpOptionsId=self.physical_id)


class VpcDhcpOptionsAssociation(Resource):
    """AWS::EC2::VPCDHCPOptionsAssociation."""

    TYPE = "AWS::EC2::VPCDHCPOptionsAssociation"

    def create(self, properties: dict[str, Any]) -> None:
        """Gives the options to the VPC."""
        self.call("ec2", "AssociateDhcpOptions", **properties)
        self.physical_id = f"{properties['DhcpOptionsId']}|{properties['VpcId']}"

    def delete(self, properties: dict[str, Any]) -> None:
        """Leaves the VPC without options of its own, which is what CloudFormation does on AWS."""
        self.call("ec2", "AssociateDhcpOptions", DhcpOptionsId="default", VpcId=properties["VpcId"])
