"""EC2. moto deletes resources that are in use, and accepts routes to detached internet gateways."""

from __future__ import annotations

from ipaddress import ip_network
from types import SimpleNamespace
from typing import Any

from moto.ec2.exceptions import DependencyViolationError, EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.security_groups import SecurityGroup
from moto.ecs.models import ecs_backends
from moto.elbv2.models import elbv2_backends

from emulator.moto_patches.method_hooks import after, before


def _services(backend: EC2Backend) -> list[Any]:
    """Returns the ECS services of the Region that have tasks, and so network interfaces."""
    ecs = ecs_backends[backend.account_id][backend.region_name]
    return [service for service in ecs.services.values() if service.status == "ACTIVE" and service.desired_count > 0]


def _network(service: Any, key: str) -> Any:
    return ((service.network_configuration or {}).get("awsvpcConfiguration") or {}).get(key) or []


def _balancers(backend: EC2Backend) -> list[Any]:
    return list(elbv2_backends[backend.account_id][backend.region_name].load_balancers.values())


def _groups(backend: EC2Backend) -> list[SecurityGroup]:
    return [group for groups in backend.groups.values() for group in groups.values()]


@before(EC2Backend, "delete_vpc")
def _check_vpc_is_empty(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    """Rejects the deletion while gateways or security groups exist. Source: the EC2 API reference, DeleteVpc."""
    vpc_id = arguments.vpc_id
    attached = any(gateway.vpc and gateway.vpc.id == vpc_id for gateway in backend.internet_gateways.values())
    grouped = any(group.vpc_id == vpc_id and group.name != "default" for group in _groups(backend))
    if attached or grouped:
        raise DependencyViolationError(f"The vpc '{vpc_id}' has dependencies and cannot be deleted.")


@before(EC2Backend, "delete_subnet")
def _check_subnet_is_empty(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    subnet_id = arguments.subnet_id
    interfaces = [
        *(interface.subnet.id for interface in backend.enis.values()),
        *(subnet for service in _services(backend) for subnet in _network(service, "subnets")),
        *(subnet.id for balancer in _balancers(backend) for subnet in balancer.subnets),
    ]
    if subnet_id in interfaces:
        raise DependencyViolationError(f"The subnet '{subnet_id}' has dependencies and cannot be deleted.")


@before(EC2Backend, "delete_security_group")
def _check_group_is_unused(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    """Rejects the deletion while the group is in use. Source: the EC2 API reference, DeleteSecurityGroup."""
    group_id = arguments.group_id
    referred = any(
        rule.source_group.get("GroupId") == group_id
        for group in _groups(backend)
        if group.id != group_id
        for rule in [*group.ingress_rules, *group.egress_rules]
    )
    used = [
        *(group for service in _services(backend) for group in _network(service, "securityGroups")),
        *(group for balancer in _balancers(backend) for group in balancer.security_groups),
    ]
    if referred or group_id in used:
        raise DependencyViolationError(f"resource {group_id} has a dependent object")


@before(EC2Backend, "detach_internet_gateway")
def _check_no_public_addresses(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    """Rejects detaching while NAT gateways, load balancers or tasks have public addresses.

    Sources: the EC2 API reference, DetachInternetGateway, and convox/rack issue 1090.
    """
    vpc_id = arguments.vpc_id
    gateways = any(nat.vpc_id == vpc_id and nat.state != "deleted" for nat in backend.nat_gateways.values())
    balancers = any(balancer.vpc_id == vpc_id and balancer.scheme != "internal" for balancer in _balancers(backend))
    tasks = any(
        backend.get_subnet(subnet).vpc_id == vpc_id
        for service in _services(backend)
        if _network(service, "assignPublicIp") == "ENABLED"
        for subnet in _network(service, "subnets")
    )
    if gateways or balancers or tasks:
        raise DependencyViolationError(
            f"Network {vpc_id} has some mapped public address(es). Please unmap those public address(es) before "
            "detaching the gateway."
        )


@before(EC2Backend, "create_route")
def _check_route(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    gateway = backend.internet_gateways.get(arguments.gateway_id or "")
    vpc_id = backend.get_route_table(arguments.route_table_id).vpc_id
    if gateway is not None and (gateway.vpc is None or gateway.vpc.id != vpc_id):
        raise EC2ClientError(
            "InvalidParameterValue",
            f"route table {arguments.route_table_id} and network gateway {gateway.id} belong to different networks",
        )
    destination = arguments.destination_cidr_block or arguments.destination_prefix_list_id
    if not arguments.local and any(
        destination in (route.destination_cidr_block, route.destination_prefix_list_id)
        for route in backend.get_route_table(arguments.route_table_id).routes
    ):
        raise EC2ClientError("RouteAlreadyExists", f"The route identified by {destination} already exists.")


@before(EC2Backend, "create_vpc")
def _check_vpc_cidr(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    """Rejects networks with host bits, and prefixes other than /16 to /28."""
    try:
        size = ip_network(arguments.cidr_block).prefixlen
    except ValueError as error:
        message = f"Value ({arguments.cidr_block}) for parameter cidrBlock is invalid. This is not a valid CIDR block."
        raise EC2ClientError("InvalidParameterValue", message) from error
    if not 16 <= size <= 28:
        raise EC2ClientError("InvalidVpc.Range", f"The CIDR '{arguments.cidr_block}' is invalid.")


@before(EC2Backend, "create_subnet")
def _check_zone(backend: EC2Backend, arguments: SimpleNamespace) -> None:
    zones = [zone.name for zone in backend.describe_availability_zones()]
    zone = arguments.availability_zone
    if zone and zone not in zones:
        raise EC2ClientError(
            "InvalidParameterValue",
            f"Value ({zone}) for parameter availabilityZone is invalid. Subnets can currently only be created in the "
            f"following availability zones: {', '.join(zones)}.",
        )


def _forget_tags(method: str, parameter: str) -> None:
    """Removes the tags of deleted resources, which moto keeps."""

    @after(EC2Backend, method)
    def forget(backend: EC2Backend, arguments: SimpleNamespace, answer: Any) -> None:
        backend.tags.pop(getattr(arguments, parameter), None)


for _method, _parameter in {
    "delete_vpc": "vpc_id",
    "delete_subnet": "subnet_id",
    "delete_security_group": "group_id",
    "delete_internet_gateway": "internet_gateway_id",
    "delete_route_table": "route_table_id",
}.items():
    _forget_tags(_method, _parameter)


@after(EC2Backend, "delete_nat_gateway")
def _free_interface(backend: EC2Backend, arguments: SimpleNamespace, gateway: Any) -> None:
    """Removes the network interface of a deleted gateway, which moto keeps. A regional gateway has none."""
    if gateway.subnet_id is None:
        return
    backend.enis.pop(gateway._eni.id, None)
    for address in backend.addresses:
        if address.eni is gateway._eni:
            address.eni, address.association_id = None, None
