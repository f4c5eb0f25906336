"""Route 53 and ACM. moto's own types cannot be updated."""

from __future__ import annotations

from typing import Any

from moto.acm.models import acm_backends
from moto.core.exceptions import ServiceException

from emulator.cloudformation.error import ResourceError
from emulator.resource.base import Resource, tag_changes, without


class RecordSet(Resource):
    """AWS::Route53::RecordSet in a zone that is given by its id."""

    TYPE = "AWS::Route53::RecordSet"
    _NOT_IN_RECORD = ("HostedZoneId", "Comment")

    def _change(self, action: str, properties: dict[str, Any]) -> None:
        record = without(properties, *self._NOT_IN_RECORD)
        if "AliasTarget" in record:
            record["AliasTarget"] = {"EvaluateTargetHealth": False, **record["AliasTarget"]}
        if "ResourceRecords" in record:
            record["ResourceRecords"] = [{"Value": value} for value in record["ResourceRecords"]]
        batch = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
        zone = properties["HostedZoneId"]
        self.call("route53", "ChangeResourceRecordSets", HostedZoneId=zone, ChangeBatch=batch)

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the record. It is an error if it exists, or if the name is not in the zone."""
        self._change("CREATE", properties)
        self.physical_id = properties["Name"]

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the values of the record."""
        self._change("UPSERT", new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the record."""
        self._change("DELETE", properties)


class Certificate(Resource):
    """AWS::CertificateManager::Certificate.

    It is issued immediately if CloudFormation can add the validation records to a hosted zone of the name. Otherwise it
    fails immediately, while AWS waits for hours.
    """

    TYPE = "AWS::CertificateManager::Certificate"

    def create(self, properties: dict[str, Any]) -> None:
        """Requests the certificate."""
        parameters = without(properties, "DomainValidationOptions")
        self.physical_id = self.call("acm", "RequestCertificate", **parameters)["CertificateArn"]
        self.attributes = {"Id": self.physical_id}
        zones = {
            option["DomainName"]: option.get("HostedZoneId") for option in properties.get("DomainValidationOptions", [])
        }
        for name in [properties["DomainName"], *properties.get("SubjectAlternativeNames", [])]:
            self._validate(name, zones.get(name))
        acm_backends[self.context.account][self.context.region]._certificates[self.physical_id].status = "ISSUED"

    def _validate(self, name: str, zone: str | None) -> None:
        if zone is None:
            raise ResourceError(f"ACM does not find the validation record of {name}; it would wait for 72 hours")
        try:
            apex = self.call("route53", "GetHostedZone", Id=zone)["HostedZone"]["Name"].rstrip(".")
        except ServiceException as error:
            raise ResourceError(str(error)) from error
        if not f".{name}".endswith(f".{apex}"):
            raise ResourceError(f"RRSet with DNS name {name}. is not permitted in zone {apex}.")

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the tags. Any other change replaces the certificate."""
        added, removed = tag_changes(old, new)
        if removed:
            tags = [{"Key": key} for key in removed]
            self.call("acm", "RemoveTagsFromCertificate", CertificateArn=self.physical_id, Tags=tags)
        if added:
            self.call("acm", "AddTagsToCertificate", CertificateArn=self.physical_id, Tags=added)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the certificate. This is an error while a listener uses it."""
        self.call("acm", "DeleteCertificate", CertificateArn=self.physical_id)
