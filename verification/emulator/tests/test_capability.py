"""Tests that missing and unknown capabilities are rejected."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import TRUST, VPC, resource, template


def _role(**properties: Any) -> dict[str, Any]:
    return template({"Role": resource("IAM::Role", {"AssumeRolePolicyDocument": TRUST, **properties})})


def test_role_requires_capability(cloud: Cloud, name: str) -> None:
    error = cloud.cloudformation.exceptions.InsufficientCapabilitiesException
    with pytest.raises(error, match=r"Requires capabilities : \[CAPABILITY_IAM\]"):
        cloud.create(name, _role(), Capabilities=[])
    with pytest.raises(error, match=r"Requires capabilities : \[CAPABILITY_IAM\]"):
        cloud.changes(name, _role(), "CREATE", Capabilities=[])
    assert not [stack for stack in cloud.cloudformation.list_stacks()["StackSummaries"] if stack["StackName"] == name]


def test_named_role_requires_named_capability(cloud: Cloud, name: str) -> None:
    error = cloud.cloudformation.exceptions.InsufficientCapabilitiesException
    with pytest.raises(error, match=r"Requires capabilities : \[CAPABILITY_NAMED_IAM\]"):
        cloud.create(name, _role(RoleName=name), Capabilities=["CAPABILITY_IAM"])
    assert cloud.create(name, _role(RoleName=name), Capabilities=["CAPABILITY_NAMED_IAM"]) == "CREATE_COMPLETE"


def test_named_capability_includes_plain_one(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, _role(), Capabilities=["CAPABILITY_NAMED_IAM"]) == "CREATE_COMPLETE"


def test_update_requires_capability_again(cloud: Cloud, name: str) -> None:
    cloud.create(name, _role())
    with pytest.raises(cloud.cloudformation.exceptions.InsufficientCapabilitiesException):
        cloud.update(name, _role(Description="Changed"), Capabilities=[])


def test_rejects_unknown_capability(cloud: Cloud, name: str) -> None:
    with pytest.raises(
        ClientError, match=r"Value .*CAPABILITY_ALL.* at 'capabilities' failed to satisfy constraint"
    ) as caught:
        cloud.create(name, template({"Vpc": VPC}), Capabilities=["CAPABILITY_ALL"])
    assert caught.value.response["Error"]["Code"] == "ValidationError"


def test_transform_requires_capability(cloud: Cloud, name: str) -> None:
    with pytest.raises(
        cloud.cloudformation.exceptions.InsufficientCapabilitiesException, match="CAPABILITY_AUTO_EXPAND"
    ):
        cloud.create(name, template({"Vpc": VPC}, Transform="AWS::LanguageExtensions"))


def test_validation_returns_required_capabilities(cloud: Cloud) -> None:
    described = cloud.cloudformation.validate_template(TemplateBody=json.dumps(_role()))
    assert described["Capabilities"] == ["CAPABILITY_IAM"]
