"""Cloud Map. moto's CloudFormation does not support it."""

from __future__ import annotations

import uuid
from typing import Any

from emulator.cloudformation.error import ResourceError
from emulator.resource.base import Resource, select, tag_changes, without

_SERVICE = "servicediscovery"


class _CloudMapResource(Resource):
    def wait_for(self, answer: dict[str, Any]) -> dict[str, str]:
        """Returns the targets of a finished operation, or raises its error."""
        operation = self.call(_SERVICE, "GetOperation", OperationId=answer["OperationId"])["Operation"]
        if operation["Status"] != "SUCCESS":
            raise ResourceError(f"{operation.get('ErrorMessage')} ({operation.get('ErrorCode')})")
        return dict(operation["Targets"])

    def update_tags(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the tags."""
        added, removed = tag_changes(old, new)
        if removed:
            self.call(_SERVICE, "UntagResource", ResourceARN=self.attributes["Arn"], TagKeys=removed)
        if added:
            self.call(_SERVICE, "TagResource", ResourceARN=self.attributes["Arn"], Tags=added)


class _Namespace(_CloudMapResource):
    KIND = ""

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the namespace, with a hosted zone if it has DNS."""
        answer = self.call(_SERVICE, f"Create{self.KIND}Namespace", CreatorRequestId=str(uuid.uuid4()), **properties)
        self.physical_id = self.wait_for(answer)["NAMESPACE"]
        namespace = self.call(_SERVICE, "GetNamespace", Id=self.physical_id)["Namespace"]
        zone = ((namespace.get("Properties") or {}).get("DnsProperties") or {}).get("HostedZoneId", "")
        self.attributes = {"Arn": namespace["Arn"], "Id": self.physical_id, "HostedZoneId": zone}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the description, the TTL of the zone's SOA record, and the tags."""
        change = select(new, "Description", "Properties")
        if change and change != select(old, "Description", "Properties"):
            self.call(_SERVICE, f"Update{self.KIND}Namespace", Id=self.physical_id, Namespace=change)
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the namespace. This is an error while it has services."""
        self.wait_for(self.call(_SERVICE, "DeleteNamespace", Id=self.physical_id))


class PrivateDnsNamespace(_Namespace):
    """AWS::ServiceDiscovery::PrivateDnsNamespace."""

    TYPE = "AWS::ServiceDiscovery::PrivateDnsNamespace"
    KIND = "PrivateDns"


class PublicDnsNamespace(_Namespace):
    """AWS::ServiceDiscovery::PublicDnsNamespace."""

    TYPE = "AWS::ServiceDiscovery::PublicDnsNamespace"
    KIND = "PublicDns"


class HttpNamespace(_Namespace):
    """AWS::ServiceDiscovery::HttpNamespace."""

    TYPE = "AWS::ServiceDiscovery::HttpNamespace"
    KIND = "Http"


class Service(_CloudMapResource):
    """AWS::ServiceDiscovery::Service."""

    TYPE = "AWS::ServiceDiscovery::Service"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the service."""
        name = properties.get("Name") or self.context.generated_name(64)
        parameters = {**without(properties, "ServiceAttributes"), "Name": name}
        service = self.call(_SERVICE, "CreateService", CreatorRequestId=str(uuid.uuid4()), **parameters)["Service"]
        self.physical_id = service["Id"]
        self.attributes = {"Arn": service["Arn"], "Id": service["Id"], "Name": service["Name"]}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the description and the TTL of the records. Cloud Map rejects other record types."""
        change = select(new, "Description", "HealthCheckConfig")
        if "DnsConfig" in new:
            change["DnsConfig"] = select(new["DnsConfig"], "DnsRecords")
        if without(old, "Tags") != without(new, "Tags"):
            self.wait_for(self.call(_SERVICE, "UpdateService", Id=self.physical_id, Service=change))
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the service. This is an error while instances are registered."""
        self.call(_SERVICE, "DeleteService", Id=self.physical_id)
