"""Types that the emulator leaves to moto's own CloudFormation, for templates that hold more than ours."""

from __future__ import annotations

from typing import Any

from moto.cloudformation import parsing
from moto.cloudformation.exceptions import UnformattedGetAttTemplateException

from emulator.cloudformation.fault import ResourceError
from emulator.resource.base import Resource


def knows(type_name: str) -> bool:
    """Whether moto has a class for a type."""
    return type_name in parsing.get_model_map()


def of(type_name: str) -> type[Resource]:
    """A type that is made by moto's class for it."""
    return type("Foreign", (_Foreign,), {"TYPE": type_name})


class _Foreign(Resource):
    IS_UPDATED = False  # moto forgets what it cannot update, without a word

    def create(self, properties: dict[str, Any]) -> None:
        """As moto does; what it drops of the properties is not noticed."""
        model = parsing.get_model_map()[self.TYPE]
        named = parsing.get_name_type_map().get(self.TYPE)
        name = (properties.get(named) if named else None) or self.place.generated_name(60)
        made = model.create_from_cloudformation_json(
            name,
            {"Type": self.TYPE, "Properties": properties},
            self.place.account,
            self.place.region,
            StackId=self.place.stack_id,
            LogicalId=self.place.logical_id,
        )
        if made is None:
            raise ResourceError(f"moto made nothing of {self.TYPE}")
        self.physical_id = str(getattr(made, "physical_resource_id", "") or name)
        self.attributes = _Attributes(made)

    def delete(self, properties: dict[str, Any]) -> None:
        """As moto does, or refused."""
        assert isinstance(self.attributes, _Attributes)
        made = self.attributes.made
        if hasattr(made, "delete"):
            made.delete(self.place.account, self.place.region)
            return
        model = parsing.get_model_map()[self.TYPE]
        model.delete_from_cloudformation_json(
            self.physical_id, {"Type": self.TYPE, "Properties": properties}, self.place.account, self.place.region
        )


class _Attributes(dict[str, Any]):
    """What moto's object gives for Fn::GetAtt."""

    def __init__(self, made: Any) -> None:
        super().__init__()
        self.made = made

    def __contains__(self, name: object) -> bool:
        try:
            self.made.get_cfn_attribute(name)
        except (UnformattedGetAttTemplateException, NotImplementedError):
            return False
        return True

    def __getitem__(self, name: str) -> Any:
        return self.made.get_cfn_attribute(name)
