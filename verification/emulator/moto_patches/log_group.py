"""CloudWatch Logs. moto does not check whether CloudWatch Logs can use a KMS key.

moto also gives a new log group the tags of a deleted one with the same name.
"""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from types import SimpleNamespace
from typing import Any

from moto.kms.models import kms_backends
from moto.logs.models import LogsBackend
from moto.logs.responses import LogsResponse

from emulator.moto_patches.method_hooks import JsonRequestError, before

_CONTEXT = "kms:EncryptionContext:aws:logs:arn"


@before(LogsBackend, "create_log_group")
def _check_key_of_new_group(backend: LogsBackend, arguments: SimpleNamespace) -> None:
    kms_key = getattr(arguments, "kmsKeyId", None)
    if kms_key:
        _check(backend, arguments.log_group_name, kms_key)


@before(LogsBackend, "delete_log_group")
def _delete_tags(backend: LogsBackend, arguments: SimpleNamespace) -> None:
    group = backend.groups.get(arguments.log_group_name)
    if group:
        backend.tagger.delete_all_tags_for_resource(group.arn)


def _associate_key(responses: LogsResponse) -> str:
    """Adds the operation AssociateKmsKey, which moto does not have."""
    group, kms_key = responses._get_param("logGroupName"), responses._get_param("kmsKeyId")
    _check(responses.logs_backend, group, kms_key)
    responses.logs_backend.groups[group].kms_key_id = kms_key
    return "{}"


def _disassociate_key(responses: LogsResponse) -> str:
    responses.logs_backend.groups[responses._get_param("logGroupName")].kms_key_id = None
    return "{}"


LogsResponse.associate_kms_key = _associate_key
LogsResponse.disassociate_kms_key = _disassociate_key


def _check(backend: LogsBackend, group: str, kms_key: str) -> None:
    keys = kms_backends[backend.account_id][backend.region_name].keys
    key = keys.get(kms_key.rpartition("/")[2])
    arn = f"arn:aws:logs:{backend.region_name}:{backend.account_id}:log-group:{group}"
    service = f"logs.{backend.region_name}.amazonaws.com"
    if key is None or not any(_allows(statement, service, arn) for statement in json.loads(key.policy)["Statement"]):
        raise JsonRequestError(
            "InvalidParameterException",
            f"The specified KMS Key Id could not be found or is not allowed to be used with ARN '{arn}'.",
        )


def _allows(statement: dict[str, Any], service: str, group: str) -> bool:
    principal = statement.get("Principal")
    named = principal.get("Service", []) if isinstance(principal, dict) else []
    contexts = statement.get("Condition", {}).get("ArnLike", {}).get(_CONTEXT, ["*"])
    return (
        statement["Effect"] == "Allow"
        and service in ([named] if isinstance(named, str) else named)
        and any(fnmatchcase(group, pattern) for pattern in ([contexts] if isinstance(contexts, str) else contexts))
    )
