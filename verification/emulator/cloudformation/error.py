"""The errors of CloudFormation, with AWS's error codes and, where they are known, AWS's messages."""

from __future__ import annotations

import uuid

from botocore.exceptions import ClientError
from moto.core.exceptions import ServiceException


class CloudFormationError(ServiceException):
    """An error response of CloudFormation's API."""


class ValidationError(CloudFormationError):
    """An invalid request. AWS uses this code for almost all of them."""

    code = "ValidationError"


class AlreadyExistsError(CloudFormationError):
    """A stack or a change set with this name exists already."""

    code = "AlreadyExistsException"


class ChangeSetNotFoundError(CloudFormationError):
    """There is no change set with this name."""

    code = "ChangeSetNotFound"


class InvalidChangeSetStatusError(CloudFormationError):
    """The change set cannot be executed in its current status."""

    code = "InvalidChangeSetStatus"


class InsufficientCapabilitiesError(CloudFormationError):
    """The template needs more capabilities than the caller passed."""

    code = "InsufficientCapabilitiesException"


class ResourceError(Exception):
    """A failed operation on a resource. The message becomes its status reason."""


def failure_reason(error: Exception) -> str:
    """Returns the status reason of a failure, in the form of AWS's stack events."""
    if isinstance(error, ClientError):
        details = error.response["Error"]
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        service = error.response.get("Service", "")
        message = f"{details['Message']} (Service: {service}, Status Code: {status}, Request ID: {uuid.uuid4()})"
        return handler_message(message, _handler_code(details["Code"]))
    if isinstance(error, (ResourceError, ServiceException)):
        return getattr(error, "message", None) or str(error)
    return handler_message(f"{type(error).__name__}: {error}", "InternalFailure")


def handler_message(message: str, code: str) -> str:
    """Returns a message in the form of AWS's resource handlers."""
    return f'Resource handler returned message: "{message}" (RequestToken: {uuid.uuid4()}, HandlerErrorCode: {code})'


def _handler_code(code: str) -> str:
    if "AlreadyExists" in code or "Duplicate" in code or code == "ConflictingDomainExists":
        return "AlreadyExists"
    if "NotFound" in code or code == "NoSuchEntity":
        return "NotFound"
    if code in ("DependencyViolation", "ResourceInUse", "DeleteConflict"):
        return "ResourceConflict"
    if code.startswith("Invalid") or code in ("ClientException", "ValidationException"):
        return "InvalidRequest"
    return "GeneralServiceException"
