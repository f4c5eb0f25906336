"""Capabilities that are missing or unknown are refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

from emulator.tests.cloud import Cloud
from emulator.tests.parts import TRUST, VPC, resource, template


def _role(**properties: Any) -> dict[str, Any]:
    return template({"Role": resource("IAM::Role", {"AssumeRolePolicyDocument": TRUST, **properties})})


def test_a_role_needs_one(cloud: Cloud, name: str) -> None:
    error = cloud.cloudformation.exceptions.InsufficientCapabilitiesException
    with pytest.raises(error, match=r"Requires capabilities : \[CAPABILITY_IAM\]"):
        cloud.create(name, _role(), Capabilities=[])
    with pytest.raises(error, match=r"Requires capabilities : \[CAPABILITY_IAM\]"):
        cloud.changes(name, _role(), "CREATE", Capabilities=[])
    assert not [stack for stack in cloud.cloudformation.list_stacks()["StackSummaries"] if stack["StackName"] == name]


def test_a_named_role_needs_more(cloud: Cloud, name: str) -> None:
    error = cloud.cloudformation.exceptions.InsufficientCapabilitiesException
    with pytest.raises(error, match=r"Requires capabilities : \[CAPABILITY_NAMED_IAM\]"):
        cloud.create(name, _role(RoleName=name), Capabilities=["CAPABILITY_IAM"])
    assert cloud.create(name, _role(RoleName=name), Capabilities=["CAPABILITY_NAMED_IAM"]) == "CREATE_COMPLETE"


def test_the_greater_includes_the_lesser(cloud: Cloud, name: str) -> None:
    assert cloud.create(name, _role(), Capabilities=["CAPABILITY_NAMED_IAM"]) == "CREATE_COMPLETE"


def test_an_update_needs_them_again(cloud: Cloud, name: str) -> None:
    cloud.create(name, _role())
    with pytest.raises(cloud.cloudformation.exceptions.InsufficientCapabilitiesException):
        cloud.update(name, _role(Description="Changed"), Capabilities=[])


def test_an_unknown_one(cloud: Cloud, name: str) -> None:
    with pytest.raises(
        ClientError, match=r"Value .*CAPABILITY_ALL.* at 'capabilities' failed to satisfy constraint"
    ) as caught:
        cloud.create(name, template({"Vpc": VPC}), Capabilities=["CAPABILITY_ALL"])
    assert caught.value.response["Error"]["Code"] == "ValidationError"


def test_a_transform_needs_one(cloud: Cloud, name: str) -> None:
    with pytest.raises(
        cloud.cloudformation.exceptions.InsufficientCapabilitiesException, match="CAPABILITY_AUTO_EXPAND"
    ):
        cloud.create(name, template({"Vpc": VPC}, Transform="AWS::LanguageExtensions"))


def test_what_a_template_needs_is_told(cloud: Cloud) -> None:
    told = cloud.cloudformation.validate_template(TemplateBody=json.dumps(_role()))
    assert told["Capabilities"] == ["CAPABILITY_IAM"]
