"""Cloud Map, of which moto's CloudFormation knows nothing."""

from __future__ import annotations

import uuid
from typing import Any

from emulator.cloudformation.fault import ResourceError
from emulator.resource.base import Resource, only, tag_changes, without

_SERVICE = "servicediscovery"


class _CloudMapResource(Resource):
    def wait_for(self, answer: dict[str, Any]) -> dict[str, str]:
        """The targets of an operation that has ended."""
        operation = self.call(_SERVICE, "GetOperation", OperationId=answer["OperationId"])["Operation"]
        if operation["Status"] != "SUCCESS":
            raise ResourceError(f"{operation.get('ErrorMessage')} ({operation.get('ErrorCode')})")
        return dict(operation["Targets"])

    def retag(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Brings the tags up to date."""
        put, gone = tag_changes(old, new)
        if gone:
            self.call(_SERVICE, "UntagResource", ResourceARN=self.attributes["Arn"], TagKeys=gone)
        if put:
            self.call(_SERVICE, "TagResource", ResourceARN=self.attributes["Arn"], Tags=put)


class _Namespace(_CloudMapResource):
    KIND = ""

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the namespace, and with it a hosted zone if it has DNS."""
        answer = self.call(_SERVICE, f"Create{self.KIND}Namespace", CreatorRequestId=str(uuid.uuid4()), **properties)
        self.physical_id = self.wait_for(answer)["NAMESPACE"]
        namespace = self.call(_SERVICE, "GetNamespace", Id=self.physical_id)["Namespace"]
        zone = ((namespace.get("Properties") or {}).get("DnsProperties") or {}).get("HostedZoneId", "")
        self.attributes = {"Arn": namespace["Arn"], "Id": self.physical_id, "HostedZoneId": zone}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """The description and the zone's SOA."""
        change = only(new, "Description", "Properties")
        if change and change != only(old, "Description", "Properties"):
            self.call(_SERVICE, f"Update{self.KIND}Namespace", Id=self.physical_id, Namespace=change)
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while it has services."""
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
        """Makes the service."""
        name = properties.get("Name") or self.place.generated_name(64)
        wanted = {**without(properties, "ServiceAttributes"), "Name": name}
        service = self.call(_SERVICE, "CreateService", CreatorRequestId=str(uuid.uuid4()), **wanted)["Service"]
        self.physical_id = service["Id"]
        self.attributes = {"Arn": service["Arn"], "Id": service["Id"], "Name": service["Name"]}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """The description and the records' TTL; that their types cannot change, Cloud Map says."""
        change = only(new, "Description", "HealthCheckConfig")
        if "DnsConfig" in new:
            change["DnsConfig"] = only(new["DnsConfig"], "DnsRecords")
        if without(old, "Tags") != without(new, "Tags"):
            self.wait_for(self.call(_SERVICE, "UpdateService", Id=self.physical_id, Service=change))
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while instances are registered."""
        self.call(_SERVICE, "DeleteService", Id=self.physical_id)
