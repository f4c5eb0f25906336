"""Tests rules of security groups."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import VPC, get, resource, security_group, template

ALL = {"IpProtocol": "-1", "CidrIp": "0.0.0.0/0", "Description": "Anywhere"}
HTTPS = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0", "Description": "To everywhere"}


def _rule(direction: str, **properties: Any) -> dict[str, Any]:
    given = {"GroupId": get("Group", "GroupId"), "IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080}
    return resource(f"EC2::SecurityGroup{direction}", {**given, **properties})


def _rules(cloud: Cloud, name: str, egress: bool = True) -> list[tuple[str, int, str]]:
    group = cloud.physical_ids(name)["Group"]
    found = cloud.ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [group]}])[
        "SecurityGroupRules"
    ]
    return sorted(
        (rule["IpProtocol"], rule.get("FromPort", -1), rule.get("CidrIpv4") or rule["ReferencedGroupInfo"]["GroupId"])
        for rule in found
        if rule["IsEgress"] == egress
    )


def test_group_without_egress_allows_all(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Group": security_group()}))
    assert _rules(cloud, name) == [("-1", -1, "0.0.0.0/0")]


def test_inline_egress_replaces_default_rule(cloud: Cloud, name: str) -> None:
    cloud.create(name, template({"Vpc": VPC, "Group": security_group(SecurityGroupEgress=[HTTPS])}))
    assert _rules(cloud, name) == [("tcp", 443, "0.0.0.0/0")]


def test_updates_inline_rules(cloud: Cloud, name: str) -> None:
    ingress = {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "CidrIp": "10.0.0.0/8"}
    group = security_group(SecurityGroupEgress=[HTTPS], SecurityGroupIngress=[ingress])
    cloud.create(name, template({"Vpc": VPC, "Group": group}))
    changed = security_group(
        SecurityGroupEgress=[{**HTTPS, "FromPort": 80, "ToPort": 80}, HTTPS],
        SecurityGroupIngress=[{**ingress, "CidrIp": "10.1.0.0/16"}],
    )
    assert cloud.update(name, template({"Vpc": VPC, "Group": changed})) == "UPDATE_COMPLETE"
    assert _rules(cloud, name) == [("tcp", 80, "0.0.0.0/0"), ("tcp", 443, "0.0.0.0/0")]
    assert _rules(cloud, name, egress=False) == [("tcp", 80, "10.1.0.0/16")]
    assert cloud.update(name, template({"Vpc": VPC, "Group": security_group()})) == "UPDATE_COMPLETE"
    assert _rules(cloud, name) == [("-1", -1, "0.0.0.0/0")]


@pytest.mark.parametrize("inline", [[], [ALL]], ids=["the default", "inline"])
def test_standalone_rule_removes_rule_that_allows_all(cloud: Cloud, name: str, inline: list[Any]) -> None:
    group = security_group(**({"SecurityGroupEgress": inline} if inline else {}))
    resources = {"Vpc": VPC, "Group": group, "Rule": _rule("Egress", CidrIp="10.0.0.0/8")}
    assert cloud.create(name, template(resources)) == "CREATE_COMPLETE"
    assert _rules(cloud, name) == [("tcp", 8080, "10.0.0.0/8")]


def test_standalone_rule_keeps_other_inline_rules(cloud: Cloud, name: str) -> None:
    resources = {
        "Vpc": VPC,
        "Group": security_group(SecurityGroupEgress=[HTTPS]),
        "Rule": _rule("Egress", CidrIp="10.0.0.0/8"),
    }
    cloud.create(name, template(resources))
    assert _rules(cloud, name) == [("tcp", 443, "0.0.0.0/0"), ("tcp", 8080, "10.0.0.0/8")]


@pytest.mark.parametrize(
    ("direction", "other"),
    [
        ("Ingress", "SourceSecurityGroupId"),
        ("Egress", "DestinationSecurityGroupId"),
        ("Ingress", "CidrIp"),
        ("Egress", "CidrIp"),
    ],
)
def test_rejects_duplicate_standalone_rule(cloud: Cloud, name: str, direction: str, other: str) -> None:
    target = "10.0.0.0/8" if other == "CidrIp" else get("Group", "GroupId")
    first = _rule(direction, Description="One", **{other: target})
    second = {**_rule(direction, Description="Two", **{other: target}), "DependsOn": "First"}
    resources = {"Vpc": VPC, "Group": security_group(SecurityGroupEgress=[HTTPS]), "First": first, "Second": second}
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert "the specified rule" in cloud.reasons(name)["Second"].lower()
    assert "already exists" in cloud.reasons(name)["Second"]


@pytest.mark.parametrize("direction", ["Ingress", "Egress"])
def test_rejects_duplicate_inline_rule(cloud: Cloud, name: str, direction: str) -> None:
    rules = [HTTPS, {**HTTPS, "Description": "Again"}]
    resources = {"Vpc": VPC, "Group": security_group(**{f"SecurityGroup{direction}": rules})}
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert "must not appear multiple times" in cloud.reasons(name)["Group"]
    assert cloud.reasons(name).keys() == {"Group"}, "the partly created group is deleted, and then the VPC"


def test_rejects_standalone_duplicate_of_inline_rule(cloud: Cloud, name: str) -> None:
    alone = _rule("Egress", **{key: value for key, value in HTTPS.items() if key != "Description"})
    resources = {"Vpc": VPC, "Group": security_group(SecurityGroupEgress=[HTTPS]), "Rule": alone}
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert "already exists" in cloud.reasons(name)["Rule"]


def test_updates_description_of_rule(cloud: Cloud, name: str) -> None:
    def build(description: str) -> dict[str, Any]:
        rule = _rule("Ingress", SourceSecurityGroupId=get("Group", "GroupId"), Description=description)
        return template({"Vpc": VPC, "Group": security_group(), "Rule": rule})

    cloud.create(name, build("From itself"))
    rule_id = cloud.physical_ids(name)["Rule"]
    assert cloud.changes(name, build("Changed")) == {"Rule": ("Modify", "False")}
    for description in ("From itself", "Changed"):
        described = cloud.ec2.describe_security_group_rules(SecurityGroupRuleIds=[rule_id])["SecurityGroupRules"][0]
        assert described["Description"] == description
        if description != "Changed":
            assert cloud.update(name, build("Changed")) == "UPDATE_COMPLETE"


def test_rejects_unknown_source_group(cloud: Cloud, name: str) -> None:
    rule = _rule("Ingress", SourceSecurityGroupId="sg-00000000000000000")
    assert cloud.create(name, template({"Vpc": VPC, "Group": security_group(), "Rule": rule})) == "ROLLBACK_COMPLETE"
    assert "does not exist" in cloud.reasons(name)["Rule"]


def test_rejects_description_beyond_ascii(cloud: Cloud, name: str) -> None:
    resources = {"Vpc": VPC, "Group": security_group(GroupDescription="\u30bf\u30b9\u30af")}
    assert cloud.create(name, template(resources)) == "ROLLBACK_COMPLETE"
    assert "Character sets beyond ASCII are not supported" in cloud.reasons(name)["Group"]
