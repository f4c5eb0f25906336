"""What EC2 refuses of the ways out of a VPC, and what it is told of them."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.parts import get, ref, resource, security_group, template

VPC = resource("EC2::VPC", {"CidrBlock": "10.0.0.0/16", "EnableDnsSupport": True, "EnableDnsHostnames": True})
GATEWAY = {
    "Gateway": resource("EC2::InternetGateway"),
    "Attachment": resource("EC2::VPCGatewayAttachment", {"VpcId": ref("Vpc"), "InternetGatewayId": ref("Gateway")}),
}
SUBNET = resource(
    "EC2::Subnet", {"VpcId": ref("Vpc"), "CidrBlock": "10.0.1.0/24", "AvailabilityZone": "ap-northeast-1a"}
)
REGIONAL = {"AvailabilityMode": "regional", "VpcId": ref("Vpc")}


def _nat(**attributes: Any) -> dict[str, Any]:
    return resource(
        "EC2::NatGateway", {"SubnetId": ref("Subnet"), "AllocationId": get("Address", "AllocationId")}, **attributes
    )


def _endpoint(service: str = "logs", **properties: Any) -> dict[str, Any]:
    given = {
        "VpcId": ref("Vpc"),
        "VpcEndpointType": "Interface",
        "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}." + service},
        "SubnetIds": [ref("Subnet")],
        "SecurityGroupIds": [ref("Group")],
        "PrivateDnsEnabled": True,
    }
    return resource("EC2::VPCEndpoint", {**given, **properties})


def _inside(**more: Any) -> dict[str, Any]:
    return {"Vpc": VPC, "Subnet": SUBNET, "Group": security_group(), **more}


def _refused(cloud: Cloud, name: str, resources: dict[str, Any], logical_id: str) -> str:
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert cloud.physical_ids(name) == {}
    return cloud.reasons(name)[logical_id]


def test_a_nat_gateway_without_a_way_out(cloud: Cloud, name: str) -> None:
    made = _inside(Address=resource("EC2::EIP", {"Domain": "vpc"}), Nat=_nat())
    assert "has no Internet gateway attached" in _refused(cloud, name, made, "Nat")


def test_an_address_for_two_nat_gateways(cloud: Cloud, name: str) -> None:
    address = resource("EC2::EIP", {"Domain": "vpc"}, DependsOn="Attachment")
    made = _inside(**GATEWAY, Address=address, Nat=_nat(), Twin=_nat(DependsOn="Nat"))
    assert "is already associated" in _refused(cloud, name, made, "Twin")


def test_a_nat_gateway_of_the_region(cloud: Cloud, name: str) -> None:
    route = {"RouteTableId": ref("Table"), "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": ref("Nat")}
    made = {
        "Vpc": VPC,
        **GATEWAY,
        "Nat": resource("EC2::NatGateway", REGIONAL, DependsOn="Attachment"),
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Route": resource("EC2::Route", route),
    }
    assert cloud.create(name, template(made)) == "CREATE_COMPLETE"
    told = cloud.ec2.describe_nat_gateways(NatGatewayIds=[cloud.physical_ids(name)["Nat"]])["NatGateways"][0]
    assert (told["AvailabilityMode"], told["State"]) == ("regional", "available")
    assert told["VpcId"] == cloud.physical_ids(name)["Vpc"]
    assert not told.get("SubnetId")
    assert not told.get("NatGatewayAddresses")
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_a_nat_gateway_of_the_region_without_a_way_out(cloud: Cloud, name: str) -> None:
    made = {"Vpc": VPC, "Nat": resource("EC2::NatGateway", REGIONAL)}
    assert "has no Internet gateway attached" in _refused(cloud, name, made, "Nat")


def test_a_nat_gateway_of_the_region_in_a_subnet(cloud: Cloud, name: str) -> None:
    made = _inside(**GATEWAY, Nat=resource("EC2::NatGateway", {**REGIONAL, "SubnetId": ref("Subnet")}))
    assert "no subnet" in _refused(cloud, name, made, "Nat")


def test_private_names_in_a_vpc_that_resolves_none(cloud: Cloud, name: str) -> None:
    plain = resource("EC2::VPC", {"CidrBlock": "10.0.0.0/16"})
    reason = _refused(cloud, name, {**_inside(Endpoint=_endpoint()), "Vpc": plain}, "Endpoint")
    assert "requires both enableDnsSupport and enableDnsHostnames" in reason


def test_two_endpoints_of_one_name(cloud: Cloud, name: str) -> None:
    made = _inside(Endpoint=_endpoint(), Twin={**_endpoint(), "DependsOn": "Endpoint"})
    reason = _refused(cloud, name, made, "Twin")
    assert "conflicting DNS domain for logs.ap-northeast-1.amazonaws.com" in reason


def test_an_endpoint_twice_in_a_zone(cloud: Cloud, name: str) -> None:
    other = {**SUBNET, "Properties": {**SUBNET["Properties"], "CidrBlock": "10.0.2.0/24"}}
    made = _inside(Other=other, Endpoint=_endpoint(SubnetIds=[ref("Subnet"), ref("Other")]))
    assert "another VPC endpoint subnet in the availability zone" in _refused(cloud, name, made, "Endpoint")


def test_an_endpoint_of_a_service_that_is_none_of_the_region(cloud: Cloud, name: str) -> None:
    made = _inside(Endpoint=_endpoint(ServiceName="com.amazonaws.eu-west-1.logs"))
    assert "'com.amazonaws.eu-west-1.logs' does not exist" in _refused(cloud, name, made, "Endpoint")


def test_two_gateway_endpoints_in_one_table(cloud: Cloud, name: str) -> None:
    gateway = {
        "VpcId": ref("Vpc"),
        "VpcEndpointType": "Gateway",
        "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}.s3"},
        "RouteTableIds": [ref("Table")],
    }
    made = {
        "Vpc": VPC,
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Endpoint": resource("EC2::VPCEndpoint", gateway),
        "Twin": resource("EC2::VPCEndpoint", gateway, DependsOn="Endpoint"),
    }
    assert "already has a route" in _refused(cloud, name, made, "Twin")


@pytest.mark.parametrize("operation", ["release_address", "detach_internet_gateway", "delete_security_group"])
def test_what_is_in_use_stays(cloud: Cloud, name: str, operation: str) -> None:
    address = resource("EC2::EIP", {"Domain": "vpc"}, DependsOn="Attachment")
    made = _inside(**GATEWAY, Address=address, Nat=_nat(), Endpoint=_endpoint())
    assert cloud.create(name, template(made)) == "CREATE_COMPLETE"
    ids = cloud.physical_ids(name)
    addresses = cloud.ec2.describe_addresses()["Addresses"]
    allocation = next(one["AllocationId"] for one in addresses if one["PublicIp"] == ids["Address"])
    parameters = {
        "release_address": {"AllocationId": allocation},
        "detach_internet_gateway": {"InternetGatewayId": ids["Gateway"], "VpcId": ids["Vpc"]},
        "delete_security_group": {"GroupId": ids["Group"]},
    }
    with pytest.raises(cloud.ec2.exceptions.ClientError, match=r"in use|mapped public|dependent object"):
        getattr(cloud.ec2, operation)(**parameters[operation])
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_a_search_domain(cloud: Cloud, name: str) -> None:
    options = {"DomainName": "shop.internal", "DomainNameServers": ["AmazonProvidedDNS"]}
    made = {
        "Vpc": VPC,
        "Options": resource("EC2::DHCPOptions", options),
        "Association": resource(
            "EC2::VPCDHCPOptionsAssociation", {"VpcId": ref("Vpc"), "DhcpOptionsId": ref("Options")}
        ),
    }

    def domain() -> str:
        vpc = cloud.ec2.describe_vpcs(VpcIds=[cloud.physical_ids(name)["Vpc"]])["Vpcs"][0]
        told = cloud.ec2.describe_dhcp_options(DhcpOptionsIds=[vpc["DhcpOptionsId"]])["DhcpOptions"][0]
        values = {entry["Key"]: [v["Value"] for v in entry["Values"]] for entry in told["DhcpConfigurations"]}
        assert values["domain-name-servers"] == ["AmazonProvidedDNS"]
        return values["domain-name"][0]

    assert cloud.create(name, template(made)) == "CREATE_COMPLETE"
    assert domain() == "shop.internal"
    other = resource("EC2::DHCPOptions", {**options, "DomainName": "inner.internal"})
    assert cloud.update(name, template({**made, "Options": other})) == "UPDATE_COMPLETE"
    assert domain() == "inner.internal"
    options_id = cloud.physical_ids(name)["Options"]
    with pytest.raises(cloud.ec2.exceptions.ClientError, match="Cannot delete assigned DHCP options"):
        cloud.ec2.delete_dhcp_options(DhcpOptionsId=options_id)
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert options_id not in [one["DhcpOptionsId"] for one in cloud.ec2.describe_dhcp_options()["DhcpOptions"]]
