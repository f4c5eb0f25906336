"""ECS Service Connect, which moto lacks: the settings of a service, and the Cloud Map services that ECS creates for it.

No proxy runs. The endpoints of a service are there, with an instance for each task, for as long as the service says so.
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

from emulator.service.wrapping import RefusalError, replace

_DISCOVERY_NAME = re.compile(r"[a-z0-9_][a-z0-9_-]{0,63}")
_DNS_NAME = re.compile(r"[a-z0-9_.][a-z0-9_.-]{0,126}")


def _invalid(message: str) -> RefusalError:
    return RefusalError("InvalidParameterException", message)


@replace(EC2ContainerServiceResponse, "create_service")
def _create(original: Callable[..., Any], responses: EC2ContainerServiceResponse, arguments: SimpleNamespace) -> Any:
    """moto's backend is not told of it, so it hears of it by way of an update."""
    said = responses._get_param("serviceConnectConfiguration")
    backend: EC2ContainerServiceBackend = responses.ecs_backend
    if said:
        definition = backend.describe_task_definition(responses._get_param("taskDefinition"))
        _check(backend, said, definition, None)
    answer = original(**vars(arguments))
    if said:
        cluster, name = responses._get_param("cluster", "default"), responses._get_param("serviceName")
        backend.update_service({"cluster": cluster, "service": name, "service_connect_configuration": said})
    return answer


@replace(EC2ContainerServiceBackend, "update_service")
def _update(
    original: Callable[..., Service], backend: EC2ContainerServiceBackend, arguments: SimpleNamespace
) -> Service:
    properties = arguments.service_properties
    service = backend._get_service(properties.get("cluster", "default"), properties["service"].split("/")[-1])
    said = properties.get("service_connect_configuration") or getattr(service, "service_connect_configuration", None)
    if not said:
        return original(**vars(arguments))
    definition = backend.describe_task_definition(properties.get("task_definition") or service.task_definition)
    _check(backend, said, definition, service)
    before = dict(getattr(service, "endpoints", {}))
    service.endpoints = _endpoints(backend, said, before)
    service.endpoint_registries = _registries(backend, said, definition, service.endpoints)
    try:
        answer = original(**vars(arguments))
    except Exception:
        _remove(backend, {name: one for name, one in service.endpoints.items() if name not in before})
        service.endpoints = before
        raise
    _remove(backend, {name: one for name, one in before.items() if name not in service.endpoints})
    _tell(backend, service, said)
    return answer


@replace(EC2ContainerServiceBackend, "delete_service")
def _delete(
    original: Callable[..., Service], backend: EC2ContainerServiceBackend, arguments: SimpleNamespace
) -> Service:
    """The endpoints go with the service."""
    service = original(**vars(arguments))
    _remove(backend, getattr(service, "endpoints", {}))
    service.endpoints = {}
    return service


# ---- What is refused


def _check(backend: EC2ContainerServiceBackend, said: dict[str, Any], definition: Any, own: Service | None) -> None:
    if not said.get("enabled"):
        return
    namespace = _namespace(backend, said)
    mine = getattr(own, "endpoints", {})
    names = [_discovery_name(one) for one in said.get("services") or []]
    if len(names) != len(set(names)):
        raise _invalid("The serviceConnectConfiguration contains a duplicate discoveryName.")
    for one in said.get("services") or []:
        _check_mapping(one, definition)
        _check_alias(one)
        _check_names(backend, namespace, one, mine)
    aliases = [_alias(one, namespace) for one in said.get("services") or []]
    theirs = [alias for other in _others(backend, own) for alias in _aliases(backend, other, namespace)]
    if len(aliases) != len(set(aliases)) or set(aliases) & set(theirs):
        raise _invalid("A clientAlias of the serviceConnectConfiguration is already in use in the namespace.")


def _check_mapping(one: dict[str, Any], definition: Any) -> None:
    mapping = _mapping(definition, one["portName"])
    if mapping is None:
        raise _invalid(
            f"The portName {one['portName']} of the serviceConnectConfiguration does not refer to any named port "
            "mapping in the task definition."
        )
    if mapping.get("protocol", "tcp") != "tcp":
        raise _invalid(f"The port mapping {one['portName']} is not of protocol tcp, which Service Connect requires.")
    if "perRequestTimeoutSeconds" in (one.get("timeout") or {}) and not mapping.get("appProtocol"):
        raise _invalid("perRequestTimeout can only be set if the appProtocol of the port mapping isn't TCP.")
    if one.get("ingressPortOverride", 1025) <= 1024:
        raise _invalid("IngressPortOverride cannot use ports <= 1024.")


