"""Reads secrets as ECS does before it starts a task.

If a secret does not exist, or the execution role cannot read it, the tasks stop before they run. Then the deployment
that CloudFormation waits for fails. Only the inline policies of the role are evaluated, without conditions and
boundaries.
"""

from __future__ import annotations

import json
import re
from fnmatch import fnmatchcase
from types import SimpleNamespace
from typing import Any

from moto.ecs.models import EC2ContainerServiceBackend
from moto.iam.models import iam_backends
from moto.secretsmanager.models import secretsmanager_backends
from moto.ssm.models import ssm_backends

from emulator.moto_patches.method_hooks import RequestError, before

_ARN = re.compile(
    r"arn:[^:]+:(secretsmanager|ssm):([^:]+):([^:]+):(?:secret:|parameter/)([^:]+)(?::([^:]*):[^:]*:[^:]*)?"
)


@before(EC2ContainerServiceBackend, "register_task_definition")
def _check_secret_names(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    for container in arguments.container_definitions:
        secrets = [secret["name"] for secret in container.get("secrets") or []]
        plain = [variable["name"] for variable in container.get("environment") or []]
        if len(secrets) != len(set(secrets)) or set(secrets) & set(plain):
            raise RequestError(
                "ClientException",
                "The secret name must be unique and not shared with any new or existing environment variables set on "
                f"the container, such as '{next(iter(set(secrets) & set(plain)), secrets[0])}'.",
            )
        if secrets and not arguments.execution_role_arn:
            raise RequestError(
                "ClientException",
                "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
            )


@before(EC2ContainerServiceBackend, "create_service")
def _check_new_service(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    if arguments.desired_count:
        _check(backend, arguments.task_definition_str)


@before(EC2ContainerServiceBackend, "update_service")
def _check_updated_service(backend: EC2ContainerServiceBackend, arguments: SimpleNamespace) -> None:
    properties = arguments.service_properties
    if properties.get("desired_count") != 0 and properties.get("task_definition"):
        _check(backend, properties["task_definition"])


def _check(backend: EC2ContainerServiceBackend, name: str) -> None:
    definition = backend.describe_task_definition(name)
    for container in definition.container_definitions:
        for secret in container.get("secrets") or []:
            _check_secret(backend, definition, secret["valueFrom"])


def _check_secret(backend: EC2ContainerServiceBackend, definition: Any, value_from: str) -> None:
    found = _ARN.fullmatch(value_from)
    if found is None:
        raise _start_error(f"unexpected ARN format: {value_from}")
    store, region, account, name, key = found.groups()
    if store == "ssm":
        parameters = ssm_backends[account][region]._parameters
        arn = value_from
        known = [candidate for candidate in (name, f"/{name}") if candidate in parameters]
        if not known:
            raise _start_error(f"unable to retrieve secret from ssm: {name} does not exist")
        action = "ssm:GetParameters"
    else:
        secret = _secret(account, region, name)
        if secret is None:
            raise _start_error(f"unable to retrieve secret from asm: ResourceNotFoundException: {name}")
        arn, action = secret.arn, "secretsmanager:GetSecretValue"
        version = secret.versions[secret.default_version_id]
        if key and key not in json.loads(version["secret_string"]):
            raise _start_error(f"retrieved secret from Secrets Manager did not contain json key {key}")
    if not _allows(account, definition.execution_role_arn, action, arn):
        role = definition.execution_role_arn
        raise _start_error(f"AccessDeniedException: {role} is not authorized to perform {action} on {arn}")


def _secret(account: str, region: str, name: str) -> Any:
    """Returns a secret by its name, or by its name with the six random characters of its ARN."""
    for secret in secretsmanager_backends[account][region].secrets.values():
        if name in (secret.name, secret.arn.partition(":secret:")[2]):
            return secret
    return None


def _allows(account: str, role_arn: str, action: str, arn: str) -> bool:
    role = next(role for role in iam_backends[account]["aws"].roles.values() if role.arn == role_arn)
    for document in role.policies.values():
        for statement in json.loads(document)["Statement"]:
            actions, resources = _as_list(statement.get("Action")), _as_list(statement.get("Resource"))
            if any(fnmatchcase(action, pattern) for pattern in actions) and any(
                fnmatchcase(arn, pattern) for pattern in resources
            ):
                return bool(statement["Effect"] == "Allow")
    return False


def _as_list(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _start_error(reason: str) -> RequestError:
    return RequestError(
        "ServiceNotStable",
        "ECS Deployment Circuit Breaker was triggered: ResourceInitializationError: unable to pull secrets or registry "
        f"auth: {reason}",
    )
