"""VPCs with their subnets, gateways and routes.

moto's own types drop EnableDnsHostnames and the associations of route tables. They cannot be updated, and gateways and
route tables cannot be deleted.
"""

from __future__ import annotations

from typing import Any

from emulator.resource.base import Resource, select, tag_changes, without


class Ec2Resource(Resource):
    """A resource of EC2. Its physical id identifies it in tag operations."""

    def tag(self, properties: dict[str, Any]) -> None:
        """Adds the tags to a new resource."""
        if properties.get("Tags"):
            self.call("ec2", "CreateTags", Resources=[self.physical_id], Tags=properties["Tags"])

    def update_tags(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the tags."""
        added, removed = tag_changes(old, new)
        if removed:
            self.call("ec2", "DeleteTags", Resources=[self.physical_id], Tags=[{"Key": key} for key in removed])
        if added:
            self.call("ec2", "CreateTags", Resources=[self.physical_id], Tags=added)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the tags. Most of these types have no other property that can change in place."""
        self.update_tags(old, new)


class Vpc(Ec2Resource):
    """AWS::EC2::VPC."""

    TYPE = "AWS::EC2::VPC"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the VPC. Then sets the two DNS attributes, which are no parameters of CreateVpc."""
        parameters = without(properties, "Tags", "EnableDnsSupport", "EnableDnsHostnames")
        vpc = self.call("ec2", "CreateVpc", **parameters)["Vpc"]
        self.physical_id = vpc["VpcId"]
        self._attributes(properties)
        self.tag(properties)
        of_vpc = [{"Name": "vpc-id", "Values": [self.physical_id]}]
        groups = self.call(
            "ec2", "DescribeSecurityGroups", Filters=[*of_vpc, {"Name": "group-name", "Values": ["default"]}]
        )
        acls = self.call("ec2", "DescribeNetworkAcls", Filters=of_vpc)
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
        """Updates the DNS attributes and the tags. A removed attribute gets its default."""
        defaults = {"EnableDnsSupport": True, "EnableDnsHostnames": False}
        self._attributes({**{name: value for name, value in defaults.items() if name in old}, **new})
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the VPC. This is an error while it contains other resources."""
        self.call("ec2", "DeleteVpc", VpcId=self.physical_id)


class Subnet(Ec2Resource):
    """AWS::EC2::Subnet."""

    TYPE = "AWS::EC2::Subnet"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the subnet."""
        parameters = select(
            properties, "VpcId", "CidrBlock", "AvailabilityZone", "AvailabilityZoneId", "Ipv6CidrBlock", "Ipv6Native"
        )
        subnet = self.call("ec2", "CreateSubnet", **parameters)["Subnet"]
        self.physical_id = subnet["SubnetId"]
        self._attributes(properties)
        self.tag(properties)
        self.attributes = select(subnet, "SubnetId", "VpcId", "CidrBlock", "AvailabilityZone", "AvailabilityZoneId")

    def _attributes(self, properties: dict[str, Any]) -> None:
        for name in ("MapPublicIpOnLaunch", "AssignIpv6AddressOnCreation"):
            if name in properties:
                self.call(
                    "ec2", "ModifySubnetAttribute", SubnetId=self.physical_id, **{name: {"Value": properties[name]}}
                )

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates attributes and tags. A removed attribute becomes false."""
        self._attributes({**{name: False for name in ("MapPublicIpOnLaunch",) if name in old}, **new})
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the subnet. This is an error while it contains a network interface."""
        self.call("ec2", "DeleteSubnet", SubnetId=self.physical_id)


class InternetGateway(Ec2Resource):
    """AWS::EC2::InternetGateway."""

    TYPE = "AWS::EC2::InternetGateway"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the gateway."""
        self.physical_id = self.call("ec2", "CreateInternetGateway")["InternetGateway"]["InternetGatewayId"]
        self.tag(properties)
        self.attributes = {"InternetGatewayId": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the gateway. This is an error while it is attached."""
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
        """Detaches the old gateway and attaches the new one."""
        self.delete(old)
        self.create(new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Detaches the gateway."""
        self.call("ec2", "DetachInternetGateway", **properties)


class RouteTable(Ec2Resource):
    """AWS::EC2::RouteTable."""

    TYPE = "AWS::EC2::RouteTable"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the route table."""
        self.physical_id = self.call("ec2", "CreateRouteTable", VpcId=properties["VpcId"])["RouteTable"]["RouteTableId"]
        self.tag(properties)
        self.attributes = {"RouteTableId": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the route table. This is an error while a subnet is associated with it."""
        self.call("ec2", "DeleteRouteTable", RouteTableId=self.physical_id)


class Route(Resource):
    """AWS::EC2::Route."""

    TYPE = "AWS::EC2::Route"
    _DESTINATIONS = ("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId")

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the route.

        Its physical id consists of the table and the destination, because EC2 has no ids for routes.
        """
        self.call("ec2", "CreateRoute", **properties)
        destination = next(iter(select(properties, *self._DESTINATIONS).values()))
        self.physical_id = f"{properties['RouteTableId']}|{destination}"
        self.attributes = {"CidrBlock": destination}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the target."""
        self.call("ec2", "ReplaceRoute", **new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the route."""
        self.call("ec2", "DeleteRoute", **select(properties, "RouteTableId", *self._DESTINATIONS))


class SubnetRouteTableAssociation(Resource):
    """AWS::EC2::SubnetRouteTableAssociation."""

    TYPE = "AWS::EC2::SubnetRouteTableAssociation"

    def create(self, properties: dict[str, Any]) -> None:
        """Associates the subnet with the route table."""
        self.physical_id = self.call("ec2", "AssociateRouteTable", **properties)["AssociationId"]
        self.attributes = {"Id": self.physical_id}

    def delete(self, properties: dict[str, Any]) -> None:
        """Disassociates the subnet, which then uses the main route table."""
        self.call("ec2", "DisassociateRouteTable", AssociationId=self.physical_id)
