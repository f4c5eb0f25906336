"""Handles the requests of CloudFormation's API that change stacks, instead of moto."""

from __future__ import annotations

import re
import threading
import uuid
from collections.abc import Callable
from typing import Any, ClassVar
from urllib.parse import urlparse

from botocore.exceptions import ClientError
from moto.cloudformation.responses import CloudFormationResponse
from moto.core.responses import ActionResult, EmptyResult

from emulator import api
from emulator.cloudformation import capability, parameter, template
from emulator.cloudformation.change import compute_changes
from emulator.cloudformation.deployment import Deployment
from emulator.cloudformation.error import (
    AlreadyExistsError,
    ChangeSetNotFoundError,
    InvalidChangeSetStatusError,
    ValidationError,
)
from emulator.cloudformation.query import Queries
from emulator.cloudformation.stack import Change, ChangeSet, Output, Request, Stack
from emulator.cloudformation.stack_deletion import delete_resources

_UPDATABLE = {"CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "CREATE_FAILED", "UPDATE_FAILED"}
_NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."
_RESPONSE_TIMEOUT = 45.0  # seconds, less than the AWS CLI's read timeout


class Operations(Queries, CloudFormationResponse):
    """The operations that change stacks. moto itself handles operations that are neither here nor in Queries."""

    RESPONSE_KEY_PATH_TO_TRANSFORMER: ClassVar[dict[str, Any]] = {}

    # ---- stacks

    def create_stack(self) -> ActionResult:
        """CreateStack. The response comes after all resources are created."""
        store, name = self.store, self._get_param("StackName")
        with store.lock:
            self._check_name(name)
            if store.find(name) is not None:
                raise AlreadyExistsError(f"Stack [{name}] already exists")
            request = self._request(None)
            stack = Stack(name, self.current_account, self.region)
            stack.is_protected = self._flag("EnableTerminationProtection")
            self._store_options(stack)
            store.add(stack)
            stack.set_status("CREATE_IN_PROGRESS", "User Initiated")
        on_failure = self._get_param("OnFailure") or ("DO_NOTHING" if stack.disables_rollback else "ROLLBACK")
        _wait_for(lambda: Deployment(stack, request, store, "CREATE").run(on_failure))
        return ActionResult({"StackId": stack.id})

    def update_stack(self) -> ActionResult:
        """UpdateStack. A request without changes is an error."""
        store = self.store
        with store.lock:
            stack = store.get(self._get_param("StackName"))
            _check_updatable(stack)
            request = self._request(stack)
            found, outputs = compute_changes(stack, request, store)
            if _is_empty(stack, found, outputs):
                raise ValidationError("No updates are to be performed.")
            self._store_options(stack)
            stack.set_status("UPDATE_IN_PROGRESS", "User Initiated")
        on_failure = "DO_NOTHING" if self._flag("DisableRollback") else "ROLLBACK"
        _wait_for(lambda: Deployment(stack, request, store, "UPDATE").run(on_failure))
        return ActionResult({"StackId": stack.id})

    def delete_stack(self) -> EmptyResult:
        """DeleteStack. As on AWS, it succeeds if there is no such stack."""
        store = self.store
        stack = store.find(self._get_param("StackName"))
        if stack is None or stack.status == "DELETE_COMPLETE":
            return EmptyResult()
        if stack.is_protected:
            raise ValidationError(f"Stack [{stack.name}] cannot be deleted while TerminationProtection is enabled")
        retained = self._get_param("RetainResources", [])
        if retained and stack.status != "DELETE_FAILED":
            raise ValidationError(
                f"Invalid operation on stack [{stack.name}]. You can only retain resources of a stack in DELETE_FAILED."
            )
        _wait_for(lambda: delete_resources(stack, store, retained))
        return EmptyResult()

    def update_termination_protection(self) -> ActionResult:
        """UpdateTerminationProtection."""
        stack = self.store.get(self._get_param("StackName"))
        stack.is_protected = self._flag("EnableTerminationProtection")
        return ActionResult({"StackId": stack.id})

    # ---- change sets

    def create_change_set(self) -> ActionResult:
        """CreateChangeSet. The changes are complete when it responds."""
        store, name = self.store, self._get_param("StackName")
        kind, set_name = self._get_param("ChangeSetType") or "UPDATE", self._get_param("ChangeSetName")
        if not re.fullmatch(r"[a-zA-Z][-a-zA-Z0-9]{0,127}", set_name or ""):
            raise ValidationError(
                f"1 validation error detected: Value '{set_name}' at 'changeSetName' failed to satisfy constraint: "
                "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
            )
        with store.lock:
            stack = self._stack_to_change(name, kind, set_name)
            request = self._request(stack if kind == "UPDATE" else None)
            if store.find(stack.id) is None:
                self._store_options(stack)
                store.add(stack)
                stack.set_status("REVIEW_IN_PROGRESS", "User Initiated")
            if set_name in stack.change_sets:
                raise AlreadyExistsError(
                    f"ChangeSet {set_name} cannot be created due to a mismatch with existing attribute."
                )
            change_set = self._change_set(stack, request, kind, set_name)
            stack.change_sets[set_name] = change_set
        return ActionResult({"Id": change_set.id, "StackId": stack.id})

    def _stack_to_change(self, name: str, kind: str, set_name: str) -> Stack:
        stack = self.store.find(name)
        if kind == "UPDATE":
            stack = self.store.get(name)
            _check_updatable(stack)
            return stack
        if kind != "CREATE":
            raise ValidationError(f"The emulator does not support change sets of the type {kind}")
        self._check_name(name)
        if stack is not None and stack.status != "REVIEW_IN_PROGRESS":
            raise ValidationError(
                f"Stack [{name}] already exists and cannot be created again with the changeSet [{set_name}]."
            )
        return stack or Stack(name, self.current_account, self.region)

    def _change_set(self, stack: Stack, request: Request, kind: str, name: str) -> ChangeSet:
        partition = f"arn:{stack.partition}:cloudformation:{stack.region}:{stack.account}"
        identifier = f"{partition}:changeSet/{name}/{uuid.uuid4()}"
        created = ChangeSet(identifier, name, kind, request, self._get_param("Description"), [], "CREATE_COMPLETE")
        try:
            created.changes, outputs = compute_changes(stack, request, self.store)
        except ValidationError as error:
            created.status, created.execution_status, created.reason = "FAILED", "UNAVAILABLE", error.message
            return created
        if _is_empty(stack, created.changes, outputs):
            created.status, created.execution_status, created.reason = "FAILED", "UNAVAILABLE", _NO_CHANGES
        return created

    def execute_change_set(self) -> EmptyResult:
        """ExecuteChangeSet. It runs once, and makes the stack's other change sets obsolete."""
        store = self.store
        with store.lock:
            stack, change_set = self._find_change_set()
            if change_set.execution_status != "AVAILABLE":
                raise InvalidChangeSetStatusError(
                    f"ChangeSet [{change_set.id}] cannot be executed in its current status of [{change_set.status}]"
                )
            for other in stack.change_sets.values():
                other.execution_status = "OBSOLETE"
            change_set.execution_status = "EXECUTE_IN_PROGRESS"
            operation = "CREATE" if change_set.type == "CREATE" else "UPDATE"
            stack.set_status(f"{operation}_IN_PROGRESS", "User Initiated")
        on_failure = "DO_NOTHING" if self._flag("DisableRollback") else "ROLLBACK"

        def execute() -> None:
            Deployment(stack, change_set.request, store, operation).run(on_failure)
            succeeded = stack.status == f"{operation}_COMPLETE"
            change_set.execution_status = "EXECUTE_COMPLETE" if succeeded else "EXECUTE_FAILED"

        _wait_for(execute)
        return EmptyResult()

    def delete_change_set(self) -> EmptyResult:
        """DeleteChangeSet."""
        try:
            stack, change_set = self._find_change_set()
        except ChangeSetNotFoundError:
            return EmptyResult()
        del stack.change_sets[change_set.name]
        return EmptyResult()

    # ---- parameters of a request

    def _flag(self, name: str) -> bool:
        return str(self._get_param(name)).lower() == "true"

    def _check_name(self, name: str) -> None:
        if not re.fullmatch(r"[a-zA-Z][-a-zA-Z0-9]{0,127}", name or ""):
            raise ValidationError(
                f"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: "
                "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
            )

    def _store_options(self, stack: Stack) -> None:
        stack.role = self._get_param("RoleARN")
        stack.notification_arns = self._get_param("NotificationARNs", [])
        stack.disables_rollback = self._flag("DisableRollback")

    def _request(self, stack: Stack | None) -> Request:
        capabilities = self._get_param("Capabilities", [])
        capability.check_known(capabilities)
        body = self.template_body(stack)
        read = template.parse(body)
        template.check(read, self.region)
        capability.check_passed(read, capabilities)
        previous = stack.request.parameters if stack else {}
        values = parameter.values(read, self._get_param("Parameters", []), previous)
        tags = api.tag_map(self._get_param("Tags", []))
        if stack is not None and "Tags" not in self._get_params():
            tags = stack.request.tags
        return Request(body, read, values, tags, capabilities)

    def template_body(self, stack: Stack | None) -> str:
        """Returns the text of the template: from the request, from a bucket, or the stack's current one."""
        body, url = self._get_param("TemplateBody"), self._get_param("TemplateURL")
        if self._flag("UsePreviousTemplate") and stack is not None:
            return stack.request.body
        if bool(body) == bool(url):
            raise ValidationError("Either Template URL or Template Body must be specified.")
        if url:
            return self._fetch(url)
        if len(body.encode()) > template.BODY_LIMIT:
            raise ValidationError(
                f"1 validation error detected: Value '{body}' at 'templateBody' failed to satisfy constraint: "
                f"Member must have length less than or equal to {template.BODY_LIMIT}"
            )
        return str(body)

    def _fetch(self, url: str) -> str:
        """Downloads an object from this server's S3, with a URL of either style.

        moto cannot do it, because it treats 127.0.0.1 as the name of a bucket.
        """
        parts = urlparse(url)
        host, path = parts.netloc.split(":")[0], parts.path.lstrip("/")
        bucket, key = path.split("/", 1) if not re.match(r".+\.s3[.-]", host) else (host.split(".s3")[0], path)
        try:
            found = api.client("s3", self.region).get_object(Bucket=bucket, Key=key)["Body"].read()
        except ClientError as error:
            raise ValidationError(f"S3 error: {error.response['Error']['Message']}") from error
        if len(found) > template.URL_LIMIT:
            raise ValidationError(f"Template may not exceed {template.URL_LIMIT} bytes in size.")
        return found.decode()


def _check_updatable(stack: Stack) -> None:
    if stack.status not in _UPDATABLE:
        raise ValidationError(f"Stack:{stack.id} is in {stack.status} state and can not be updated.")


def _is_empty(stack: Stack, found: list[Change], outputs: list[Output]) -> bool:
    return not found and [output.to_api() for output in outputs] == [output.to_api() for output in stack.outputs]


def _wait_for(work: Callable[[], None]) -> None:
    """Runs an operation, and waits for its end unless the client's request would time out."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(_RESPONSE_TIMEOUT)
