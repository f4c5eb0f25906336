"""Creates or updates the resources of a stack, and rolls back if that fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from emulator import resource
from emulator.cloudformation import schema
from emulator.cloudformation.change import requires_replacement
from emulator.cloudformation.error import ResourceError, ValidationError, failure_reason
from emulator.cloudformation.evaluation import Evaluation
from emulator.cloudformation.stack import Request, Stack, StackResource, Store, now
from emulator.resource.base import ResourceContext


class _StepError(Exception):
    """A failed step. The message becomes the status reason of the stack."""


class Deployment:
    """One creation or update of a stack.

    Each step adds its undo action before it runs, because a failed step can leave changes behind.
    """

    def __init__(self, stack: Stack, request: Request, store: Store, operation: str) -> None:
        self._stack = stack
        self._request = request
        self._store = store
        self._operation = operation
        self._undo: list[Callable[[], None]] = []
        self._new: list[StackResource] = []
        self._obsolete: list[StackResource] = []
        self._before = dict(stack.members)

    def run(self, on_failure: str = "ROLLBACK") -> None:
        """Runs all steps. The stack's status is the result."""
        stack = self._stack
        if self._operation == "CREATE":
            stack.request = self._request  # kept even if the creation fails
        try:
            self._forward()
        except Exception as failure:  # noqa: BLE001 (any exception of a step rolls the stack back)
            self._fail(str(failure) if isinstance(failure, _StepError) else failure_reason(failure), on_failure)
            return
        if self._operation == "UPDATE":
            stack.updated = now()
            self._clean_up()
        stack.set_status(f"{self._operation}_COMPLETE")

    def _forward(self) -> None:
        stack = self._stack
        evaluation = Evaluation(stack, self._request, self._store, stack.members.get)
        for name in evaluation.order:
            self._step(evaluation, name)
        outputs = evaluation.outputs()
        self._check_exports({output.export: output.value for output in outputs if output.export})
        removed = [member for name, member in self._before.items() if name not in evaluation.resources]
        for member in removed:
            del stack.members[member.logical_id]
        self._obsolete += removed
        stack.members = {name: stack.members[name] for name in evaluation.order}
        stack.outputs, stack.imports, stack.request = outputs, evaluation.imports, self._request

    def _check_exports(self, exports: dict[str, str]) -> None:
        for name, value in self._stack.exports.items():
            importers = " and ".join(self._store.importers(name))
            if importers and name not in exports:
                raise _StepError(f"Export {name} cannot be deleted as it is in use by {importers}")
            if importers and exports[name] != value:
                raise _StepError(f"Export {name} cannot be updated as it is in use by {importers}")
        for name in exports:
            exporter = self._store.exporter(name, excluding=self._stack)
            if exporter is not None:
                raise _StepError(
                    f"Export with name {name} is already exported by stack {exporter.name}. Rollback requested by user."
                )

    def _step(self, evaluation: Evaluation, name: str) -> None:
        body, old = evaluation.resources[name], self._stack.members.get(name)
        fresh = StackResource(name, body["Type"], body)
        try:
            fresh.properties = evaluation.properties(name)
        except ValidationError as error:
            if old is None:
                self._stack.set_resource_status(fresh, "CREATE_FAILED", error.message)
            raise
        if old is None:
            self._create(fresh, f"The following resource(s) failed to create: [{name}]. ")
            return
        failed = f"The following resource(s) failed to update: [{name}]. "
        if old.type != fresh.type or requires_replacement(self._stack.region, old, fresh.properties) != "False":
            self._replace(old, fresh, failed)
        elif old.properties != fresh.properties:
            self._update(old, fresh, failed)
        else:
            self._stack.members[name] = replace(old, body=body)

    def _create(self, member: StackResource, failed: str) -> None:
        stack = self._stack
        operation = "UPDATE" if member.logical_id in stack.members else "CREATE"
        stack.set_resource_status(member, f"{operation}_IN_PROGRESS")
        handler = resource.of(member.type)(self._context(member))
        try:
            self._check_properties(member)
            self._check_owner(member, handler.NAME)
            handler.create(member.properties)
            member.physical_id, member.attributes = handler.physical_id, handler.attributes
        except Exception as error:
            member.physical_id = handler.physical_id
            stack.set_resource_status(member, f"{operation}_FAILED", failure_reason(error))
            if handler.physical_id:
                self._new.append(member)
            raise _StepError(failed) from error
        self._new.append(member)
        stack.members[member.logical_id] = member
        stack.set_resource_status(member, f"{operation}_COMPLETE")

    def _check_owner(self, member: StackResource, name: str) -> None:
        wanted = member.properties.get(name) if name else None
        owner = self._store.owner(member.type, wanted) if wanted else None
        if owner is not None:
            raise ResourceError(f"{wanted} already exists in stack {owner.id}")

    def _check_properties(self, member: StackResource) -> None:
        shape = schema.of(self._stack.region, member.type)
        errors = shape.errors(member.properties) if shape is not None else []
        if errors:
            raise ResourceError(
                f"Properties validation failed for resource {member.logical_id} with message:\n" + "\n".join(errors)
            )

    def _update(self, old: StackResource, fresh: StackResource, failed: str) -> None:
        stack = self._stack
        fresh.physical_id, fresh.attributes = old.physical_id, dict(old.attributes)
        stack.set_resource_status(fresh, "UPDATE_IN_PROGRESS")
        try:
            self._check_properties(fresh)
            handler = resource.of(fresh.type)(self._context(fresh), old.physical_id, fresh.attributes)
            if not handler.IS_UPDATABLE:
                raise ResourceError(f"The emulator cannot update {fresh.type}")
            self._undo.append(lambda: self._restore(fresh, old))
            handler.update(old.properties, fresh.properties)
        except Exception as error:
            stack.set_resource_status(fresh, "UPDATE_FAILED", failure_reason(error))
            raise _StepError(failed) from error
        stack.members[fresh.logical_id] = fresh
        stack.set_resource_status(fresh, "UPDATE_COMPLETE")

    def _replace(self, old: StackResource, fresh: StackResource, failed: str) -> None:
        shape = schema.of(self._stack.region, old.type)
        if shape is not None and shape.deletes_first and old.type == fresh.type:
            self._undo.append(lambda: self._restore_deleted(old))
            if not self._delete(old):
                raise _StepError(failed)
        else:
            self._undo.append(lambda: self._restore_replaced(old))
            self._obsolete.append(old)
        self._stack.set_resource_status(
            fresh,
            "UPDATE_IN_PROGRESS",
            "Requested update requires the creation of a new physical resource; hence creating one.",
        )
        self._create(fresh, failed)

    def _context(self, member: StackResource) -> ResourceContext:
        stack = self._stack
        return ResourceContext(stack.account, stack.region, stack.partition, stack.name, stack.id, member.logical_id)

    # ---- after a success

    def _clean_up(self) -> None:
        self._stack.set_status("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
        order = list(self._before)
        for member in sorted(self._obsolete, key=lambda gone: order.index(gone.logical_id), reverse=True):
            replaced = member.logical_id in self._stack.members
            policy = member.body.get("UpdateReplacePolicy" if replaced else "DeletionPolicy", "Delete")
            if policy in ("Retain", "RetainExceptOnCreate"):
                self._stack.set_resource_status(member, "DELETE_SKIPPED")
            else:
                self._delete(member)

    def _delete(self, member: StackResource) -> bool:
        return delete_resource(self._stack, member, self._context(member))

    # ---- after a failure

    def _fail(self, why: str, on_failure: str) -> None:
        stack = self._stack
        stack.members = {**self._before, **stack.members} if self._operation == "UPDATE" else stack.members
        if on_failure == "DO_NOTHING":
            stack.set_status(f"{self._operation}_FAILED", why)
            stack.request = self._request
            return
        operation = "ROLLBACK" if self._operation == "CREATE" else "UPDATE_ROLLBACK"
        requested = "Rollback requested by user."
        stack.set_status(
            f"{operation}_IN_PROGRESS",
            why
            if why.endswith(requested)
            else f"{why.rstrip()}{'' if why.rstrip().endswith('.') else '.'} {requested}",
        )
        failures: list[str] = []
        for undo in reversed(self._undo):
            try:
                undo()
            except _StepError as failure:
                failures.append(str(failure))
        if operation == "UPDATE_ROLLBACK":
            stack.set_status("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
        left = [member for member in reversed(self._new) if not self._delete_new(member)]
        failures += [member.logical_id for member in left]
        stack.members = {**self._before, **{member.logical_id: member for member in left}}
        stack.set_status(
            f"{operation}_FAILED" if failures else f"{operation}_COMPLETE", self._failure_message(failures)
        )
        if on_failure == "DELETE" and operation == "ROLLBACK" and not failures:
            stack.set_status("DELETE_COMPLETE")
            stack.deleted = now()

    def _failure_message(self, failures: list[str]) -> str | None:
        return f"The following resource(s) failed to be rolled back: [{', '.join(failures)}]. " if failures else None

    def _delete_new(self, member: StackResource) -> bool:
        kept = (
            member.body.get("DeletionPolicy") == "Retain"
            and self._operation == "CREATE"
            and member.status.endswith("_COMPLETE")
        )
        if kept:
            self._stack.set_resource_status(member, "DELETE_SKIPPED")
        return kept or self._delete(member)

    def _restore(self, current: StackResource, old: StackResource) -> None:
        stack = self._stack
        stack.set_resource_status(old, "UPDATE_IN_PROGRESS")
        try:
            handler = resource.of(old.type)(self._context(old), old.physical_id, old.attributes)
            handler.update(current.properties, old.properties)
        except Exception as error:
            stack.set_resource_status(old, "UPDATE_FAILED", failure_reason(error))
            raise _StepError(old.logical_id) from error
        stack.members[old.logical_id] = old
        stack.set_resource_status(old, "UPDATE_COMPLETE")

    def _restore_replaced(self, old: StackResource) -> None:
        self._stack.members[old.logical_id] = old
        self._stack.set_resource_status(old, "UPDATE_COMPLETE")

    def _restore_deleted(self, old: StackResource) -> None:
        successor = self._stack.members.get(old.logical_id)
        if successor is not None and successor is not old and successor in self._new:
            self._new.remove(successor)
            self._delete(successor)
        handler = resource.of(old.type)(self._context(old))
        try:
            handler.create(old.properties)
        except Exception as error:
            raise _StepError(old.logical_id) from error
        old.physical_id, old.attributes = handler.physical_id, handler.attributes
        self._restore_replaced(old)


def delete_resource(stack: Stack, member: StackResource, context: ResourceContext) -> bool:
    """Deletes a resource and records its events. Returns whether it no longer exists."""
    stack.set_resource_status(member, "DELETE_IN_PROGRESS")
    try:
        resource.of(member.type)(context, member.physical_id, member.attributes).delete(member.properties)
    except Exception as error:  # noqa: BLE001 (any exception is the reason for DELETE_FAILED)
        if not _is_gone(error):
            stack.set_resource_status(member, "DELETE_FAILED", failure_reason(error))
            return False
    stack.set_resource_status(member, "DELETE_COMPLETE")
    return True


def _is_gone(error: Any) -> bool:
    code = getattr(error, "response", {}).get("Error", {}).get("Code", "")
    return "NotFound" in code or code in ("NoSuchEntity", "InvalidSecurityGroupRuleId.NotFound")
