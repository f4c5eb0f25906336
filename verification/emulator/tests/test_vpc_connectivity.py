"""Tests requests about NAT gateways, endpoints and DHCP options that EC2 rejects."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import get, ref, resource, security_group, template

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


def _in_vpc(**more: Any) -> dict[str, Any]:
    return {"Vpc": VPC, "Subnet": SUBNET, "Group": security_group(), **more}


def _rejection_reason(cloud: Cloud, name: str, resources: dict[str, Any], logical_id: str) -> str:
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert cloud.physical_ids(name) == {}
    return cloud.reasons(name)[logical_id]


def test_rejects_nat_gateway_without_internet_gateway(cloud: Cloud, name: str) -> None:
    resources = _in_vpc(Address=resource("EC2::EIP", {"Domain": "vpc"}), Nat=_nat())
    assert "has no Internet gateway attached" in _rejection_reason(cloud, name, resources, "Nat")


def test_rejects_address_that_is_in_use(cloud: Cloud, name: str) -> None:
    address = resource("EC2::EIP", {"Domain": "vpc"}, DependsOn="Attachment")
    resources = _in_vpc(**GATEWAY, Address=address, Nat=_nat(), Twin=_nat(DependsOn="Nat"))
    assert "is already associated" in _rejection_reason(cloud, name, resources, "Twin")


def test_creates_regional_nat_gateway(cloud: Cloud, name: str) -> None:
    route = {"RouteTableId": ref("Table"), "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": ref("Nat")}
    resources = {
        "Vpc": VPC,
        **GATEWAY,
        "Nat": resource("EC2::NatGateway", REGIONAL, DependsOn="Attachment"),
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Route": resource("EC2::Route", route),
    }
    assert cloud.create(name, template(resources)) == "CREATE_COMPLETE"
    described = cloud.ec2.describe_nat_gateways(NatGatewayIds=[cloud.physical_ids(name)["Nat"]])["NatGateways"][0]
    assert (described["AvailabilityMode"], described["State"]) == ("regional", "available")
    assert described["VpcId"] == cloud.physical_ids(name)["Vpc"]
    assert not described.get("SubnetId")
    assert not described.get("NatGatewayAddresses")
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_rejects_regional_nat_gateway_without_internet_gateway(cloud: Cloud, name: str) -> None:
    resources = {"Vpc": VPC, "Nat": resource("EC2::NatGateway", REGIONAL)}
    assert "has no Internet gateway attached" in _rejection_reason(cloud, name, resources, "Nat")


def test_rejects_regional_nat_gateway_with_subnet(cloud: Cloud, name: str) -> None:
    resources = _in_vpc(**GATEWAY, Nat=resource("EC2::NatGateway", {**REGIONAL, "SubnetId": ref("Subnet")}))
    assert "no subnet" in _rejection_reason(cloud, name, resources, "Nat")


def test_rejects_private_dns_in_vpc_without_dns(cloud: Cloud, name: str) -> None:
    plain = resource("EC2::VPC", {"CidrBlock": "10.0.0.0/16"})
    reason = _rejection_reason(cloud, name, {**_in_vpc(Endpoint=_endpoint()), "Vpc": plain}, "Endpoint")
    assert "requires both enableDnsSupport and enableDnsHostnames" in reason


def test_rejects_duplicate_private_dns(cloud: Cloud, name: str) -> None:
    resources = _in_vpc(Endpoint=_endpoint(), Twin={**_endpoint(), "DependsOn": "Endpoint"})
    reason = _rejection_reason(cloud, name, resources, "Twin")
    assert "conflicting DNS domain for logs.ap-northeast-1.amazonaws.com" in reason


def test_rejects_two_endpoint_subnets_in_one_zone(cloud: Cloud, name: str) -> None:
    other = {**SUBNET, "Properties": {**SUBNET["Properties"], "CidrBlock": "10.0.2.0/24"}}
    resources = _in_vpc(Other=other, Endpoint=_endpoint(SubnetIds=[ref("Subnet"), ref("Other")]))
    assert "another VPC endpoint subnet in the availability zone" in _rejection_reason(
        cloud, name, resources, "Endpoint"
    )


def test_rejects_endpoint_service_of_another_region(cloud: Cloud, name: str) -> None:
    resources = _in_vpc(Endpoint=_endpoint(ServiceName="com.amazonaws.eu-west-1.logs"))
    assert "'com.amazonaws.eu-west-1.logs' does not exist" in _rejection_reason(cloud, name, resources, "Endpoint")


def test_rejects_two_gateway_endpoints_in_one_route_table(cloud: Cloud, name: str) -> None:
    gateway = {
        "VpcId": ref("Vpc"),
        "VpcEndpointType": "Gateway",
        "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}.s3"},
        "RouteTableIds": [ref("Table")],
    }
    resources = {
        "Vpc": VPC,
        "Table": resource("EC2::RouteTable", {"VpcId": ref("Vpc")}),
        "Endpoint": resource("EC2::VPCEndpoint", gateway),
        "Twin": resource("EC2::VPCEndpoint", gateway, DependsOn="Endpoint"),
    }
    assert "already has a route" in _rejection_reason(cloud, name, resources, "Twin")


@pytest.mark.parametrize("operation", ["release_address", "detach_internet_gateway", "delete_security_group"])
def test_keeps_resources_in_use(cloud: Cloud, name: str, operation: str) -> None:
    eip = resource("EC2::EIP", {"Domain": "vpc"}, DependsOn="Attachment")
    resources = _in_vpc(**GATEWAY, Address=eip, Nat=_nat(), Endpoint=_endpoint())
    assert cloud.create(name, template(resources)) == "CREATE_COMPLETE"
    ids = cloud.physical_ids(name)
    addresses = cloud.ec2.describe_addresses()["Addresses"]
    allocation = next(address["AllocationId"] for address in addresses if address["PublicIp"] == ids["Address"])
    parameters = {
        "release_address": {"AllocationId": allocation},
        "detach_internet_gateway": {"InternetGatewayId": ids["Gateway"], "VpcId": ids["Vpc"]},
        "delete_security_group": {"GroupId": ids["Group"]},
    }
    with pytest.raises(cloud.ec2.exceptions.ClientError, match=r"in use|mapped public|dependent object"):
        getattr(cloud.ec2, operation)(**parameters[operation])
    assert cloud.delete(name) == "DELETE_COMPLETE"


def test_updates_and_deletes_search_domain(cloud: Cloud, name: str) -> None:
    options = {"DomainName": "shop.internal", "DomainNameServers": ["AmazonProvidedDNS"]}
    resources = {
        "Vpc": VPC,
        "Options": resource("EC2::DHCPOptions", options),
        "Association": resource(
            "EC2::VPCDHCPOptionsAssociation", {"VpcId": ref("Vpc"), "DhcpOptionsId": ref("Options")}
        ),
    }

    def domain() -> str:
        vpc = cloud.ec2.describe_vpcs(VpcIds=[cloud.physical_ids(name)["Vpc"]])["Vpcs"][0]
        described = cloud.ec2.describe_dhcp_options(DhcpOptionsIds=[vpc["DhcpOptionsId"]])["DhcpOptions"][0]
        values = {entry["Key"]: [v["Value"] for v in entry["Values"]] for entry in described["DhcpConfigurations"]}
        assert values["domain-name-servers"] == ["AmazonProvidedDNS"]
        return values["domain-name"][0]

    assert cloud.create(name, template(resources)) == "CREATE_COMPLETE"
    assert domain() == "shop.internal"
    other = resource("EC2::DHCPOptions", {**options, "DomainName": "inner.internal"})
    assert cloud.update(name, template({**resources, "Options": other})) == "UPDATE_COMPLETE"
    assert domain() == "inner.internal"
    options_id = cloud.physical_ids(name)["Options"]
    with pytest.raises(cloud.ec2.exceptions.ClientError, match="Cannot delete assigned DHCP options"):
        cloud.ec2.delete_dhcp_options(DhcpOptionsId=options_id)
    assert cloud.delete(name) == "DELETE_COMPLETE"
    assert options_id not in [options["DhcpOptionsId"] for options in cloud.ec2.describe_dhcp_options()["DhcpOptions"]]
