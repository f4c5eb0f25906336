"""ECS Service Connect, which moto does not have.

Stores the configuration of a service, and creates the Cloud Map services that ECS creates for it, with an instance per
task. No proxy runs. Source for names, aliases and ports: the ECS API reference, ServiceConnectService.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

from moto.ecs.models import EC2ContainerServiceBackend, Service
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.servicediscovery.models import Namespace, ServiceDiscoveryBackend, servicediscovery_backends

from emulator.moto_patches.method_hooks import RequestError, replace

_DISCOVERY_NAME = re.compile(r"[a-z0-9_][a-z0-9_-]{0,63}")
_DNS_NAME = re.compile(r"[a-z0-9_.][a-z0-9_.-]{0,126}")


def _invalid(message: str) -> RequestError:
    return RequestError("InvalidParameterException", message)


@replace(EC2ContainerServiceResponse, "create_service")
def _create(original: Callable[..., Any], responses: EC2ContainerServiceResponse, arguments: SimpleNamespace) -> Any:
    """Passes the configuration on in an update, because moto's backend does not receive it at creation."""
    configuration = responses._get_param("serviceConnectConfiguration")
    backend: EC2ContainerServiceBackend = responses.ecs_backend
    if configuration:
        definition = backend.describe_task_definition(responses._get_param("taskDefinition"))
        _check(backend, configuration, definition, None)
    answer = original(**vars(arguments))
    if configuration:
        cluster, name = responses._get_param("cluster", "default"), responses._get_param("serviceName")
        backend.update_service({"cluster": cluster, "service": name, "service_connect_configuration": configuration})
    return answer


@replace(EC2ContainerServiceBackend, "update_service")
def _update(
    original: Callable[..., Service], backend: EC2ContainerServiceBackend, arguments: SimpleNamespace
) -> Service:
    properties = arguments.service_properties
    service = backend._get_service(properties.get("cluster", "default"), properties["service"].split("/")[-1])
    configuration = properties.get("service_connect_configuration") or getattr(
        service, "service_connect_configuration", None
    )
    if not configuration:
        return original(**vars(arguments))
    definition = backend.describe_task_definition(properties.get("task_definition") or service.task_definition)
    _check(backend, configuration, definition, service)
    before = dict(getattr(service, "endpoints", {}))
    service.endpoints = _endpoints(backend, configuration, before)
    service.endpoint_registries = _registries(backend, configuration, definition, service.endpoints)
    try:
        answer = original(**vars(arguments))
    except Exception:
        _remove(backend, {name: service_id for name, service_id in service.endpoints.items() if name not in before})
        service.endpoints = before
        raise
    _remove(backend, {name: service_id for name, service_id in before.items() if name not in service.endpoints})
    _set_deployments(backend, service, configuration)
    return answer


@replace(EC2ContainerServiceBackend, "delete_service")
def _delete(
    original: Callable[..., Service], backend: EC2ContainerServiceBackend, arguments: SimpleNamespace
) -> Service:
    """Deletes the endpoints with the service."""
    service = original(**vars(arguments))
    _remove(backend, getattr(service, "endpoints", {}))
    service.endpoints = {}
    return service


# ---- checks


def _check(
    backend: EC2ContainerServiceBackend, configuration: dict[str, Any], definition: Any, current: Service | None
) -> None:
    if not configuration.get("enabled"):
        return
    namespace = _namespace(backend, configuration)
    own_endpoints = getattr(current, "endpoints", {})
    names = [_discovery_name(entry) for entry in configuration.get("services") or []]
    if len(names) != len(set(names)):
        raise _invalid("The serviceConnectConfiguration contains a duplicate discoveryName.")
    for entry in configuration.get("services") or []:
        _check_mapping(entry, definition)
        _check_alias(entry)
        _check_names(backend, namespace, entry, own_endpoints)
    aliases = [_alias(entry, namespace) for entry in configuration.get("services") or []]
    others = [alias for other in _others(backend, current) for alias in _aliases(backend, other, namespace)]
    if len(aliases) != len(set(aliases)) or set(aliases) & set(others):
        raise _invalid("A clientAlias of the serviceConnectConfiguration is already in use in the namespace.")


def _check_mapping(entry: dict[str, Any], definition: Any) -> None:
    mapping = _mapping(definition, entry["portName"])
    if mapping is None:
        raise _invalid(
            f"The portName {entry['portName']} of the serviceConnectConfiguration does not refer to any named port "
            "mapping in the task definition."
        )
    if mapping.get("protocol", "tcp") != "tcp":
        raise _invalid(f"The port mapping {entry['portName']} is not of protocol tcp, which Service Connect requires.")
    if "perRequestTimeoutSeconds" in (entry.get("timeout") or {}) and not mapping.get("appProtocol"):
        raise _invalid("perRequestTimeout can only be set if the appProtocol of the port mapping isn't TCP.")
    if entry.get("ingressPortOverride", 1025) <= 1024:
        raise _invalid("IngressPortOverride cannot use ports <= 1024.")


