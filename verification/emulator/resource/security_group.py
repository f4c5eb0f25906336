"""Security groups and their rules.

moto's own types drop inline egress, so that the group stays open, know no SecurityGroupEgress, and lose a description
whose rule's source is a group.
"""

from __future__ import annotations

from typing import Any

from emulator.resource.base import Resource, only
from emulator.resource.network import Ec2Resource

ALL = "0.0.0.0/0"


def permission(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule of CloudFormation's as the API's permission."""
    told = only(rule, "Description")
    made: dict[str, Any] = {"IpProtocol": str(rule["IpProtocol"]), **only(rule, "FromPort", "ToPort")}
    if "CidrIp" in rule:
        made["IpRanges"] = [{"CidrIp": rule["CidrIp"], **told}]
    if "CidrIpv6" in rule:
        made["Ipv6Ranges"] = [{"CidrIpv6": rule["CidrIpv6"], **told}]
    for key in ("SourceSecurityGroupId", "DestinationSecurityGroupId"):
        if key in rule:
            owner = {"UserId": rule["SourceSecurityGroupOwnerId"]} if "SourceSecurityGroupOwnerId" in rule else {}
            made["UserIdGroupPairs"] = [{"GroupId": rule[key], **owner, **told}]
    for key in ("SourcePrefixListId", "DestinationPrefixListId"):
        if key in rule:
            made["PrefixListIds"] = [{"PrefixListId": rule[key], **told}]
    return made


class SecurityGroup(Ec2Resource):
    """AWS::EC2::SecurityGroup. Rules of its own for egress take the place of the one that allows all."""

    TYPE = "AWS::EC2::SecurityGroup"

    def create(self, properties: dict[str, Any]) -> None:
        """Makes the group and its inline rules."""
        name = properties.get("GroupName") or self.place.generated_name(255)
        wanted = {"GroupName": name, "Description": properties["GroupDescription"], **only(properties, "VpcId")}
        self.physical_id = self.call("ec2", "CreateSecurityGroup", **wanted)["GroupId"]
        self.tag(properties)
        if properties.get("SecurityGroupEgress"):
            self.allow_all(False)
        for direction in ("Ingress", "Egress"):
            self._authorize(direction, properties.get(f"SecurityGroup{direction}") or [])
        found = self.call("ec2", "DescribeSecurityGroups", GroupIds=[self.physical_id])["SecurityGroups"][0]
        self.attributes = {"GroupId": self.physical_id, "Id": self.physical_id, "VpcId": found.get("VpcId", "")}

    def allow_all(self, allowed: bool) -> None:
        """Adds or removes the rule for egress to everywhere, which a new group has."""
        operation = "AuthorizeSecurityGroupEgress" if allowed else "RevokeSecurityGroupEgress"
        rule = {"IpProtocol": "-1", "IpRanges": [{"CidrIp": ALL}]}
        self.call("ec2", operation, GroupId=self.physical_id, IpPermissions=[rule])

    def _authorize(self, direction: str, rules: list[dict[str, Any]]) -> None:
        if rules:
            permissions = [permission(rule) for rule in rules]
            operation = f"AuthorizeSecurityGroup{direction}"
            self.call("ec2", operation, GroupId=self.physical_id, IpPermissions=permissions)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Takes back the inline rules that are gone and adds those that came; without any, egress is open again."""
        for direction in ("Ingress", "Egress"):
            before, after = old.get(f"SecurityGroup{direction}") or [], new.get(f"SecurityGroup{direction}") or []
            gone = [permission(rule) for rule in before if rule not in after]
            if gone:
                self.call("ec2", f"RevokeSecurityGroup{direction}", GroupId=self.physical_id, IpPermissions=gone)
            if direction == "Egress" and bool(before) != bool(after):
                self.allow_all(not after)
            self._authorize(direction, [rule for rule in after if rule not in before])
        self.retag(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Refused while a rule of another group or an interface needs the group."""
        self.call("ec2", "DeleteSecurityGroup", GroupId=self.physical_id)


class _Rule(Resource):
    DIRECTION = ""

    def create(self, properties: dict[str, Any]) -> None:
        """Adds the rule."""
        answer = self.call(
            "ec2",
            f"AuthorizeSecurityGroup{self.DIRECTION}",
            GroupId=properties["GroupId"],
            IpPermissions=[permission(properties)],
        )
        self.physical_id = answer["SecurityGroupRules"][0]["SecurityGroupRuleId"]
        self.attributes = {"Id": self.physical_id}

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """The description is all that changes in place."""
        operation = f"UpdateSecurityGroupRuleDescriptions{self.DIRECTION}"
        self.call("ec2", operation, GroupId=new["GroupId"], IpPermissions=[permission(new)])

    def delete(self, properties: dict[str, Any]) -> None:
        """Takes the rule back."""
        operation = f"RevokeSecurityGroup{self.DIRECTION}"
        self.call("ec2", operation, GroupId=properties["GroupId"], SecurityGroupRuleIds=[self.physical_id])


class SecurityGroupIngress(_Rule):
    """AWS::EC2::SecurityGroupIngress."""

    TYPE = "AWS::EC2::SecurityGroupIngress"
    DIRECTION = "Ingress"


class SecurityGroupEgress(_Rule):
    """AWS::EC2::SecurityGroupEgress. As on AWS it silently removes a rule that allows all, the template's own too."""

    TYPE = "AWS::EC2::SecurityGroupEgress"
    DIRECTION = "Egress"

    def create(self, properties: dict[str, Any]) -> None:
        """Adds the rule in place of one that allows all."""
        group = properties["GroupId"]
        found = self.call("ec2", "DescribeSecurityGroups", GroupIds=[group])["SecurityGroups"][0]
        for rule in found["IpPermissionsEgress"]:
            if rule["IpProtocol"] == "-1" and ALL in [block["CidrIp"] for block in rule.get("IpRanges", [])]:
                gone = {"IpProtocol": "-1", "IpRanges": [block for block in rule["IpRanges"] if block["CidrIp"] == ALL]}
                self.call("ec2", "RevokeSecurityGroupEgress", GroupId=group, IpPermissions=[gone])
        super().create(properties)
