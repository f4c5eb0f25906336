"""VPCs and what leads in and out of them.

moto's own types drop EnableDnsHostnames and the associations of route tables, update nothing, and delete neither
gateways nor route tables.
"""

from __future__ import annotations

from typing import Any

from emulator.resource.base import Resource, only, tag_changes, without


class Ec2Resource(Resource):
    """A resource of EC2, which takes tags by its id."""

    def tag(self, properties: dict[str, Any]) -> None:
        """Gives a new resource its tags."""
        if properties.get("Tags"):
            self.call("ec2", "CreateTags", Resources=[self.physical_id], Tags=properties["Tags"])

    def retag(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Brings the tags of a resource up to date."""
        put, gone = tag_changes(old, new)
        if gone:
            self.call("ec2", "DeleteTags", Resources=[self.physical_id], Tags=[{"Key": key} for key in gone])
        if put:
            self.call("ec2", "CreateTags", Resources=[self.physical_id], Tags=put)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Tags are all that most of these can change."""
        self.retag(old, new)


class Vpc(Ec2Resource):
    """AWS::EC2::VPC."""

    TYPE = "AWS::EC2::VPC"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the VPC, then its two DNS attributes, which the API has no parameter for."""
        wanted = without(properties, "Tags", "EnableDnsSupport", "EnableDnsHostnames")
        vpc = self.call("ec2", "CreateVpc", **wanted)["Vpc"]
        self.physical_id = vpc["VpcId"]
        self._attributes(properties)
        self.tag(properties)
        mine = [{"Name": "vpc-id", "Values": [self.physical_id]}]
        groups = self.call(
            "ec2", "DescribeSecurityGroups", Filters=[*mine, {"Name": "group-name", "Values": ["default"]}]
        )
        acls = self.call("ec2", "DescribeNetworkAcls", Filters=mine)
        self.attributes = {
            "VpcId": self.physical_id,
            "CidrBlock": vpc["CidrBlock"],
            "CidrBlockAssociations": [block["AssociationId"] for block in vpc.get("CidrBlockAssociationSet", [])],
            "DefaultSecurityGroup": groups["SecurityGroups"][0]["GroupId"],
            "DefaultNetworkAcl": acls["NetworkAcls"][0]["NetworkAclId"],
            "Ipv6CidrBlocks": [],
        }

    def _attributes(self, properties: dict[str, Any]) -> None:
        for name in ("EnableDnsSupport", "EnableDnsHostnames"):
            if name in properties:
                self.call("ec2", "ModifyVpcAttribute", VpcId=self.physical_id, **{name: {"Value": properties[name]}})

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """An attribute that is no longer there has its default."""
        defaults = {"EnableDnsSupport": True, "EnableDnsHostnames": False}
        self._attributes({**{name: value for name, value in defaults.items() if name in old}, **new})
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while something else is in the VPC."""
        self.call("ec2", "DeleteVpc", VpcId=self.physical_id)


class Subnet(Ec2Resource):
    """AWS::EC2::Subnet."""

    TYPE = "AWS::EC2::Subnet"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the subnet."""
        wanted = only(
            properties, "VpcId", "CidrBlock", "AvailabilityZone", "AvailabilityZoneId", "Ipv6CidrBlock", "Ipv6Native"
        )
        subnet = self.call("ec2", "CreateSubnet", **wanted)["Subnet"]
        self.physical_id = subnet["SubnetId"]
        self._attributes(properties)
        self.tag(properties)
        self.attributes = only(subnet, "SubnetId", "VpcId", "CidrBlock", "AvailabilityZone", "AvailabilityZoneId")

    def _attributes(self, properties: dict[str, Any]) -> None:
        for name in ("MapPublicIpOnLaunch", "AssignIpv6AddressOnCreation"):
            if name in properties:
                self.call(
                    "ec2", "ModifySubnetAttribute", SubnetId=self.physical_id, **{name: {"Value": properties[name]}}
                )

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """An attribute that is no longer there is off."""
        self._attributes({**{name: False for name in ("MapPublicIpOnLaunch",) if name in old}, **new})
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while an interface is in the subnet."""
        self.call("ec2", "DeleteSubnet", SubnetId=self.physical_id)


class InternetGateway(Ec2Resource):
    """AWS::EC2::InternetGateway."""

    TYPE = "AWS::EC2::InternetGateway"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the gateway."""
        self.physical_id = self.call("ec2", "CreateInternetGateway")["InternetGateway"]["InternetGatewayId"]
        self.tag(properties)
        self.attributes = {"InternetGatewayId": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while it is attached."""
        self.call("ec2", "DeleteInternetGateway", InternetGatewayId=self.physical_id)


class VpcGatewayAttachment(Resource):
    """AWS::EC2::VPCGatewayAttachment of an internet gateway."""

    TYPE = "AWS::EC2::VPCGatewayAttachment"

    def create(self, properties: dict[str, Any]) -> None:
        """Attaches the gateway."""
        self.call("ec2", "AttachInternetGateway", **properties)
        self.physical_id = f"IGW|{properties['VpcId']}"
        self.attributes = {"AttachmentType": "IGW"}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Attaches another gateway."""
        self.delete(old)
        self.create(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Detaches the gateway."""
        self.call("ec2", "DetachInternetGateway", **properties)


class RouteTable(Ec2Resource):
    """AWS::EC2::RouteTable."""

    TYPE = "AWS::EC2::RouteTable"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the table."""
        self.physical_id = self.call("ec2", "CreateRouteTable", VpcId=properties["VpcId"])["RouteTable"]["RouteTableId"]
        self.tag(properties)
        self.attributes = {"RouteTableId": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while a subnet is associated with it."""
        self.call("ec2", "DeleteRouteTable", RouteTableId=self.physical_id)


class Route(Resource):
    """AWS::EC2::Route."""

    TYPE = "AWS::EC2::Route"
    _DESTINATIONS = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the route; EC2 gives it no id of its own."""
        self.call("ec2", "CreateRoute", **properties)
        destination = next(iter(only(properties, *self._DESTINATIONS).values()))
        self.physical_id = f"{properties['RouteTableId']}|{destination}"
        self.attributes = {"CidrBlock": destination}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """The target changes in place."""
        self.call("ec2", "ReplaceRoute", **new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the route."""
        self.call("ec2", "DeleteRoute", **only(properties, "RouteTableId", *self._DESTINATIONS))


class SubnetRouteTableAssociation(Resource):
    """AWS::EC2::SubnetRouteTableAssociation."""

    TYPE = "AWS::EC2::SubnetRouteTableAssociation"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the association."""
        self.physical_id = self.call("ec2", "AssociateRouteTable", **properties)["AssociationId"]
        self.attributes = {"Id": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Gives the subnet back to the main table."""
        self.call("ec2", "DisassociateRouteTable", AssociationId=self.physical_id)
