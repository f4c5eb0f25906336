"""Handles the requests of CloudFormation's API that only read."""

from __future__ import annotations

from typing import Any

from moto.core.responses import ActionResult

from emulator.cloudformation import capability, template
from emulator.cloudformation import stack as stacks
from emulator.cloudformation.error import ChangeSetNotFoundError, ValidationError
from emulator.cloudformation.stack import ChangeSet, Request, Stack, StackResource, Store


class Queries:
    """The operations that only read. moto's response class, which it is mixed into, knows account and Region."""

    current_account: str
    region: str
    _get_param: Any
    template_body: Any

    @property
    def store(self) -> Store:
        """Returns the stacks of the request's account and Region."""
        return stacks.store(self.current_account, self.region)

    def _find_change_set(self) -> tuple[Stack, ChangeSet]:
        name, stack_name = self._get_param("ChangeSetName"), self._get_param("StackName")
        for stack in [self.store.get(stack_name)] if stack_name else self.store.all():
            for change_set in stack.change_sets.values():
                if name in (change_set.id, change_set.name):
                    return stack, change_set
        raise ChangeSetNotFoundError(f"ChangeSet [{name}] does not exist")

    def describe_change_set(self) -> ActionResult:
        """DescribeChangeSet. All changes are on one page."""
        stack, change_set = self._find_change_set()
        return ActionResult(
            {
                **_summary(stack, change_set),
                "Parameters": _parameters(change_set.request),
                "Capabilities": change_set.request.capabilities,
                "Tags": _tags(change_set.request),
                "Changes": [change.to_api() for change in change_set.changes],
            }
        )

    def list_change_sets(self) -> ActionResult:
        """ListChangeSets."""
        stack = self.store.get(self._get_param("StackName"))
        return ActionResult({"Summaries": [_summary(stack, change_set) for change_set in stack.change_sets.values()]})

    def describe_stacks(self) -> ActionResult:
        """DescribeStacks. Deleted stacks are found only by their id."""
        name = self._get_param("StackName")
        found = [self.store.get(name)] if name else self.store.active()
        return ActionResult({"Stacks": [_stack(stack) for stack in found]})

    def list_stacks(self) -> ActionResult:
        """ListStacks, with deleted stacks."""
        wanted = self._get_param("StackStatusFilter", [])
        found = [stack for stack in self.store.all() if not wanted or stack.status in wanted]
        return ActionResult({"StackSummaries": [_stack_summary(stack) for stack in found]})

    def describe_stack_events(self) -> ActionResult:
        """DescribeStackEvents, newest first."""
        return ActionResult({"StackEvents": self._get_stack().events[::-1]})

    def describe_stack_resource(self) -> ActionResult:
        """DescribeStackResource."""
        stack, name = self._get_stack(), self._get_param("LogicalResourceId")
        if name not in stack.members:
            raise ValidationError(f"Resource {name} does not exist for stack {stack.name}")
        member = stack.members[name]
        detail = {**_resource(stack, member), "LastUpdatedTimestamp": member.changed}
        del detail["Timestamp"]
        return ActionResult({"StackResourceDetail": detail})

    def describe_stack_resources(self) -> ActionResult:
        """DescribeStackResources, of a stack or of the stack that owns a physical id."""
        physical_id, name = self._get_param("PhysicalResourceId"), self._get_param("LogicalResourceId")
        if self._get_param("StackName"):
            stack = self._get_stack()
        else:
            owners = (s for s in self.store.active() if physical_id in [m.physical_id for m in s.members.values()])
            owner = next(owners, None)
            if owner is None:
                raise ValidationError(f"Stack for {physical_id} does not exist")
            stack = owner
        members = [member for member in stack.members.values() if name in (None, member.logical_id)]
        return ActionResult({"StackResources": [_resource(stack, member) for member in members]})

    def list_stack_resources(self) -> ActionResult:
        """ListStackResources."""
        found = [
            {
                "LogicalResourceId": member.logical_id,
                "PhysicalResourceId": member.physical_id,
                "ResourceType": member.type,
                "LastUpdatedTimestamp": member.changed,
                "ResourceStatus": member.status,
            }
            for member in self._get_stack().members.values()
        ]
        return ActionResult({"StackResourceSummaries": found})

    def get_template(self) -> ActionResult:
        """GetTemplate, of a stack or of one of its change sets."""
        of_change_set = bool(self._get_param("ChangeSetName"))
        request = self._find_change_set()[1].request if of_change_set else self._get_stack().request
        return ActionResult({"TemplateBody": request.body, "StagesAvailable": ["Original", "Processed"]})

    def get_template_summary(self) -> ActionResult:
        """GetTemplateSummary."""
        name = self._get_param("StackName")
        if name and self.store.get(name).status == "REVIEW_IN_PROGRESS":
            raise ValidationError("GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.")
        read = self.store.get(name).request.template if name else template.parse(self.template_body(None))
        return ActionResult(
            {**self._checked(read), "ResourceTypes": sorted({r["Type"] for r in read["Resources"].values()})}
        )

    def validate_template(self) -> ActionResult:
        """ValidateTemplate."""
        return ActionResult(self._checked(template.parse(self.template_body(None))))

    def _checked(self, read: dict[str, Any]) -> dict[str, Any]:
        template.check(read, self.region)
        declared = read.get("Parameters") or {}
        parameters = [
            {
                "ParameterKey": key,
                "DefaultValue": None if "Default" not in body else str(body["Default"]),
                "ParameterType": body.get("Type", "String"),
                "NoEcho": bool(body.get("NoEcho")),
                "Description": body.get("Description"),
            }
            for key, body in declared.items()
        ]
        return {
            "Description": read.get("Description"),
            "Parameters": parameters,
            "Capabilities": capability.required(read),
        }

    def list_exports(self) -> ActionResult:
        """ListExports."""
        found = [
            {"ExportingStackId": stack.id, "Name": name, "Value": value}
            for stack in self.store.active()
            for name, value in stack.exports.items()
        ]
        return ActionResult({"Exports": sorted(found, key=lambda export: export["Name"])})

    def list_imports(self) -> ActionResult:
        """ListImports. As on AWS, it is an error if no stack imports the name."""
        name = self._get_param("ExportName")
        importers = self.store.importers(name)
        if not importers:
            raise ValidationError(f"Export '{name}' is not imported by any stack.")
        return ActionResult({"Imports": importers})

    def _get_stack(self) -> Stack:
        name = self._get_param("StackName")
        found = self.store.find(name)
        if found is None:
            raise ValidationError(f"Stack [{name}] does not exist")
        return found


