"""Names on the internet and certificates for them, of which moto's own types can update nothing."""

from __future__ import annotations

from typing import Any

from moto.acm.models import acm_backends
from moto.core.exceptions import ServiceException

from emulator.cloudformation.fault import ResourceError
from emulator.resource.base import Resource, tag_changes, without


class RecordSet(Resource):
    """AWS::Route53::RecordSet in a zone that is named by its id."""

    TYPE = "AWS::Route53::RecordSet"
    _OF_REQUEST = ("HostedZoneId", "Comment")

    def _change(self, action: str, properties: dict[str, Any]) -> None:
        record = without(properties, *self._OF_REQUEST)
        if "AliasTarget" in record:
            record["AliasTarget"] = {"EvaluateTargetHealth": False, **record["AliasTarget"]}
        if "ResourceRecords" in record:
            record["ResourceRecords"] = [{"Value": value} for value in record["ResourceRecords"]]
        batch = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
        zone = properties["HostedZoneId"]
        self.call("route53", "ChangeResourceRecordSets", HostedZoneId=zone, ChangeBatch=batch)

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the record; refused where it is there, or is of another zone."""
        self._change("CREATE", properties)
        self.physical_id = properties["Name"]

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """What the name leads to."""
        self._change("UPSERT", new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the record."""
        self._change("DELETE", properties)


class Certificate(Resource):
    """AWS::CertificateManager::Certificate.

    It is issued at once where CloudFormation can put what ACM looks for into a zone of the name, and fails otherwise,
    for which AWS takes hours.
    """

    TYPE = "AWS::CertificateManager::Certificate"

    def create(self, properties: dict[str, Any]) -> None:
        """Asks for the certificate."""
        wanted = without(properties, "DomainValidationOptions")
        self.physical_id = self.call("acm", "RequestCertificate", **wanted)["CertificateArn"]
        self.attributes = {"Id": self.physical_id}
        zones = {
            option["DomainName"]: option.get("HostedZoneId") for option in properties.get("DomainValidationOptions", [])
        }
        for name in [properties["DomainName"], *properties.get("SubjectAlternativeNames", [])]:
            self._validate(name, zones.get(name))
        acm_backends[self.place.account][self.place.region]._certificates[self.physical_id].status = "ISSUED"

    def _validate(self, name: str, zone: str | None) -> None:
        if zone is None:
            raise ResourceError(
                f"ACM does not find the record by which it validates {name}; it would wait for 72 hours"
            )
        try:
            apex = self.call("route53", "GetHostedZone", Id=zone)["HostedZone"]["Name"].rstrip(".")
        except ServiceException as fault:
            raise ResourceError(str(fault)) from fault
        if not f".{name}".endswith(f".{apex}"):
            raise ResourceError(f"RRSet with DNS name {name}. is not permitted in zone {apex}.")

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Tags are all that changes in place."""
        put, gone = tag_changes(old, new)
        if gone:
            removed = [{"Key": key} for key in gone]
            self.call("acm", "RemoveTagsFromCertificate", CertificateArn=self.physical_id, Tags=removed)
        if put:
            self.call("acm", "AddTagsToCertificate", CertificateArn=self.physical_id, Tags=put)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while a listener shows it."""
        self.call("acm", "DeleteCertificate", CertificateArn=self.physical_id)
