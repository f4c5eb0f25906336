"""Calls the public API of moto's services on this server.

Requests go through boto3, so botocore checks them with AWS's own API models. ``to_api`` converts properties of
CloudFormation to parameters of the API, and rejects properties that the API does not have.
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import boto3
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError

_server = SimpleNamespace(address="")


class UnknownPropertyError(Exception):
    """A property without a parameter in the API."""


def serve_at(address: str) -> None:
    """Sets the address of this server. Call it before any other function."""
    _server.address = address


@cache
def client(service: str, region: str) -> BaseClient:
    """Returns a client for a service of this server. All requests belong to one account."""
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=_server.address,
        aws_access_key_id="emulator",
        aws_secret_access_key="emulator",
        config=Config(
            retries={"total_max_attempts": 1},
            proxies={},
            read_timeout=60,
            parameter_validation=True,
            max_pool_connections=50,
        ),
    )


def call(service: str, region: str, operation: str, /, **parameters: Any) -> dict[str, Any]:
    """Calls an operation. The parameters can have the names of CloudFormation or those of the API."""
    caller = client(service, region)
    shape = caller.meta.service_model.operation_model(operation).input_shape
    request = to_api(shape, parameters, operation)
    try:
        return getattr(caller, _method(service, region, operation))(**request)
    except ClientError as error:
        error.response["Service"] = caller.meta.service_model.service_id
        raise


@cache
def _method(service: str, region: str, operation: str) -> str:
    methods = client(service, region).meta.method_to_api_mapping
    return next(method for method, name in methods.items() if name == operation)


def parameters_of(service: str, region: str, operation: str) -> set[str]:
    """Returns the names of an operation's parameters, in lower case."""
    shape = client(service, region).meta.service_model.operation_model(operation).input_shape
    return {name.lower() for name in shape.members}


def to_api(shape: Any, value: Any, where: str) -> Any:
    """Converts a value to a shape of botocore. Names match case-insensitively, and scalars are converted."""
    kind = shape.type_name
    if kind == "structure":
        return _structure(shape, value, where)
    if kind == "list":
        return [to_api(shape.member, item, f"{where}[{i}]") for i, item in enumerate(value)]
    if kind == "map":
        return {str(key): to_api(shape.value, item, f"{where}.{key}") for key, item in value.items()}
    if kind in ("integer", "long"):
        return int(value)
    if kind in ("float", "double"):
        return float(value)
    if kind == "boolean":
        return value if isinstance(value, bool) else str(value).lower() == "true"
    if isinstance(value, bool):
        return str(value).lower()
    return value if kind in ("blob", "timestamp") else str(value)


def _structure(shape: Any, value: dict[str, Any], where: str) -> dict[str, Any]:
    members = {name.lower(): (name, member) for name, member in shape.members.items()}
    result = {}
    for key, item in value.items():
        if key.lower() not in members:
            raise UnknownPropertyError(f"{where}.{key} has no parameter in {shape.name}")
        name, member = members[key.lower()]
        result[name] = to_api(member, item, f"{where}.{key}")
    return result


def tag_map(tags: Any) -> dict[str, str]:
    """Returns tags as a map, from a map or from a list as CloudFormation has it."""
    if isinstance(tags, dict):
        return {str(key): str(value) for key, value in tags.items()}
    return {str(tag["Key"]): str(tag["Value"]) for tag in tags or []}


def tag_list(tags: dict[str, str]) -> list[dict[str, str]]:
    """Returns a map of tags as the list that most services accept."""
    return [{"Key": key, "Value": value} for key, value in tags.items()]