def _check_alias(entry: dict[str, Any]) -> None:
    aliases = entry.get("clientAliases") or []
    if len(aliases) != 1:
        raise _invalid("A Service Connect service requires one clientAlias with a port.")
    if not _DNS_NAME.fullmatch(aliases[0].get("dnsName", "_")):
        raise _invalid(f"The dnsName {aliases[0]['dnsName']} is not valid.")


def _check_names(
    backend: EC2ContainerServiceBackend, namespace: Namespace, entry: dict[str, Any], own_endpoints: dict[str, str]
) -> None:
    name = _discovery_name(entry)
    if not _DISCOVERY_NAME.fullmatch(name):
        raise _invalid(f"The discoveryName {name} is not valid.")
    for other in _cloud_map(backend).services.values():
        taken = other.namespace_id == namespace.id and other.name.lower() == name
        if taken and other.id not in own_endpoints.values():
            raise _invalid(f"The discoveryName {name} is already in use in the namespace {namespace.name}.")


def _namespace(backend: EC2ContainerServiceBackend, configuration: dict[str, Any]) -> Namespace:
    wanted = configuration.get("namespace")
    if not wanted:
        raise _invalid("A namespace is required where the cluster has no default Service Connect namespace.")
    for namespace in _cloud_map(backend).namespaces.values():
        if wanted in (namespace.arn, namespace.name):
            return namespace
    raise RequestError("NamespaceNotFoundException", f"The namespace {wanted} was not found.")


# ---- resources


def _endpoints(
    backend: EC2ContainerServiceBackend, configuration: dict[str, Any], before: dict[str, str]
) -> dict[str, str]:
    """Creates missing endpoints. Returns the ids of the Cloud Map services by discovery name."""
    if not configuration.get("enabled"):
        return {}
    namespace = _namespace(backend, configuration)
    services = {}
    for entry in configuration.get("services") or []:
        name = _discovery_name(entry)
        services[name] = (
            before.get(name)
            or _cloud_map(backend)
            .create_service(
                name=name,
                namespace_id=namespace.id,
                creator_request_id=uuid.uuid4().hex,
                description="Managed by Amazon ECS",
                dns_config=None,
                health_check_config=None,
                health_check_custom_config=None,
                tags=[],
                service_type="HTTP",
            )
            .id
        )
    return services


def _registries(
    backend: EC2ContainerServiceBackend, configuration: dict[str, Any], definition: Any, endpoints: dict[str, str]
) -> list[dict[str, Any]]:
    """Returns the endpoints in the form of service registries."""
    return [
        {
            "registryArn": _cloud_map(backend).get_service(endpoints[_discovery_name(entry)]).arn,
            "port": entry.get("ingressPortOverride") or _container_port(definition, entry["portName"]),
        }
        for entry in configuration.get("services") or []
        if endpoints
    ]


def _remove(backend: EC2ContainerServiceBackend, endpoints: dict[str, str]) -> None:
    for identifier in endpoints.values():
        _cloud_map(backend).delete_service(identifier)


def _set_deployments(backend: EC2ContainerServiceBackend, service: Service, configuration: dict[str, Any]) -> None:
    resources = [
        {"discoveryName": name, "discoveryArn": _cloud_map(backend).get_service(identifier).arn}
        for name, identifier in service.endpoints.items()
    ]
    for deployment in service.deployments:
        deployment.update(serviceConnectConfiguration=configuration, serviceConnectResources=resources)


# ---- lookups


def _cloud_map(backend: Any) -> ServiceDiscoveryBackend:
    return servicediscovery_backends[backend.account_id][backend.region_name]


def _others(backend: EC2ContainerServiceBackend, current: Service | None) -> Iterator[Service]:
    return (service for service in backend.services.values() if service is not current and service.status == "ACTIVE")


def _aliases(backend: EC2ContainerServiceBackend, service: Service, namespace: Namespace) -> Iterator[tuple[str, int]]:
    configuration = getattr(service, "service_connect_configuration", None) or {}
    if configuration.get("enabled") and _namespace(backend, configuration) is namespace:
        yield from (_alias(entry, namespace) for entry in configuration.get("services") or [])


def _alias(entry: dict[str, Any], namespace: Namespace) -> tuple[str, int]:
    alias = entry["clientAliases"][0]
    return alias.get("dnsName") or f"{_discovery_name(entry)}.{namespace.name}", alias["port"]


def _discovery_name(entry: dict[str, Any]) -> str:
    return str(entry.get("discoveryName") or entry["portName"])


def _container_port(definition: Any, name: str) -> int:
    mapping = _mapping(definition, name)
    assert mapping is not None, f"{name} has passed _check_mapping"
    return mapping["containerPort"]


def _mapping(definition: Any, name: str) -> dict[str, Any] | None:
    mappings = [
        mapping
        for container in definition.container_definitions
        for mapping in container.get("portMappings") or []
        if mapping.get("name") == name
    ]
    return mappings[0] if mappings else None