def _check_alias(one: dict[str, Any]) -> None:
    aliases = one.get("clientAliases") or []
    if len(aliases) != 1:
        raise _invalid("A Service Connect service requires one clientAlias with a port.")
    if not _DNS_NAME.fullmatch(aliases[0].get("dnsName", "_")):
        raise _invalid(f"The dnsName {aliases[0]['dnsName']} is not valid.")


def _check_names(
    backend: EC2ContainerServiceBackend, namespace: Namespace, one: dict[str, Any], mine: dict[str, str]
) -> None:
    name = _discovery_name(one)
    if not _DISCOVERY_NAME.fullmatch(name):
        raise _invalid(f"The discoveryName {name} is not valid.")
    for other in _cloud_map(backend).services.values():
        taken = other.namespace_id == namespace.id and other.name.lower() == name
        if taken and other.id not in mine.values():
            raise _invalid(f"The discoveryName {name} is already in use in the namespace {namespace.name}.")


def _namespace(backend: EC2ContainerServiceBackend, said: dict[str, Any]) -> Namespace:
    wanted = said.get("namespace")
    if not wanted:
        raise _invalid("A namespace is required where the cluster has no default Service Connect namespace.")
    for namespace in _cloud_map(backend).namespaces.values():
        if wanted in (namespace.arn, namespace.name):
            return namespace
    raise RefusalError("NamespaceNotFoundException", f"The namespace {wanted} was not found.")


# ---- What is made


def _endpoints(backend: EC2ContainerServiceBackend, said: dict[str, Any], before: dict[str, str]) -> dict[str, str]:
    """The ids of the Cloud Map services, by discovery name."""
    if not said.get("enabled"):
        return {}
    namespace = _namespace(backend, said)
    made = {}
    for one in said.get("services") or []:
        name = _discovery_name(one)
        made[name] = (
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
    return made


def _registries(
    backend: EC2ContainerServiceBackend, said: dict[str, Any], definition: Any, endpoints: dict[str, str]
) -> list[dict[str, Any]]:
    """What tasks register in, in the form of service registries."""
    return [
        {
            "registryArn": _cloud_map(backend).get_service(endpoints[_discovery_name(one)]).arn,
            "port": one.get("ingressPortOverride") or _container_port(definition, one["portName"]),
        }
        for one in said.get("services") or []
        if endpoints
    ]


def _remove(backend: EC2ContainerServiceBackend, endpoints: dict[str, str]) -> None:
    for identifier in endpoints.values():
        _cloud_map(backend).delete_service(identifier)


def _tell(backend: EC2ContainerServiceBackend, service: Service, said: dict[str, Any]) -> None:
    resources = [
        {"discoveryName": name, "discoveryArn": _cloud_map(backend).get_service(identifier).arn}
        for name, identifier in service.endpoints.items()
    ]
    for deployment in service.deployments:
        deployment.update(serviceConnectConfiguration=said, serviceConnectResources=resources)


# ---- What is there


def _cloud_map(backend: Any) -> ServiceDiscoveryBackend:
    return servicediscovery_backends[backend.account_id][backend.region_name]


def _others(backend: EC2ContainerServiceBackend, own: Service | None) -> Iterator[Service]:
    return (one for one in backend.services.values() if one is not own and one.status == "ACTIVE")


def _aliases(backend: EC2ContainerServiceBackend, service: Service, namespace: Namespace) -> Iterator[tuple[str, int]]:
    said = getattr(service, "service_connect_configuration", None) or {}
    if said.get("enabled") and _namespace(backend, said) is namespace:
        yield from (_alias(one, namespace) for one in said.get("services") or [])


def _alias(one: dict[str, Any], namespace: Namespace) -> tuple[str, int]:
    alias = one["clientAliases"][0]
    return alias.get("dnsName") or f"{_discovery_name(one)}.{namespace.name}", alias["port"]


def _discovery_name(one: dict[str, Any]) -> str:
    return str(one.get("discoveryName") or one["portName"])


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
