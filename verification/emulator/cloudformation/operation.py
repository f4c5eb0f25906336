"""The requests of CloudFormation's API, in place of moto's."""

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
from emulator.cloudformation.change import changes
from emulator.cloudformation.deployment import Deployment
from emulator.cloudformation.fault import (
    AlreadyExists,
    ChangeSetNotFound,
    InvalidChangeSetStatus,
    ValidationError,
)
from emulator.cloudformation.query import Queries
from emulator.cloudformation.removal import remove
from emulator.cloudformation.stack import Change, ChangeSet, Output, Request, Stack

_UPDATABLE = {"CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "CREATE_FAILED", "UPDATE_FAILED"}
_NO_CHANGES = "The submitted information didn't contain changes. Submit different information to create a change set."
_PATIENCE = 45.0  # seconds, less than what the AWS CLI waits for an answer


class Operations(Queries, CloudFormationResponse):
    """What changes stacks. Requests that stand neither here nor in Queries are moto's own."""

    RESPONSE_KEY_PATH_TO_TRANSFORMER: ClassVar[dict[str, Any]] = {}

    # ---- stacks

    def create_stack(self) -> ActionResult:
        """CreateStack: makes all resources before it answers."""
        store, name = self.store, self._get_param("StackName")
        with store.lock:
            self._check_name(name)
            if store.find(name) is not None:
                raise AlreadyExists(f"Stack [{name}] already exists")
            request = self._request(None)
            stack = Stack(name, self.current_account, self.region)
            stack.is_protected = self._flag("EnableTerminationProtection")
            self._note(stack)
            store.add(stack)
            stack.tell("CREATE_IN_PROGRESS", "User Initiated")
        on_failure = self._get_param("OnFailure") or ("DO_NOTHING" if stack.disables_rollback else "ROLLBACK")
        _wait_for(lambda: Deployment(stack, request, store, "CREATE").run(on_failure))
        return ActionResult({"StackId": stack.id})

    def update_stack(self) -> ActionResult:
        """UpdateStack: refused where nothing would change."""
        store = self.store
        with store.lock:
            stack = store.get(self._get_param("StackName"))
            _check_updatable(stack)
            request = self._request(stack)
            found, outputs = changes(stack, request, store)
            if _is_empty(stack, found, outputs):
                raise ValidationError("No updates are to be performed.")
            self._note(stack)
            stack.tell("UPDATE_IN_PROGRESS", "User Initiated")
        on_failure = "DO_NOTHING" if self._flag("DisableRollback") else "ROLLBACK"
        _wait_for(lambda: Deployment(stack, request, store, "UPDATE").run(on_failure))
        return ActionResult({"StackId": stack.id})

    def delete_stack(self) -> EmptyResult:
        """DeleteStack: says nothing where there is no such stack, as AWS does."""
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
        _wait_for(lambda: remove(stack, store, retained))
        return EmptyResult()

    def update_termination_protection(self) -> ActionResult:
        """UpdateTerminationProtection."""
        stack = self.store.get(self._get_param("StackName"))
        stack.is_protected = self._flag("EnableTerminationProtection")
        return ActionResult({"StackId": stack.id})

    # ---- change sets

    def create_change_set(self) -> ActionResult:
        """CreateChangeSet: finds the changes at once."""
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
                self._note(stack)
                store.add(stack)
                stack.tell("REVIEW_IN_PROGRESS", "User Initiated")
            if set_name in stack.change_sets:
                raise AlreadyExists(
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
            raise ValidationError(f"The emulator does not know change sets of the type {kind}")
        self._check_name(name)
        if stack is not None and stack.status != "REVIEW_IN_PROGRESS":
            raise ValidationError(
                f"Stack [{name}] already exists and cannot be created again with the changeSet [{set_name}]."
            )
        return stack or Stack(name, self.current_account, self.region)

    def _change_set(self, stack: Stack, request: Request, kind: str, name: str) -> ChangeSet:
        partition = f"arn:{stack.partition}:cloudformation:{stack.region}:{stack.account}"
        identifier = f"{partition}:changeSet/{name}/{uuid.uuid4()}"
        made = ChangeSet(identifier, name, kind, request, self._get_param("Description"), [], "CREATE_COMPLETE")
        try:
            made.changes, outputs = changes(stack, request, self.store)
        except ValidationError as fault:
            made.status, made.execution_status, made.reason = "FAILED", "UNAVAILABLE", fault.message
            return made
        if _is_empty(stack, made.changes, outputs):
            made.status, made.execution_status, made.reason = "FAILED", "UNAVAILABLE", _NO_CHANGES
        return made

    def execute_change_set(self) -> EmptyResult:
        """ExecuteChangeSet: once, and no other change set of the stack after it."""
        store = self.store
        with store.lock:
            stack, change_set = self._find_change_set()
            if change_set.execution_status != "AVAILABLE":
                raise InvalidChangeSetStatus(
                    f"ChangeSet [{change_set.id}] cannot be executed in its current status of [{change_set.status}]"
                )
            for other in stack.change_sets.values():
                other.execution_status = "OBSOLETE"
            change_set.execution_status = "EXECUTE_IN_PROGRESS"
            word = "CREATE" if change_set.type == "CREATE" else "UPDATE"
            stack.tell(f"{word}_IN_PROGRESS", "User Initiated")
        on_failure = "DO_NOTHING" if self._flag("DisableRollback") else "ROLLBACK"

        def execute() -> None:
            Deployment(stack, change_set.request, store, word).run(on_failure)
            succeeded = stack.status == f"{word}_COMPLETE"
            change_set.execution_status = "EXECUTE_COMPLETE" if succeeded else "EXECUTE_FAILED"

        _wait_for(execute)
        return EmptyResult()

    def delete_change_set(self) -> EmptyResult:
        """DeleteChangeSet."""
        try:
            stack, change_set = self._find_change_set()
        except ChangeSetNotFound:
            return EmptyResult()
        del stack.change_sets[change_set.name]
        return EmptyResult()

    # ---- what a request holds

    def _flag(self, name: str) -> bool:
        return str(self._get_param(name)).lower() == "true"

    def _check_name(self, name: str) -> None:
        if not re.fullmatch(r"[a-zA-Z][-a-zA-Z0-9]{0,127}", name or ""):
            raise ValidationError(
                f"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: "
                "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
            )

    def _note(self, stack: Stack) -> None:
        stack.role = self._get_param("RoleARN")
        stack.notification_arns = self._get_param("NotificationARNs", [])
        stack.disables_rollback = self._flag("DisableRollback")

    def _request(self, stack: Stack | None) -> Request:
        capabilities = self._get_param("Capabilities", [])
        capability.check_known(capabilities)
        body = self.template_body(stack)
        read = template.parse(body)
        template.check(read, self.region)
        capability.check_given(read, capabilities)
        previous = stack.request.parameters if stack else {}
        values = parameter.values(read, self._get_param("Parameters", []), previous)
        tags = api.tag_map(self._get_param("Tags", []))
        if stack is not None and "Tags" not in self._get_params():
            tags = stack.request.tags
        return Request(body, read, values, tags, capabilities)

    def template_body(self, stack: Stack | None) -> str:
        """The template's text: given, in a bucket, or the one that the stack has."""
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
        """An object of this server's S3, named in either of the two ways; moto takes 127.0.0.1 for a bucket's name."""
        parts = urlparse(url)
        host, path = parts.netloc.split(":")[0], parts.path.lstrip("/")
        bucket, key = path.split("/", 1) if not re.match(r".+\.s3[.-]", host) else (host.split(".s3")[0], path)
        try:
            found = api.client("s3", self.region).get_object(Bucket=bucket, Key=key)["Body"].read()
        except ClientError as fault:
            raise ValidationError(f"S3 error: {fault.response['Error']['Message']}") from fault
        if len(found) > template.URL_LIMIT:
            raise ValidationError(f"Template may not exceed {template.URL_LIMIT} bytes in size.")
        return found.decode()


def _check_updatable(stack: Stack) -> None:
    if stack.status not in _UPDATABLE:
        raise ValidationError(f"Stack:{stack.id} is in {stack.status} state and can not be updated.")


def _is_empty(stack: Stack, found: list[Change], outputs: list[Output]) -> bool:
    return not found and [output.told() for output in outputs] == [output.told() for output in stack.outputs]


def _wait_for(work: Callable[[], None]) -> None:
    """Lets work begin, and waits for its end unless whoever asked would lose patience."""
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(_PATIENCE)
