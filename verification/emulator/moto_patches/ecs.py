"""ECS. moto accepts duplicate names, invalid sizes, capacity provider strategies and registries."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from moto.ecs.models import EC2ContainerServiceBackend
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.elbv2.models import elbv2_backends

from emulator.moto_patches import task
from emulator.moto_patches.method_hooks import RequestError, before, replace

_GIB = 1024
_MAX_CONTAINERS = 10
_SIZES = {
    256: [512, 1024, 2048],
    512: [1024, 2048, 3072, 4096],
    1024: range(2 * _GIB, 8 * _GIB + 1, _GIB),
    2048: range(4 * _GIB, 16 * _GIB + 1, _GIB),
    4096: range(8 * _GIB, 30 * _GIB + 1, _GIB),
    8192: range(16 * _GIB, 60 * _GIB + 1, 4 * _GIB),
    16384: range(32 * _GIB, 120 * _GIB + 1, 8 * _GIB),
}


def _invalid(message: str) -> RequestError:
    return RequestError("InvalidParameterException", message)


def _client(message: str) -> RequestError:
    return RequestError("ClientException", message)


# ---- task definitions


@before(EC2ContainerServiceBackend, "register_task_definition")
def _check_task_definition(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    containers = arguments.container_definitions
    names = [container.get("name") for container in containers]
    if len(names) != len(set(names)):
        raise _client("Container names must be unique within a task definition.")
    if not any(container.get("essential", True) for container in containers):
        raise _client("Invalid 'containerDefinitions' setting: at least one container must be essential.")
    for container in containers:
        _check_container_settings(container)
    _check_dependencies({container["name"]: container for container in containers})
    _check_volumes([volume.get("name") for volume in arguments.volumes or []], containers)
    if "FARGATE" in (arguments.requires_compatibilities or []):
        _check_fargate(arguments)


def _check_container_settings(container: dict[str, Any]) -> None:
    """Checks ports and health check. Source for the ranges: the ECS API reference, HealthCheck."""
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


def _check_dependencies(containers: dict[str, dict[str, Any]]) -> None:
    """Checks that each dependency exists, can be fulfilled and is not part of a cycle.

    Source for the conditions: the ECS API reference, ContainerDependency.
    """
    waits = {
        name: {entry.get("containerName"): entry.get("condition") for entry in container.get("dependsOn") or []}
        for name, container in containers.items()
    }
    if len(containers) > _MAX_CONTAINERS:
        raise _client(f"Too many containers: a task definition has at most {_MAX_CONTAINERS}.")
    for name, others in waits.items():
        for other, condition in others.items():
            _check_condition(name, condition, other, containers)
    while waits:
        free = [name for name, others in waits.items() if not waits.keys() & others]
        if not free:
            raise _client(f"Cycle detected in the dependencies of containers: {', '.join(sorted(waits))}.")
        for name in free:
            del waits[name]


def _check_volumes(volumes: list[str], containers: list[dict[str, Any]]) -> None:
    if len(volumes) != len(set(volumes)):
        raise _client("Invalid 'volumes' setting for task: the names of volumes must be unique.")
    for container in containers:
        for mount in container.get("mountPoints") or []:
            if mount.get("sourceVolume") not in volumes:
                raise _client(f"Unknown volume '{mount.get('sourceVolume')}' of container '{container['name']}'.")


def _check_condition(
    name: str, condition: str | None, other: str | None, containers: dict[str, dict[str, Any]]
) -> None:
    if other not in containers:
        raise _client(f"Container '{name}' depends on a container that is not in the task definition: '{other}'.")
    if condition not in ("START", "COMPLETE", "SUCCESS", "HEALTHY"):
        raise _client(f"Invalid dependency condition '{condition}' of container '{name}'.")
    if condition == "HEALTHY" and not containers[other].get("healthCheck"):
        raise _client(f"Container '{name}' depends on '{other}' to be HEALTHY, which has no health check.")
    if condition in ("COMPLETE", "SUCCESS") and containers[other].get("essential", True):
        raise _client(f"Container '{name}' depends on the {condition} of '{other}', which is essential.")


def _check_container_sizes(arguments: SimpleNamespace) -> None:
    """Checks that the CPU and memory of all containers fit into the task."""
    for key, whole in (("cpu", arguments.cpu), ("memory", arguments.memory)):
        parts = sum(int(container.get(key) or 0) for container in arguments.container_definitions)
        if parts > int(whole):
            raise _client(f"Invalid '{key}' setting for task: containers have {parts}, the task has {whole}.")


def _check_fargate(arguments: SimpleNamespace) -> None:
    """Checks Fargate's own requirements. Source for sizes and timeouts: the ECS API, RegisterTaskDefinition."""
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
    _check_container_sizes(arguments)
    for container in arguments.container_definitions:
        if not 2 <= container.get("stopTimeout", 30) <= 120:
            raise _client("Invalid 'stopTimeout' setting for container. The max stop timeout value is 120 seconds.")
        if not 2 <= container.get("startTimeout", 120) <= 120:
            raise _client("Invalid 'startTimeout' setting for container. The max start timeout value is 120 seconds.")
        log = container.get("logConfiguration") or {}
        if log.get("logDriver") == "awslogs":
            missing = {"awslogs-group", "awslogs-region", "awslogs-stream-prefix"} - set(log.get("options") or {})
            if missing:
                raise _client(f"Log driver awslogs requires options: {', '.join(sorted(missing))}")
        if log and not arguments.execution_role_arn:
            raise _client("Fargate requires task definition to have execution role ARN to support log driver awslogs.")


