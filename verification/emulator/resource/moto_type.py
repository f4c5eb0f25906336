"""Creates resources with moto's own CloudFormation classes, for types without a class in this package."""

from __future__ import annotations

from typing import Any

from moto.cloudformation import parsing
from moto.cloudformation.exceptions import UnformattedGetAttTemplateException

from emulator.cloudformation.error import ResourceError
from emulator.resource.base import Resource


def supports(type_name: str) -> bool:
    """Returns whether moto has a class for a type."""
    return type_name in parsing.get_model_map()


def of(type_name: str) -> type[Resource]:
    """Returns a class that creates resources of a type with moto's class."""
    return type("MotoResource", (_MotoResource,), {"TYPE": type_name})


class _MotoResource(Resource):
    IS_UPDATABLE = False  # moto silently ignores updates that it does not support

    def create(self, properties: dict[str, Any]) -> None:
        """Creates the resource with moto's class, which ignores unknown properties."""
        model = parsing.get_model_map()[self.TYPE]
        named = parsing.get_name_type_map().get(self.TYPE)
        name = (properties.get(named) if named else None) or self.context.generated_name(60)
        created = model.create_from_cloudformation_json(
            name,
            {"Type": self.TYPE, "Properties": properties},
            self.context.account,
            self.context.region,
            StackId=self.context.stack_id,
            LogicalId=self.context.logical_id,
        )
        if created is None:
            raise ResourceError(f"moto did not create {self.TYPE}")
        self.physical_id = str(getattr(created, "physical_resource_id", "") or name)
        self.attributes = _Attributes(created)

    def delete(self, properties: dict[str, Any]) -> None:
        """Deletes the resource with moto's class. It is an error if that class cannot."""
        assert isinstance(self.attributes, _Attributes)
        created = self.attributes.created
        if hasattr(created, "delete"):
            created.delete(self.context.account, self.context.region)
            return
        model = parsing.get_model_map()[self.TYPE]
        model.delete_from_cloudformation_json(
            self.physical_id, {"Type": self.TYPE, "Properties": properties}, self.context.account, self.context.region
        )


class _Attributes(dict[str, Any]):
    """The values of Fn::GetAtt, from moto's object."""

    def __init__(self, created: Any) -> None:
        super().__init__()
        self.created = created

    def __contains__(self, name: object) -> bool:
        try:
            self.created.get_cfn_attribute(name)
        except (UnformattedGetAttTemplateException, NotImplementedError):
            return False
        return True

    def __getitem__(self, name: str) -> Any:
        return self.created.get_cfn_attribute(name)
