"""Security groups and their rules.

moto's own types drop inline egress, which leaves the group open, do not support SecurityGroupEgress, and lose the
description of a rule whose source is a group.
"""

from __future__ import annotations

from typing import Any

from emulator.resource.base import Resource, select
from emulator.resource.network import Ec2Resource

ALL = "0.0.0.0/0"


def permission(rule: dict[str, Any]) -> dict[str, Any]:
    """Returns a rule of CloudFormation as a permission of the API."""
    description = select(rule, "Description")
    converted: dict[str, Any] = {"IpProtocol": str(rule["IpProtocol"]), **select(rule, "FromPort", "ToPort")}
    if "CidrIp" in rule:
        converted["IpRanges"] = [{"CidrIp": rule["CidrIp"], **description}]
    if "CidrIpv6" in rule:
        converted["Ipv6Ranges"] = [{"CidrIpv6": rule["CidrIpv6"], **description}]
    for key in ("SourceSecurityGroupId", "DestinationSecurityGroupId"):
        if key in rule:
            owner = {"UserId": rule["SourceSecurityGroupOwnerId"]} if "SourceSecurityGroupOwnerId" in rule else {}
            converted["UserIdGroupPairs"] = [{"GroupId": rule[key], **owner, **description}]
    for key in ("SourcePrefixListId", "DestinationPrefixListId"):
        if key in rule:
            converted["PrefixListIds"] = [{"PrefixListId": rule[key], **description}]
    return converted


class SecurityGroup(Ec2Resource):
    """AWS::EC2::SecurityGroup. Inline egress replaces the rule that allows all egress."""

    TYPE = "AWS::EC2::SecurityGroup"

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the group and its inline rules."""
        name = properties.get("GroupName") or self.context.generated_name(255)
        parameters = {"GroupName": name, "Description": properties["GroupDescription"], **select(properties, "VpcId")}
        self.physical_id = self.call("ec2", "CreateSecurityGroup", **parameters)["GroupId"]
        self.tag(properties)
        if properties.get("SecurityGroupEgress"):
            self.allow_all(False)
        for direction in ("Ingress", "Egress"):
            self._authorize(direction, properties.get(f"SecurityGroup{direction}") or [])
        found = self.call("ec2", "DescribeSecurityGroups", GroupIds=[self.physical_id])["SecurityGroups"][0]
        self.attributes = {"GroupId": self.physical_id, "Id": self.physical_id, "VpcId": found.get("VpcId", "")}

    def allow_all(self, allowed: bool) -> None:
        """Adds or removes the default rule that allows all egress."""
        operation = "AuthorizeSecurityGroupEgress" if allowed else "RevokeSecurityGroupEgress"
        rule = {"IpProtocol": "-1", "IpRanges": [{"CidrIp": ALL}]}
        self.call("ec2", operation, GroupId=self.physical_id, IpPermissions=[rule])

    def _authorize(self, direction: str, rules: list[dict[str, Any]]) -> None:
        if rules:
            permissions = [permission(rule) for rule in rules]
            operation = f"AuthorizeSecurityGroup{direction}"
            self.call("ec2", operation, GroupId=self.physical_id, IpPermissions=permissions)

    def update(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """Updates the inline rules. Without inline egress, the rule that allows all egress comes back."""
        for direction in ("Ingress", "Egress"):
            before, after = old.get(f"SecurityGroup{direction}") or [], new.get(f"SecurityGroup{direction}") or []
            removed = [permission(rule) for rule in before if rule not in after]
            if removed:
                self.call("ec2", f"RevokeSecurityGroup{direction}", GroupId=self.physical_id, IpPermissions=removed)
            if direction == "Egress" and bool(before) != bool(after):
                self.allow_all(not after)
            self._authorize(direction, [rule for rule in after if rule not in before])
        self.update_tags(old, new)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the group. This is an error while another group's rule or a network interface refers to it."""
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
        """Updates the description. Any other change replaces the rule."""
        operation = f"UpdateSecurityGroupRuleDescriptions{self.DIRECTION}"
        self.call("ec2", operation, GroupId=new["GroupId"], IpPermissions=[permission(new)])

    def delete(self, properties: dict[str, Any]) -> None:
        """Removes the rule."""
        operation = f"RevokeSecurityGroup{self.DIRECTION}"
        self.call("ec2", operation, GroupId=properties["GroupId"], SecurityGroupRuleIds=[self.physical_id])


class SecurityGroupIngress(_Rule):
    """AWS::EC2::SecurityGroupIngress."""

    TYPE = "AWS::EC2::SecurityGroupIngress"
    DIRECTION = "Ingress"


class SecurityGroupEgress(_Rule):
    """AWS::EC2::SecurityGroupEgress.

    As on AWS, creation silently removes a rule that allows all egress, even one from the template. Sources:
    cloudformation-language-discussion issue 157 and aws-cdk issue 15297.
    """

    TYPE = "AWS::EC2::SecurityGroupEgress"
    DIRECTION = "Egress"

    def create(self, properties: dict[str, Any]) -> None:
        """Removes a rule that allows all egress, then adds this rule."""
        group = properties["GroupId"]
        found = self.call("ec2", "DescribeSecurityGroups", GroupIds=[group])["SecurityGroups"][0]
        for rule in found["IpPermissionsEgress"]:
            if rule["IpProtocol"] == "-1" and ALL in [block["CidrIp"] for block in rule.get("IpRanges", [])]:
                removed = {
                    "IpProtocol": "-1",
                    "IpRanges": [block for block in rule["IpRanges"] if block["CidrIp"] == ALL],
                }
                self.call("ec2", "RevokeSecurityGroupEgress", GroupId=group, IpPermissions=[removed])
        super().create(properties)
