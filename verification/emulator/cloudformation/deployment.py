"""Brings a stack to what a request says, or back to what it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from emulator import resource
from emulator.cloudformation import schema
from emulator.cloudformation.change import replaces
from emulator.cloudformation.evaluation import Evaluation
from emulator.cloudformation.fault import ResourceError, ValidationError, reason
from emulator.cloudformation.stack import Member, Request, Stack, Store, now
from emulator.resource.base import Place


class _StepError(Exception):
    """A step that failed, with the reason that the stack tells."""


class Deployment:
    """One creation or update of a stack. Each step says how it is undone, before it is known whether that is needed."""

    def __init__(self, stack: Stack, request: Request, store: Store, word: str) -> None:
        self._stack = stack
        self._request = request
        self._store = store
        self._word = word
        self._undo: list[Callable[[], None]] = []
        self._new: list[Member] = []
        self._obsolete: list[Member] = []
        self._before = dict(stack.members)

    def run(self, on_failure: str = "ROLLBACK") -> None:
        """Does all steps; the stack's status says how it ended."""
        stack = self._stack
        if self._word == "CREATE":
            stack.request = self._request  # kept, even if nothing comes of it
        try:
            self._forward()
        except Exception as failure:  # noqa: BLE001 (whatever a step raises rolls the stack back)
            self._fail(str(failure) if isinstance(failure, _StepError) else reason(failure), on_failure)
            return
        if self._word == "UPDATE":
            stack.updated = now()
            self._clean_up()
        stack.tell(f"{self._word}_COMPLETE")

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
            exporter = self._store.exporter(name, but=self._stack)
            if exporter is not None:
                raise _StepError(
                    f"Export with name {name} is already exported by stack {exporter.name}. Rollback requested by user."
                )

    def _step(self, evaluation: Evaluation, name: str) -> None:
        body, old = evaluation.resources[name], self._stack.members.get(name)
        fresh = Member(name, body["Type"], body)
        try:
            fresh.properties = evaluation.properties(name)
        except ValidationError as fault:
            if old is None:
                self._stack.tell_of(fresh, "CREATE_FAILED", fault.message)
            raise
        if old is None:
            self._create(fresh, f"The following resource(s) failed to create: [{name}]. ")
            return
        failed = f"The following resource(s) failed to update: [{name}]. "
        if old.type != fresh.type or replaces(self._stack.region, old, fresh.properties) != "False":
            self._replace(old, fresh, failed)
        elif old.properties != fresh.properties:
            self._update(old, fresh, failed)
        else:
            self._stack.members[name] = replace(old, body=body)

    def _create(self, member: Member, failed: str) -> None:
        stack = self._stack
        word = "UPDATE" if member.logical_id in stack.members else "CREATE"
        stack.tell_of(member, f"{word}_IN_PROGRESS")
        handler = resource.of(member.type)(self._place(member))
        try:
            self._check_properties(member)
            self._check_owner(member, handler.NAME)
            handler.create(member.properties)
            member.physical_id, member.attributes = handler.physical_id, handler.attributes
        except Exception as fault:
            member.physical_id = handler.physical_id
            stack.tell_of(member, f"{word}_FAILED", reason(fault))
            if handler.physical_id:
                self._new.append(member)
            raise _StepError(failed) from fault
        self._new.append(member)
        stack.members[member.logical_id] = member
        stack.tell_of(member, f"{word}_COMPLETE")

    def _check_owner(self, member: Member, name: str) -> None:
        wanted = member.properties.get(name) if name else None
        owner = self._store.owner(member.type, wanted) if wanted else None
        if owner is not None:
            raise ResourceError(f"{wanted} already exists in stack {owner.id}")

    def _check_properties(self, member: Member) -> None:
        shape = schema.of(self._stack.region, member.type)
        faults = shape.faults(member.properties) if shape is not None else []
        if faults:
            raise ResourceError(
                f"Properties validation failed for resource {member.logical_id} with message:\n" + "\n".join(faults)
            )

    def _update(self, old: Member, fresh: Member, failed: str) -> None:
        stack = self._stack
        fresh.physical_id, fresh.attributes = old.physical_id, dict(old.attributes)
        stack.tell_of(fresh, "UPDATE_IN_PROGRESS")
        try:
            self._check_properties(fresh)
            handler = resource.of(fresh.type)(self._place(fresh), old.physical_id, fresh.attributes)
            if not handler.IS_UPDATED:
                raise ResourceError(f"The emulator cannot update {fresh.type}")
            self._undo.append(lambda: self._restore(fresh, old))
            handler.update(old.properties, fresh.properties)
        except Exception as fault:
            stack.tell_of(fresh, "UPDATE_FAILED", reason(fault))
            raise _StepError(failed) from fault
        stack.members[fresh.logical_id] = fresh
        stack.tell_of(fresh, "UPDATE_COMPLETE")

    def _replace(self, old: Member, fresh: Member, failed: str) -> None:
        shape = schema.of(self._stack.region, old.type)
        if shape is not None and shape.deletes_first and old.type == fresh.type:
            self._undo.append(lambda: self._restore_deleted(old))
            if not self._delete(old):
                raise _StepError(failed)
        else:
            self._undo.append(lambda: self._put_back(old))
            self._obsolete.append(old)
        self._stack.tell_of(
            fresh,
            "UPDATE_IN_PROGRESS",
            "Requested update requires the creation of a new physical resource; hence creating one.",
        )
        self._create(fresh, failed)

    def _place(self, member: Member) -> Place:
        stack = self._stack
        return Place(stack.account, stack.region, stack.partition, stack.name, stack.id, member.logical_id)

    # ---- what follows a success

    def _clean_up(self) -> None:
        self._stack.tell("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
        order = list(self._before)
        for member in sorted(self._obsolete, key=lambda gone: order.index(gone.logical_id), reverse=True):
            replaced = member.logical_id in self._stack.members
            policy = member.body.get("UpdateReplacePolicy" if replaced else "DeletionPolicy", "Delete")
            if policy in ("Retain", "RetainExceptOnCreate"):
                self._stack.tell_of(member, "DELETE_SKIPPED")
            else:
                self._delete(member)

    def _delete(self, member: Member) -> bool:
        return delete(self._stack, member, self._place(member))

    # ---- what follows a failure

    def _fail(self, why: str, on_failure: str) -> None:
        stack = self._stack
        stack.members = {**self._before, **stack.members} if self._word == "UPDATE" else stack.members
        if on_failure == "DO_NOTHING":
            stack.tell(f"{self._word}_FAILED", why)
            stack.request = self._request
            return
        word = "ROLLBACK" if self._word == "CREATE" else "UPDATE_ROLLBACK"
        requested = "Rollback requested by user."
        stack.tell(
            f"{word}_IN_PROGRESS",
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
        if word == "UPDATE_ROLLBACK":
            stack.tell("UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS")
        left = [member for member in reversed(self._new) if not self._delete_new(member)]
        failures += [member.logical_id for member in left]
        stack.members = {**self._before, **{member.logical_id: member for member in left}}
        stack.tell(f"{word}_FAILED" if failures else f"{word}_COMPLETE", self._failed_words(failures))
        if on_failure == "DELETE" and word == "ROLLBACK" and not failures:
            stack.tell("DELETE_COMPLETE")
            stack.deleted = now()

    def _failed_words(self, failures: list[str]) -> str | None:
        return f"The following resource(s) failed to be rolled back: [{', '.join(failures)}]. " if failures else None

    def _delete_new(self, member: Member) -> bool:
        kept = (
            member.body.get("DeletionPolicy") == "Retain"
            and self._word == "CREATE"
            and member.status.endswith("_COMPLETE")
        )
        if kept:
            self._stack.tell_of(member, "DELETE_SKIPPED")
        return kept or self._delete(member)

    def _restore(self, now_is: Member, old: Member) -> None:
        stack = self._stack
        stack.tell_of(old, "UPDATE_IN_PROGRESS")
        try:
            handler = resource.of(old.type)(self._place(old), old.physical_id, old.attributes)
            handler.update(now_is.properties, old.properties)
        except Exception as fault:
            stack.tell_of(old, "UPDATE_FAILED", reason(fault))
            raise _StepError(old.logical_id) from fault
        stack.members[old.logical_id] = old
        stack.tell_of(old, "UPDATE_COMPLETE")

    def _put_back(self, old: Member) -> None:
        self._stack.members[old.logical_id] = old
        self._stack.tell_of(old, "UPDATE_COMPLETE")

    def _restore_deleted(self, old: Member) -> None:
        successor = self._stack.members.get(old.logical_id)
        if successor is not None and successor is not old and successor in self._new:
            self._new.remove(successor)
            self._delete(successor)
        handler = resource.of(old.type)(self._place(old))
        try:
            handler.create(old.properties)
        except Exception as fault:
            raise _StepError(old.logical_id) from fault
        old.physical_id, old.attributes = handler.physical_id, handler.attributes
        self._put_back(old)


def delete(stack: Stack, member: Member, place: Place) -> bool:
    """Deletes a resource and tells of it; whether it is gone."""
    stack.tell_of(member, "DELETE_IN_PROGRESS")
    try:
        resource.of(member.type)(place, member.physical_id, member.attributes).delete(member.properties)
    except Exception as fault:  # noqa: BLE001 (whatever is raised is the reason for DELETE_FAILED)
        if not _is_gone(fault):
            stack.tell_of(member, "DELETE_FAILED", reason(fault))
            return False
    stack.tell_of(member, "DELETE_COMPLETE")
    return True


def _is_gone(fault: Any) -> bool:
    code = getattr(fault, "response", {}).get("Error", {}).get("Code", "")
    return "NotFound" in code or code in ("NoSuchEntity", "InvalidSecurityGroupRuleId.NotFound")
