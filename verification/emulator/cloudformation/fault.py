"""What goes wrong in CloudFormation, with AWS's codes and, where they are known, AWS's words."""

from __future__ import annotations

import uuid

from botocore.exceptions import ClientError
from moto.core.exceptions import ServiceException


class Fault(ServiceException):
    """An error that CloudFormation answers a request with."""


class ValidationError(Fault):
    """What AWS calls nearly everything that is wrong with a request."""

    code = "ValidationError"


class AlreadyExists(Fault):
    """A stack or a change set of that name is there."""

    code = "AlreadyExistsException"


class ChangeSetNotFound(Fault):
    """No change set of that name."""

    code = "ChangeSetNotFound"


class InvalidChangeSetStatus(Fault):
    """A change set that cannot be executed."""

    code = "InvalidChangeSetStatus"


class InsufficientCapabilities(Fault):
    """A template that needs more capabilities than were given."""

    code = "InsufficientCapabilitiesException"


class ResourceError(Exception):
    """Why a resource could not be made, updated or deleted: the reason that an event of the stack tells."""


def reason(fault: Exception) -> str:
    """The words in which an event tells of a failure."""
    if isinstance(fault, ClientError):
        error = fault.response["Error"]
        status = fault.response["ResponseMetadata"]["HTTPStatusCode"]
        service = fault.response.get("Service", "")
        told = f"{error['Message']} (Service: {service}, Status Code: {status}, Request ID: {uuid.uuid4()})"
        return handler_message(told, _handler_code(error["Code"]))
    if isinstance(fault, (ResourceError, ServiceException)):
        return getattr(fault, "message", None) or str(fault)
    return handler_message(f"{type(fault).__name__}: {fault}", "InternalFailure")


def handler_message(message: str, code: str) -> str:
    """A message in the form that AWS's resource handlers give it."""
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