# ---- clusters


@before(EC2ContainerServiceBackend, "delete_cluster")
def _check_cluster_is_empty(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    """Rejects the deletion while there are active services."""
    cluster = backend._get_cluster(arguments.cluster_str)
    if any(
        service.cluster_name == cluster.name and service.status == "ACTIVE" for service in backend.services.values()
    ):
        raise RequestError(
            "ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active."
        )


@replace(EC2ContainerServiceBackend, "list_clusters")
def _active_clusters(
    original: Callable[..., list[str]], backend: EC2ContainerServiceBackend, arguments: SimpleNamespace
) -> list[str]:
    """Omits deleted clusters, which moto lists."""
    return [cluster.arn for cluster in backend.clusters.values() if cluster.status == "ACTIVE"]


# ---- services


@replace(EC2ContainerServiceBackend, "list_services")
def _active_services(
    original: Callable[..., list[str]], backend: EC2ContainerServiceBackend, arguments: SimpleNamespace
) -> list[str]:
    """Omits deleted services, which moto lists."""
    active = {service.arn for service in backend.services.values() if service.status == "ACTIVE"}
    return [arn for arn in original(**vars(arguments)) if arn in active]


@before(EC2ContainerServiceBackend, "create_service")
def _check_new_service(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    cluster = backend._get_cluster(arguments.cluster_str)
    if cluster.status != "ACTIVE":
        raise RequestError("ClusterNotFoundException", "Cluster not found.")
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
def _check_updated_service(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    properties = arguments.service_properties
    service = backend._get_service(properties.get("cluster", "default"), properties["service"].split("/")[-1])
    if service.status != "ACTIVE":
        raise RequestError("ServiceNotActiveException", "Service was not ACTIVE.")
    definition = backend.describe_task_definition(properties.get("task_definition") or service.task_definition)
    if properties.get("task_definition") and definition.status != "ACTIVE":
        raise _client("TaskDefinition is inactive")
    _check_strategy(backend, service.cluster_name, properties.get("capacity_provider_strategy") or [])
    registries = properties.get("service_registries")
    _check_registries(backend, service.service_registries if registries is None else registries, definition)


@before(EC2ContainerServiceResponse, "create_service")
def _check_new_strategy(responses: EC2ContainerServiceResponse, arguments: SimpleNamespace) -> None:
    """Checks the strategy here, because moto's backend does not receive it."""
    strategy = responses._get_param("capacityProviderStrategy") or []
    if strategy and responses._get_param("launchType"):
        raise _invalid(
            "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again."
        )
    _check_strategy(responses.ecs_backend, responses._get_param("cluster", "default"), strategy)


def _check_strategy(backend: EC2ContainerServiceBackend, cluster: str, strategy: list[dict[str, Any]]) -> None:
    """Checks a strategy. Source for the weights: the ECS API reference, CapacityProviderStrategyItem."""
    known = backend._get_cluster(cluster).capacity_providers or []
    if any(item["capacityProvider"] not in known for item in strategy):
        raise _invalid(
            "The specified capacity provider strategy cannot contain a capacity provider that is not associated with "
            "the cluster. Associate the capacity provider with the cluster or specify a valid capacity provider and "
            "try again."
        )
    if strategy and not any(item.get("weight", 0) for item in strategy):
        raise _invalid(
            "The specified capacity provider strategy must have at least one capacity provider with a weight value "
            "greater than zero."
        )
    if sum(1 for item in strategy if item.get("base", 0)) > 1:
        raise _invalid("The specified capacity provider strategy cannot have more than one base value defined.")


def _check_balancers(backend: EC2ContainerServiceBackend, balancers: list[dict[str, Any]], definition: Any) -> None:
    """Checks the target groups of a service. Source for the missing load balancer: aws-cdk issue 38771."""
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
    """Checks the registries of a service. Source: the ECS API reference, ServiceRegistry."""
    if len(registries) > 1:
        raise _invalid("The service registries list can contain at most 1 item.")
    for registry in registries:
        service = task.registry(backend, registry)
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
