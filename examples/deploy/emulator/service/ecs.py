"""ECS: moto takes names twice, sizes that Fargate does not have, and registries that cannot work; it runs no tasks.

For each task that would run, an instance is registered in Cloud Map, so that what AWS refuses while there are instances
is refused here too.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from ipaddress import ip_network
from types import SimpleNamespace
from typing import Any

from moto.ec2.models import ec2_backends
from moto.ecs.models import EC2ContainerServiceBackend, Service
from moto.elbv2.models import elbv2_backends
from moto.servicediscovery.models import ServiceDiscoveryBackend, servicediscovery_backends

from emulator.service.wrapping import Refused, after, before, replace

_GIB = 1024
_SIZES = {
    256: [512, 1024, 2048],
    512: [1024, 2048, 3072, 4096],
    1024: range(2 * _GIB, 8 * _GIB + 1, _GIB),
    2048: range(4 * _GIB, 16 * _GIB + 1, _GIB),
    4096: range(8 * _GIB, 30 * _GIB + 1, _GIB),
    8192: range(16 * _GIB, 60 * _GIB + 1, 4 * _GIB),
    16384: range(32 * _GIB, 120 * _GIB + 1, 8 * _GIB),
}


def _invalid(message: str) -> Refused:
    return Refused("InvalidParameterException", message)


def _client(message: str) -> Refused:
    return Refused("ClientException", message)


# ---- task definitions


@before(EC2ContainerServiceBackend, "register_task_definition")
def _task_definition_can_run(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    containers = arguments.container_definitions
    names = [container.get("name") for container in containers]
    if len(names) != len(set(names)):
        raise _client("Container names must be unique within a task definition.")
    if not any(container.get("essential", True) for container in containers):
        raise _client("Invalid 'containerDefinitions' setting: at least one container must be essential.")
    for container in containers:
        _container_can_run(container)
    if "FARGATE" in (arguments.requires_compatibilities or []):
        _fargate_can_run(arguments)


def _container_can_run(container: dict[str, Any]) -> None:
    ports = [(port.get("containerPort"), port.get("protocol", "tcp")) for port in container.get("portMappings") or []]
    if any(number is not None and not 1 <= number <= 65535 for number, _ in ports):
        raise _client(f"Invalid 'containerPort' setting for container '{container['name']}'.")
    if len(ports) != len(set(ports)):
        raise _client(f"Duplicate port mappings for container '{container['name']}'.")
    check = container.get("healthCheck") or {}
    bounds = {"interval": (5, 300), "timeout": (2, 60), "retries": (1, 10), "startPeriod": (0, 300)}
    for key, (low, high) in bounds.items():
        if not low <= check.get(key, low) <= high:
            raise _client(
                f"Invalid '{key}' setting for the health check of container '{container['name']}': {low} to {high}."
            )


def _fargate_can_run(arguments: SimpleNamespace) -> None:
    if arguments.network_mode not in (None, "awsvpc"):
        raise _client("Fargate only supports network mode 'awsvpc'.")
    if arguments.network_mode is None:
        raise _client("Fargate requires that 'networkMode' be set to 'awsvpc'.")
    if not arguments.cpu or not arguments.memory:
        raise _client("Fargate requires that 'cpu' be defined at the task level.")
    cpu, memory = str(arguments.cpu), str(arguments.memory)
    if not cpu.isdigit() or not memory.isdigit() or int(memory) not in _SIZES.get(int(cpu), ()):
        raise _client(
            f"No Fargate configuration exists for given values: {cpu} CPU, {memory} memory. "
            "See the Amazon ECS documentation for the valid values."
        )
    for container in arguments.container_definitions:
        if not 2 <= container.get("stopTimeout", 30) <= 120:
            raise _client("Invalid 'stopTimeout' setting for container. The max stop timeout value is 120 seconds.")
        log = container.get("logConfiguration") or {}
        if log.get("logDriver") == "awslogs":
            missing = {"awslogs-group", "awslogs-region", "awslogs-stream-prefix"} - set(log.get("options") or {})
            if missing:
                raise _client(f"Log driver awslogs requires options: {', '.join(sorted(missing))}")
        if log and not arguments.execution_role_arn:
            raise _client("Fargate requires task definition to have execution role ARN to support log driver awslogs.")


# ---- clusters


@before(EC2ContainerServiceBackend, "delete_cluster")
def _cluster_is_empty(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    cluster = backend._get_cluster(arguments.cluster_str)
    if any(one.cluster_name == cluster.name and one.status == "ACTIVE" for one in backend.services.values()):
        raise Refused("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.")


@replace(EC2ContainerServiceBackend, "list_clusters")
def _living_clusters(
    original: Callable[..., list[str]], backend: EC2ContainerServiceBackend, arguments: SimpleNamespace
) -> list[str]:
    """moto lists deleted ones too."""
    return [cluster.arn for cluster in backend.clusters.values() if cluster.status == "ACTIVE"]


# ---- services


@replace(EC2ContainerServiceBackend, "list_services")
def _living_services(
    original: Callable[..., list[str]], backend: EC2ContainerServiceBackend, arguments: SimpleNamespace
) -> list[str]:
    """moto lists deleted ones too."""
    living = {service.arn for service in backend.services.values() if service.status == "ACTIVE"}
    return [arn for arn in original(**vars(arguments)) if arn in living]


@before(EC2ContainerServiceBackend, "create_service")
def _service_can_be_made(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    cluster = backend._get_cluster(arguments.cluster_str)
    if cluster.status != "ACTIVE":
        raise Refused("ClusterNotFoundException", "Cluster not found.")
    existing = backend.services.get(f"{cluster.name}:{arguments.service_name}")
    if existing is not None and existing.status == "ACTIVE":
        raise _invalid("Creation of service was not idempotent.")
    definition = backend.describe_task_definition(arguments.task_definition_str)
    if definition.status != "ACTIVE":
        raise _client("TaskDefinition is inactive")
    if definition.network_mode == "awsvpc" and not arguments.network_configuration:
        raise _invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
    _check_balancers(backend, arguments.load_balancers or [], definition)
    _check_registries(backend, arguments.service_registries or [], definition)


@before(EC2ContainerServiceBackend, "update_service")
def _service_can_be_updated(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    properties = arguments.service_properties
    service = backend._get_service(properties.get("cluster", "default"), properties["service"].split("/")[-1])
    if service.status != "ACTIVE":
        raise Refused("ServiceNotActiveException", "Service was not ACTIVE.")
    definition = backend.describe_task_definition(properties.get("task_definition") or service.task_definition)
    if properties.get("task_definition") and definition.status != "ACTIVE":
        raise _client("TaskDefinition is inactive")
    registries = properties.get("service_registries")
    _check_registries(backend, service.service_registries if registries is None else registries, definition)


def _check_balancers(backend: EC2ContainerServiceBackend, balancers: list[dict[str, Any]], definition: Any) -> None:
    for balancer in balancers:
        arn = balancer.get("targetGroupArn")
        target_group = elbv2_backends[backend.account_id][backend.region_name].target_groups.get(arn)
        if arn and target_group is None:
            raise _invalid(f"Unable to find the target group with targetGroupArn {arn}.")
        if arn and not target_group.load_balancer_arns:
            raise _invalid(f"The target group with targetGroupArn {arn} does not have an associated load balancer.")
        if arn and definition.network_mode == "awsvpc" and target_group.target_type != "ip":
            raise _invalid(
                f"The provided target group {arn} has target type {target_group.target_type}, "
                "which is incompatible with the awsvpc network mode specified in the task definition."
            )
        _check_container(definition, balancer.get("containerName"), balancer.get("containerPort"))


def _check_registries(backend: EC2ContainerServiceBackend, registries: list[dict[str, Any]], definition: Any) -> None:
    if len(registries) > 1:
        raise _invalid("The service registries list can contain at most 1 item.")
    for registry in registries:
        service = _registry(backend, registry)
        types = {record["Type"] for record in (service.dns_config or {}).get("DnsRecords", [])}
        _check_port(registry, "SRV" in types)
        _check_container(definition, registry.get("containerName"), registry.get("containerPort"))


def _check_port(registry: dict[str, Any], has_srv: bool) -> None:
    port, container = registry.get("port"), (registry.get("containerName"), registry.get("containerPort"))
    pair = "'containerName' and 'containerPort' combination"
    if port and any(container):
        raise _invalid(f"Specify a value for either 'port' or the {pair}, but not both. Remove one and retry.")
    if any(container) and not all(container):
        raise _invalid("Specify a value for both 'containerName' and 'containerPort', or for neither.")
    if has_srv and not port and not all(container):
        raise _invalid(f"For a service registry with SRV records, specify a value for 'port' or for the {pair}.")
    if not has_srv and (port or any(container)):
        name = "port" if port else "containerPort"
        unneeded = f"The values specified for serviceRegistries do not require a value for '{name}'."
        raise _invalid(f"{unneeded} Remove the value and retry.")


def _check_container(definition: Any, name: str | None, port: int | None) -> None:
    for container in definition.container_definitions if name else []:
        ports = [mapping.get("containerPort") for mapping in container.get("portMappings") or []]
        if container["name"] == name and port in ports:
            return
    if name:
        raise _invalid(f"The container {name} did not have a container port {port} defined.")


def _registry(backend: EC2ContainerServiceBackend, registry: dict[str, Any]) -> Any:
    arn = registry.get("registryArn") or ""
    for service in _cloud_map(backend).services.values():
        if service.arn == arn:
            return service
    raise _invalid(
        f"Service registry {arn} is not valid."
        if not arn.startswith("arn:")
        else f"Unable to find the service registry {arn}."
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
    """Brings what is told of a service, and its instances in Cloud Map, to what ECS would reach in the end."""
    count = service.desired_count
    service.running_count, service.pending_count = count, 0
    if getattr(service, "capacity_provider_strategy", None):
        service.launch_type = None  # moto says EC2
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
    wanted = service.service_registries if service.desired_count else []
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
    for registry in wanted:
        target = _registry(backend, registry)
        for number in range(service.desired_count):
            instance_id = uuid.uuid4().hex
            attributes, address = _instance(backend, service, registry, number)
            cloud_map.register_instance(target.id, instance_id, instance_id, attributes)
            service.instances.append((target.id, instance_id, address))


def _instance(
    backend: EC2ContainerServiceBackend, service: Service, registry: dict[str, Any], number: int
) -> tuple[dict[str, str], tuple[str, str]]:
    """What ECS tells Cloud Map of a task, and the subnet and address that the task has."""
    subnets = ((service.network_configuration or {}).get("awsvpcConfiguration") or {}).get("subnets") or []
    attributes = {
        "AWS_INIT_HEALTH_STATUS": "HEALTHY",
        "ECS_CLUSTER_NAME": service.cluster_name,
        "ECS_SERVICE_NAME": service.name,
        "ECS_TASK_DEFINITION_FAMILY": str(service.task_definition).split("/")[-1].split(":")[0],
        "REGION": service.region_name,
    }
    port = registry.get("port") or registry.get("containerPort")
    if port:
        attributes["AWS_INSTANCE_PORT"] = str(port)
    if not subnets:
        return attributes, ("", "")
    subnet = ec2_backends[backend.account_id][backend.region_name].get_subnet(subnets[number % len(subnets)])
    address = _free_address(backend, subnet)
    attributes["AVAILABILITY_ZONE"] = subnet.availability_zone
    attributes["AWS_INSTANCE_IPV4"] = address[1]
    return attributes, address


def _addresses(backend: EC2ContainerServiceBackend) -> set[tuple[str, str]]:
    """The addresses that tasks have, each with its subnet."""
    if not hasattr(backend, "addresses_of_tasks"):
        backend.addresses_of_tasks = set()
    return backend.addresses_of_tasks


def _free_address(backend: EC2ContainerServiceBackend, subnet: Any) -> tuple[str, str]:
    """Takes an address of the subnet that no other task has; AWS keeps the first three and the last."""
    taken = _addresses(backend)
    hosts = list(ip_network(subnet.cidr_block).hosts())[3:]
    free = next(((subnet.id, str(host)) for host in hosts if (subnet.id, str(host)) not in taken), None)
    if free is None:
        raise _invalid(f"Insufficient addresses in subnet {subnet.id}")
    taken.add(free)
    return free
