"""Cloud Map. moto accepts duplicate names, and allows only one namespace in a VPC.

It also deletes resources that are in use, and changes the types of records.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from moto.ec2.models import ec2_backends
from moto.route53.models import route53_backends
from moto.servicediscovery.models import Namespace, Operation, Service, ServiceDiscoveryBackend
from moto.utilities.utils import get_partition

from emulator.moto_patches.method_hooks import JsonRequestError, after, before, replace


def _failed(backend: ServiceDiscoveryBackend, kind: str, code: str, message: str) -> str:
    """Creates a failed operation, for errors that Cloud Map reports only after the request."""
    operation = Operation(kind, {})
    operation.status = "FAIL"
    operation.error = (code, message)
    backend.operations[operation.id] = operation
    return str(operation.id)


@replace(Operation, "to_json")
def _add_error(
    original: Callable[..., dict[str, Any]], operation: Operation, arguments: SimpleNamespace
) -> dict[str, Any]:
    description = original(**vars(arguments))
    if getattr(operation, "error", None) and not arguments.short:
        description["ErrorCode"], description["ErrorMessage"] = operation.error
    return description


@replace(ServiceDiscoveryBackend, "create_private_dns_namespace")
def _create_private(original: Callable[..., str], backend: ServiceDiscoveryBackend, arguments: SimpleNamespace) -> str:
    """Creates a private namespace.

    moto rejects any second namespace in a VPC. AWS rejects only one with the same name. Source:
    docker-archive/ecs-plugin issue 186.
    """
    vpc = arguments.vpc
    if vpc not in ec2_backends[backend.account_id][backend.region_name].vpcs:
        message = f"The VPC {vpc} in region {backend.region_name} that you provided does not exist."
        return _failed(backend, "CREATE_NAMESPACE", "INVALID_INPUT", message)
    for namespace in backend.namespaces.values():
        if namespace.vpc == vpc and namespace.name.lower() == arguments.name.lower():
            message = (
                f"The VPC {vpc} in region {backend.region_name} has already been associated with the hosted zone "
                f"{namespace.dns_properties['HostedZoneId']} with the same domain name. (Service: AmazonRoute53; "
                "Status Code: 400; Error Code: ConflictingDomainExists)"
            )
            return _failed(backend, "CREATE_NAMESPACE", "CONFLICTING_DOMAIN_EXISTS", message)
    arguments.vpc = f"{vpc}/{arguments.name}"  # otherwise, moto rejects the VPC
    operation_id = original(**vars(arguments))
    namespace = backend.namespaces[backend.operations[operation_id].targets["NAMESPACE"]]
    namespace.vpc = vpc
    _repair_zone(backend, namespace)
    return operation_id


def _repair_zone(backend: ServiceDiscoveryBackend, namespace: Namespace) -> None:
    """Fixes the hosted zone of a namespace: its name, its id and its VPC."""
    identifier = namespace.dns_properties["HostedZoneId"].split("/")[-1]
    namespace.dns_properties["HostedZoneId"] = identifier
    zone = _zones(backend)[identifier]
    zone.name = f"{namespace.name}."
    zone.add_vpc(namespace.vpc, backend.region_name)


def _zones(backend: ServiceDiscoveryBackend) -> dict[str, Any]:
    return route53_backends[backend.account_id][get_partition(backend.region_name)].zones


@before(ServiceDiscoveryBackend, "create_http_namespace")
def _check_http_name(backend: ServiceDiscoveryBackend, arguments: SimpleNamespace) -> None:
    if any(other.name == arguments.name and other.type == "HTTP" for other in backend.namespaces.values()):
        raise JsonRequestError("NamespaceAlreadyExists", f"Namespace with name {arguments.name} already exists.")


@replace(ServiceDiscoveryBackend, "update_private_dns_namespace")
def _update_private(original: Callable[..., str], backend: ServiceDiscoveryBackend, arguments: SimpleNamespace) -> str:
    """Keeps the id of the hosted zone, which moto loses when the SOA record changes."""
    namespace: Namespace = backend.get_namespace(arguments._id)
    zone = {"HostedZoneId": namespace.dns_properties["HostedZoneId"]}
    operation_id = original(**vars(arguments))
    namespace.dns_properties = {**namespace.dns_properties, **zone}
    return operation_id


@replace(ServiceDiscoveryBackend, "delete_namespace")
def _delete_namespace(
    original: Callable[..., str], backend: ServiceDiscoveryBackend, arguments: SimpleNamespace
) -> str:
    """Rejects the deletion while there are services, and deletes the hosted zone, which moto keeps.

    Source: the Cloud Map API reference, DeleteNamespace.
    """
    namespace = backend.get_namespace(arguments.namespace_id)
    if any(service.namespace_id == namespace.id for service in backend.services.values()):
        raise JsonRequestError(
            "ResourceInUse", "Namespace has associated services; delete the services before deleting the namespace"
        )
    answer = original(**vars(arguments))
    _zones(backend).pop((namespace.dns_properties or {}).get("HostedZoneId", ""), None)
    return answer


@before(ServiceDiscoveryBackend, "create_service")
def _check_new_service(backend: ServiceDiscoveryBackend, arguments: SimpleNamespace) -> None:
    dns = arguments.dns_config or {}
    nested = dns.get("NamespaceId")
    if nested and arguments.namespace_id and nested != arguments.namespace_id:
        raise JsonRequestError("InvalidInput", "NamespaceId is specified twice with different values")
    arguments.namespace_id = arguments.namespace_id or nested
    if not arguments.namespace_id:
        raise JsonRequestError("InvalidInput", "NamespaceId is required")
    namespace = backend.get_namespace(arguments.namespace_id)
    if arguments.health_check_config and arguments.health_check_custom_config:
        raise JsonRequestError("InvalidInput", "You can't specify both HealthCheckConfig and HealthCheckCustomConfig")
    for service in backend.services.values():
        if service.namespace_id == namespace.id and service.name.lower() == arguments.name.lower():
            raise JsonRequestError("ServiceAlreadyExists", "Service already exists.")
    if dns:
        _check_records(dns.get("DnsRecords") or [], dns.get("RoutingPolicy"))


def _check_records(records: list[dict[str, Any]], policy: str | None) -> None:
    types = [record["Type"] for record in records]
    if "CNAME" in types and (len(types) > 1 or policy == "MULTIVALUE"):
        raise JsonRequestError(
            "InvalidInput", "CNAME records require the WEIGHTED routing policy and exclude other types"
        )
    if len(types) != len(set(types)):
        raise JsonRequestError("InvalidInput", "A record type is specified twice")


@before(ServiceDiscoveryBackend, "update_service")
def _check_record_types(backend: ServiceDiscoveryBackend, arguments: SimpleNamespace) -> None:
    """Rejects other record types. Source: terraform-provider-aws pull request 2613."""
    service: Service = backend.get_service(arguments.service_id)
    before_types = {record["Type"] for record in (service.dns_config or {}).get("DnsRecords", [])}
    after_types = {record["Type"] for record in arguments.details.get("DnsConfig", {}).get("DnsRecords", [])}
    if before_types and after_types != before_types:
        raise JsonRequestError(
            "InvalidInput", "The record types of a service cannot be changed. Delete the service and create it again."
        )


@replace(Service, "to_json")
def _add_instance_count(
    original: Callable[..., dict[str, Any]], service: Service, arguments: SimpleNamespace
) -> dict[str, Any]:
    return {**original(**vars(arguments)), "InstanceCount": len(service.instances)}


@before(ServiceDiscoveryBackend, "delete_service")
def _check_no_instances(backend: ServiceDiscoveryBackend, arguments: SimpleNamespace) -> None:
    """Rejects the deletion while instances are registered. Source: the Cloud Map API reference, DeleteService."""
    if backend.get_service(arguments.service_id).instances:
        raise JsonRequestError(
            "ResourceInUse", "Service contains registered instances; delete the instances before deleting the service"
        )


@after(ServiceDiscoveryBackend, "register_instance")
def _replace_instance(backend: ServiceDiscoveryBackend, arguments: SimpleNamespace, answer: str) -> None:
    """Replaces an instance with the same id, as AWS does. moto keeps both."""
    instances = backend.get_service(arguments.service_id).instances
    instances[:] = [each for each in instances[:-1] if each.instance_id != arguments.instance_id] + instances[-1:]