def _summary(stack: Stack, change_set: ChangeSet) -> dict[str, Any]:
    return {
        "ChangeSetId": change_set.id,
        "ChangeSetName": change_set.name,
        "StackId": stack.id,
        "StackName": stack.name,
        "Description": change_set.description,
        "CreationTime": change_set.created,
        "Status": change_set.status,
        "StatusReason": change_set.reason,
        "ExecutionStatus": change_set.execution_status,
    }


def _stack(stack: Stack) -> dict[str, Any]:
    description = {
        **_stack_summary(stack),
        "Description": stack.request.template.get("Description"),
        "Parameters": _parameters(stack.request),
        "DisableRollback": stack.disables_rollback,
        "NotificationARNs": stack.notification_arns,
        "Capabilities": stack.request.capabilities,
        "Outputs": [output.to_api() for output in stack.outputs],
        "RoleARN": stack.role,
        "Tags": _tags(stack.request),
        "EnableTerminationProtection": stack.is_protected,
    }
    del description["TemplateDescription"]
    return description


def _stack_summary(stack: Stack) -> dict[str, Any]:
    return {
        "StackId": stack.id,
        "StackName": stack.name,
        "TemplateDescription": stack.request.template.get("Description"),
        "CreationTime": stack.created,
        "LastUpdatedTime": stack.updated,
        "DeletionTime": stack.deleted,
        "StackStatus": stack.status,
        "StackStatusReason": stack.reason,
        "DriftInformation": {"StackDriftStatus": "NOT_CHECKED"},
    }


def _resource(stack: Stack, member: StackResource) -> dict[str, Any]:
    return {
        "StackName": stack.name,
        "StackId": stack.id,
        "LogicalResourceId": member.logical_id,
        "PhysicalResourceId": member.physical_id,
        "ResourceType": member.type,
        "Timestamp": member.changed,
        "ResourceStatus": member.status,
        "ResourceStatusReason": member.reason or None,
    }


def _parameters(request: Request) -> list[dict[str, str]]:
    declared = request.template.get("Parameters") or {}
    hidden = {key for key, body in declared.items() if str(body.get("NoEcho")).lower() == "true"}
    return [
        {"ParameterKey": key, "ParameterValue": "****" if key in hidden else value}
        for key, value in request.parameters.items()
    ]


def _tags(request: Request) -> list[dict[str, str]]:
    return [{"Key": key, "Value": value} for key, value in request.tags.items()]
