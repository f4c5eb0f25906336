"""The tasks of ECS services. moto runs none.

Each task that would run gets an instance in Cloud Map. So requests that AWS rejects while there are instances fail here
too.
"""

from __future__ import annotations

import uuid
from ipaddress import ip_network
from types import SimpleNamespace
from typing import Any

from moto.ec2.models import ec2_backends
from moto.ecs.models import EC2ContainerServiceBackend, Service
from moto.servicediscovery.models import ServiceDiscoveryBackend, servicediscovery_backends

from emulator.moto_patches.method_hooks import RequestError, after


def registry(backend: EC2ContainerServiceBackend, entry: dict[str, Any]) -> Any:
    """Returns the Cloud Map service of a service registry, or raises ECS's error."""
    arn = entry.get("registryArn") or ""
    for service in _cloud_map(backend).services.values():
        if service.arn == arn:
            return service
    raise RequestError(
        "InvalidParameterException",
        f"Service registry {arn} is not valid."
        if not arn.startswith("arn:")
        else f"Unable to find the service registry {arn}.",
    )


def _cloud_map(backend: Any) -> ServiceDiscoveryBackend:
    return servicediscovery_backends[backend.account_id][backend.region_name]


@after(EC2ContainerServiceBackend, "create_service")
def _run_new(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace, service: Service) -> None:
    _run(backend, service)


@after(EC2ContainerServiceBackend, "update_service")
def _run_updated(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace, service: Service) -> None:
    _run(backend, service)


@after(EC2ContainerServiceBackend, "delete_service")
def _stop(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace, service: Service) -> None:
    service.desired_count = 0
    _run(backend, service)


def _run(backend: EC2ContainerServiceBackend, service: Service) -> None:
    """Sets the state of a service, and its instances in Cloud Map, to the result of a finished deployment."""
    count = service.desired_count
    service.running_count, service.pending_count = count, 0
    if getattr(service, "capacity_provider_strategy", None):
        service.launch_type = None  # moto sets EC2
    for deployment in service.deployments:
        deployment.update(
            desiredCount=count,
            runningCount=count,
            pendingCount=0,
            rolloutState="COMPLETED",
            rolloutStateReason=f"ECS deployment {deployment['id']} completed.",
            taskDefinition=service.task_definition,
            launchType=service.launch_type,
            platformFamily="EC2" if service.launch_type == "EC2" else "Linux",
            networkConfiguration=service.network_configuration,
        )
    _register(backend, service)


def _register(backend: EC2ContainerServiceBackend, service: Service) -> None:
    endpoints = getattr(service, "endpoint_registries", [])
    wanted = [*service.service_registries, *endpoints] if service.desired_count else []
    key = (str(service.task_definition), service.desired_count, repr(wanted), repr(service.network_configuration))
    if getattr(service, "registered", None) == key:
        return
    cloud_map = _cloud_map(backend)
    for service_id, instance_id, address in getattr(service, "instances", []):
        _addresses(backend).discard(address)
        found = cloud_map.services.get(service_id)
        if found is not None and instance_id in [instance.instance_id for instance in found.instances]:
            cloud_map.deregister_instance(service_id, instance_id)
    service.registered, service.instances = key, []
    for number in range(service.desired_count if wanted else 0):
        instance_id = uuid.uuid4().hex
        attributes, address = _instance(backend, service, number)
        for entry in wanted:
            target = registry(backend, entry)
            port = entry.get("port") or entry.get("containerPort")
            own = {"AWS_INSTANCE_PORT": str(port)} if port else {}
            cloud_map.register_instance(target.id, instance_id, instance_id, {**attributes, **own})
            service.instances.append((target.id, instance_id, address))


def _instance(
    backend: EC2ContainerServiceBackend, service: Service, number: int
) -> tuple[dict[str, str], tuple[str, str]]:
    """Returns the attributes that ECS registers for a task, and the subnet and address of the task."""
    subnets = ((service.network_configuration or {}).get("awsvpcConfiguration") or {}).get("subnets") or []
    attributes = {
        "AWS_INIT_HEALTH_STATUS": "HEALTHY",
        "ECS_CLUSTER_NAME": service.cluster_name,
        "ECS_SERVICE_NAME": service.name,
        "ECS_TASK_DEFINITION_FAMILY": str(service.task_definition).split("/")[-1].split(":")[0],
        "REGION": service.region_name,
    }
    if not subnets:
        return attributes, ("", "")
    subnet = ec2_backends[backend.account_id][backend.region_name].get_subnet(subnets[number % len(subnets)])
    address = _free_address(backend, subnet)
    attributes["AVAILABILITY_ZONE"] = subnet.availability_zone
    attributes["AWS_INSTANCE_IPV4"] = address[1]
    return attributes, address


def _addresses(backend: EC2ContainerServiceBackend) -> set[tuple[str, str]]:
    """Returns the addresses of tasks, each with its subnet."""
    if not hasattr(backend, "addresses_of_tasks"):
        backend.addresses_of_tasks = set()
    return backend.addresses_of_tasks


def _free_address(backend: EC2ContainerServiceBackend, subnet: Any) -> tuple[str, str]:
    """Allocates a free address of the subnet.

    AWS reserves the first four addresses and the last one. Source: the EC2 API reference, CreateSubnet.
    """
    taken = _addresses(backend)
    hosts = list(ip_network(subnet.cidr_block).hosts())[3:]
    free = next(((subnet.id, str(host)) for host in hosts if (subnet.id, str(host)) not in taken), None)
    if free is None:
        raise RequestError("InvalidParameterException", f"Insufficient addresses in subnet {subnet.id}")
    taken.add(free)
    return free
