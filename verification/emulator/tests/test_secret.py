"""Tests secrets of tasks, and the KMS keys of log groups."""

from __future__ import annotations

import json
from typing import Any

import pytest

from emulator.tests.cloud import Cloud
from emulator.tests.template_parts import TRUST, get, resource, system, task_definition, template

READ = {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "*"}


def _role(*statements: dict[str, Any]) -> dict[str, Any]:
    document = {"Version": "2012-10-17", "Statement": list(statements)}
    policies = [{"PolicyName": "secrets", "PolicyDocument": document}] if statements else []
    return resource("IAM::Role", {"AssumeRolePolicyDocument": TRUST, "Policies": policies})


def _task_with_secret(value_from: str, role: dict[str, Any] | None = None, **container: Any) -> dict[str, Any]:
    secrets = [{"Name": "TOKEN", "ValueFrom": {"Fn::Sub": value_from}}]
    definition = {
        "Name": "web",
        "Image": "web:1",
        "PortMappings": [{"ContainerPort": 8080}],
        "Secrets": secrets,
        **container,
    }
    executed: dict[str, Any] = {"ExecutionRoleArn": get("Role", "Arn")} if role else {}
    resources = {"Role": role} if role else {}
    return {**resources, "TaskDefinition": task_definition(ContainerDefinitions=[definition], **executed)}


SECRET = "arn:aws:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:"
PARAMETER = "arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/"


def test_starts_tasks_with_readable_secrets(cloud: Cloud, name: str) -> None:
    cloud.secretsmanager.create_secret(Name=f"{name}/token", SecretString='{"key": "value"}')
    cloud.ssm.put_parameter(Name=f"/{name}/token", Value="value", Type="SecureString")
    secret = f"{SECRET}{name}/token"
    exact = {**READ, "Resource": {"Fn::Sub": secret + "-??????"}}
    body = template(system(name, **_task_with_secret(f"{secret}:key::", _role(exact))))
    assert cloud.create(name, body) == "CREATE_COMPLETE"
    parameter = f"{PARAMETER}{name}/token"
    allowed = {"Effect": "Allow", "Action": "ssm:GetParameters", "Resource": {"Fn::Sub": parameter}}
    assert (
        cloud.update(name, template(system(name, **_task_with_secret(parameter, _role(allowed))))) == "UPDATE_COMPLETE"
    )


CASES: dict[str, tuple[str, dict[str, Any] | None, str]] = {
    "a missing secret": (SECRET + "other", _role(READ), "ResourceNotFoundException"),
    "a missing key": (SECRET + "NAME:other::", _role(READ), "did not contain json key other"),
    "a missing parameter": (PARAMETER + "other", _role(READ), "other does not exist"),
    "no permission": (SECRET + "NAME", _role(), "is not authorized to perform secretsmanager:GetSecretValue"),
    "a policy without the random characters": (
        SECRET + "NAME",
        _role({**READ, "Resource": {"Fn::Sub": SECRET + "NAME"}}),
        "is not authorized",
    ),
    "a denial": (SECRET + "NAME", _role({**READ, "Effect": "Deny"}, READ), "is not authorized"),
    "no execution role": (SECRET + "NAME", None, "you must also specify a value for 'executionRoleArn'"),
}


@pytest.mark.parametrize("case", CASES)
def test_fails_without_readable_secret(cloud: Cloud, name: str, case: str) -> None:
    value_from, role, reason = CASES[case]
    cloud.secretsmanager.create_secret(Name=name, SecretString='{"key": "value"}')
    body = json.dumps(template(system(name, **_task_with_secret(value_from, role)))).replace("NAME", name)
    assert cloud.create(name, json.loads(body)) == "ROLLBACK_COMPLETE"
    assert any(reason in failure for failure in cloud.reasons(name).values()), cloud.reasons(name)


def test_rejects_secret_that_is_also_a_variable(cloud: Cloud, name: str) -> None:
    given = _task_with_secret(SECRET + name, _role(READ), Environment=[{"Name": "TOKEN", "Value": "plain"}])
    assert cloud.create(name, template(given)) == "ROLLBACK_COMPLETE"
    assert "must be unique and not shared" in cloud.reasons(name)["TaskDefinition"]


def _key(group: str) -> dict[str, Any]:
    arn = {"Fn::Sub": f"arn:aws:logs:${{AWS::Region}}:${{AWS::AccountId}}:log-group:{group}"}
    root = {"Fn::Sub": "arn:aws:iam::${AWS::AccountId}:root"}
    statements = [
        {"Effect": "Allow", "Principal": {"AWS": root}, "Action": "kms:*", "Resource": "*"},
        {
            "Effect": "Allow",
            "Principal": {"Service": {"Fn::Sub": "logs.${AWS::Region}.amazonaws.com"}},
            "Action": "kms:*",
            "Resource": "*",
            "Condition": {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": arn}},
        },
    ]
    return resource("KMS::Key", {"KeyPolicy": {"Version": "2012-10-17", "Statement": statements}})


def test_checks_key_policy_of_log_group(cloud: Cloud, name: str) -> None:
    group = resource("Logs::LogGroup", {"LogGroupName": f"/ecs/{name}/web", "KmsKeyId": get("Key", "Arn")})
    assert cloud.create(name, template({"Key": _key(f"/ecs/{name}/*"), "Group": group})) == "CREATE_COMPLETE"
    other = f"{name}-other"
    resources = {"Key": _key("/elsewhere/*"), "Group": dict(group)}
    resources["Group"]["Properties"] = {**group["Properties"], "LogGroupName": other}
    assert cloud.create(other, template(resources)) == "ROLLBACK_COMPLETE"
    assert "is not allowed to be used" in cloud.reasons(other)["Group"]
