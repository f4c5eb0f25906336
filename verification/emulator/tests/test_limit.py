"""Tests that templates and requests above CloudFormation's limits are rejected."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import VPC, log_group, template


def _sized(size: int, name: str = "x") -> str:
    body = json.dumps(template({"Logs": log_group(f"/{name}")}, Metadata={"Padding": ""}))
    return body.replace('"Padding": ""', f'"Padding": "{"x" * (size - len(body))}"')


def _upload(cloud: Cloud, name: str, body: str) -> str:
    cloud.s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": cloud.region})
    cloud.s3.put_object(Bucket=name, Key="templates/t.json", Body=body.encode())
    return f"{cloud.address}/{name}/templates/t.json"


def test_accepts_body_at_limit(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, _sized(51_200, name)) == "CREATE_COMPLETE"


def test_rejects_body_above_limit(cloud: Cloud, name: str) -> None:
    with pytest.raises(
        ClientError,
        match="at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200",
    ):
        cloud.create(name, _sized(51_201))
    with pytest.raises(ClientError, match="1 validation error detected"):
        cloud.cloudformation.create_change_set(
            StackName=name, ChangeSetName="a", ChangeSetType="CREATE", TemplateBody=_sized(51_201)
        )


def test_limit_is_in_bytes(cloud: Cloud, name: str) -> None:
    body = json.dumps(template({"Vpc": VPC}, Metadata={"Text": "\u3042" * 20_000}), ensure_ascii=False)
    assert len(body) < 51_200
    with pytest.raises(ClientError, match="templateBody"):
        cloud.create(name, body)


def test_accepts_larger_template_from_bucket(cloud: Cloud, name: str) -> None:
    url = _upload(cloud, name, _sized(1_000_000, name))
    cloud.cloudformation.create_stack(StackName=name, TemplateURL=url)
    assert cloud.status(name) == "CREATE_COMPLETE"


def test_rejects_template_above_one_megabyte(cloud: Cloud, name: str) -> None:
    url = _upload(cloud, name, _sized(1_000_001))
    with pytest.raises(ClientError, match="Template may not exceed 1000000 bytes in size"):
        cloud.cloudformation.create_stack(StackName=name, TemplateURL=url)


def test_rejects_missing_object(cloud: Cloud, name: str) -> None:
    url = _upload(cloud, name, "{}").replace("t.json", "other.json")
    with pytest.raises(ClientError, match="S3 error: The specified key does not exist"):
        cloud.cloudformation.create_stack(StackName=name, TemplateURL=url)


def _many(section: str, count: int) -> dict[str, Any]:
    parts: dict[str, dict[str, Any]] = {
        "Resources": {"Type": "AWS::EC2::InternetGateway"},
        "Outputs": {"Value": "x"},
        "Parameters": {"Type": "String", "Default": "x"},
    }
    return template({"Vpc": VPC}) | {section: {f"X{number}": parts[section] for number in range(count)}}


@pytest.mark.parametrize(("section", "limit"), [("Resources", 500), ("Outputs", 200), ("Parameters", 200)])
def test_rejects_too_many_entries_of_section(cloud: Cloud, section: str, limit: int) -> None:
    cloud.cloudformation.validate_template(TemplateBody=json.dumps(_many(section, limit)))
    expected = f"Number of {section.lower()}, {limit + 1}, is greater than maximum allowed, {limit}"
    with pytest.raises(ClientError, match=expected):
        cloud.cloudformation.validate_template(TemplateBody=json.dumps(_many(section, limit + 1)))


def test_rejects_long_description(cloud: Cloud, name: str) -> None:
    with pytest.raises(ClientError, match="'Description' length is greater than 1024"):
        cloud.create(name, template({"Vpc": VPC}, Description="x" * 1025))


@pytest.mark.parametrize("wrong", ["1st", "a_b", "a" * 129, "a.b"])
def test_rejects_invalid_stack_name(cloud: Cloud, wrong: str) -> None:
    with pytest.raises(ClientError, match="at 'stackName' failed to satisfy constraint"):
        cloud.create(wrong, template({"Vpc": VPC}))
