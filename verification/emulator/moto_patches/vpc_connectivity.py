"""NAT gateways and VPC endpoints.

moto's have no routes or interfaces, and moto has no regional NAT gateways.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.exceptions import DependencyViolationError, EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.nat_gateways import NatGateway
from moto.ec2.responses.nat_gateways import NatGateways
from moto.ec2.utils import random_nat_gateway_id

from emulator.moto_patches.method_hooks import after, before, replace


class RegionalNatGateway(NatGateway):
    """A NAT gateway without a subnet. AWS gives it addresses in the zones that have network interfaces.

    Source: the Amazon VPC user guide, "Regional NAT gateways".
    """

    def __init__(self, backend: EC2Backend, vpc_id: str) -> None:
        self.id = random_nat_gateway_id()
        self.ec2_backend = backend
        self.vpc_id = vpc_id
        self.subnet_id = None
        self.address_set: list[Any] = []
        self.state = "available"
        self.connectivity_type = "public"
        self.availability_mode = "regional"
        self._created_at = utcnow()


def _is_attached(backend: EC2Backend, vpc_id: str) -> bool:
    return any(gateway.vpc and gateway.vpc.id == vpc_id for gateway in backend.internet_gateways.values())


def _check_gateway_is_attached(backend: EC2Backend, vpc_id: str) -> None:
    if not _is_attached(backend, vpc_id):
        raise EC2ClientError("Gateway.NotAttached", f"Network {vpc_id} has no Internet gateway attached")


def _endpoints(backend: EC2Backend, vpc_id: str) -> list[Any]:
    return [
        endpoint
        for endpoint in backend.vpc_end_points.values()
        if endpoint.vpc_id == vpc_id and endpoint.state != "deleted"
    ]


@replace(NatGateways, "create_nat_gateway")
def _create_regional_gateway(original: Callable[..., Any], response: NatGateways, _: SimpleNamespace) -> Any:
    vpc_id, subnet_id = response._get_param("VpcId"), response._get_param("SubnetId")
    if response._get_param("AvailabilityMode") != "regional":
        if subnet_id is None:
            raise EC2ClientError("MissingParameter", "The request must contain the parameter SubnetId")
        return original()
    if subnet_id is not None or vpc_id is None:
        raise EC2ClientError("InvalidParameter", "A regional NAT gateway requires a VPC and no subnet.")
    backend = response.ec2_backend
    backend.get_vpc(vpc_id)
    _check_gateway_is_attached(backend, vpc_id)
    gateway = RegionalNatGateway(backend, vpc_id)
    backend.nat_gateways[gateway.id] = gateway
    return ActionResult({"NatGateway": gateway})


@before(EC2Backend, "create_nat_gateway")
def _check_nat_gateway(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    if arguments.connectivity_type == "private":
        return
    _check_gateway_is_attached(backend, backend.get_subnet(arguments.subnet_id).vpc_id)
    if arguments.allocation_id is None:
        raise EC2ClientError("MissingParameter", "The request must contain the parameter AllocationId")
    address = backend.address_by_allocation([arguments.allocation_id])[0]
    if address.association_id:
        raise EC2ClientError(
            "Resource.AlreadyAssociated", f"Elastic IP address [{arguments.allocation_id}] is already associated"
        )


@before(EC2Backend, "release_address")
def _check_address_is_free(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    if arguments.allocation_id and backend.address_by_allocation([arguments.allocation_id])[0].association_id:
        raise EC2ClientError("InvalidIPAddress.InUse", f"Address {arguments.allocation_id} is in use.")


@before(EC2Backend, "create_vpc_endpoint")
def _check_endpoint(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    """Checks routes and private DNS. Source for private DNS: the EC2 API reference, CreateVpcEndpoint."""
    vpc_id, service = arguments.vpc_id, arguments.service_name
    vpc = backend.get_vpc(vpc_id)
    if not service.startswith(f"com.amazonaws.{backend.region_name}."):
        raise EC2ClientError("InvalidServiceName", f"The Vpc Endpoint Service '{service}' does not exist")
    existing = [endpoint for endpoint in _endpoints(backend, vpc_id) if endpoint.service_name == service]
    if (arguments.endpoint_type or "Gateway") == "Gateway":
        for table in arguments.route_table_ids or []:
            if backend.get_route_table(table).vpc_id != vpc_id:
                raise EC2ClientError("InvalidRouteTableId.NotFound", f"The routeTable ID '{table}' does not exist")
            if any(table in (other.route_table_ids or []) for other in existing):
                raise EC2ClientError("RouteAlreadyExists", f"route table {table} already has a route to {service}")
        return
    if arguments.private_dns_enabled:
        if not (vpc.enable_dns_support and vpc.enable_dns_hostnames):
            raise EC2ClientError(
                "InvalidParameter",
                "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true "
                f"for {vpc_id}",
            )
        if any(other.private_dns_enabled for other in existing):
            host = f"{service.rpartition(f'{backend.region_name}.')[2]}.{backend.region_name}.amazonaws.com"
            raise EC2ClientError(
                "InvalidParameter",
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for "
                f"{host} in the VPC {vpc_id}",
            )
    _check_endpoint_subnets(backend, arguments)


def _check_endpoint_subnets(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    zones: set[str] = set()
    for subnet in map(backend.get_subnet, arguments.subnet_ids or []):
        if subnet.vpc_id != arguments.vpc_id:
            raise EC2ClientError("InvalidSubnetId.NotFound", f"The subnet ID '{subnet.id}' does not exist")
        if subnet.availability_zone in zones:
            raise EC2ClientError(
                "DuplicateSubnetsInSameZone",
                f"Found another VPC endpoint subnet in the availability zone of {subnet.id}. VPC endpoint subnets "
                "should be in different availability zones supported by the VPC endpoint service.",
            )
        zones.add(subnet.availability_zone)
    for group in map(backend.get_security_group_from_id, arguments.security_group_ids or []):
        if group is None or group.vpc_id != arguments.vpc_id:
            raise EC2ClientError("InvalidSecurityGroupId.NotFound", "The security group does not exist in the VPC")


@before(EC2Backend, "delete_security_group")
def _check_no_endpoint_uses_group(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    for endpoint in backend.vpc_end_points.values():
        if endpoint.state != "deleted" and arguments.group_id in (endpoint.security_group_ids or []):
            raise DependencyViolationError(f"resource {arguments.group_id} has a dependent object")


@before(EC2Backend, "delete_vpc")
def _check_no_endpoint_in_vpc(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    if _endpoints(backend, arguments.vpc_id):
        raise DependencyViolationError(f"The vpc '{arguments.vpc_id}' has dependencies and cannot be deleted.")


@after(EC2Backend, "delete_flow_logs")
def _delete_tags(backend: EC2Backend, arguments: SimpleNamespace, _: Any) -> None:
    for flow_log in arguments.flow_log_ids:
        backend.tags.pop(flow_log, None)
