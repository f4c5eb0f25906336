"""Compares the Context metadata of templates with the resource schemas."""

import re

import pytest
from cfnlint.decode import decode
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

from test_lint import CONTEXT, ROOT, lint, templates

WITH_CONTEXT = [file for file in templates() if CONTEXT in (ROOT / file).read_text(encoding="utf-8")]


def resources(template):
    """Returns the body and the Context metadata of each resource."""
    decoded, errors = decode(str(ROOT / template))
    assert not errors
    return {name: (body, body["Metadata"][CONTEXT]) for name, body in decoded["Resources"].items()}


@pytest.mark.parametrize("template", WITH_CONTEXT)
def test_must_never_change_properties_exist_and_replace_resource(template):
    for logical_id, (body, context) in resources(template).items():
        schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", body["Type"]).schema
        replacing = {path.removeprefix("/properties/") for path in schema.get("createOnlyProperties", [])}
        for name, level in context.get("mutability", {}).items():
            assert name in body["Properties"], (logical_id, name)
            assert level != "must-never-change" or name in replacing, (logical_id, name)


def test_reports_resource_without_context(tmp_path):
    text = (ROOT / WITH_CONTEXT[0]).read_text(encoding="utf-8")
    broken = tmp_path / "template.yaml"
    broken.write_text(re.sub(r"(?m)^    Metadata:\n(?:      .*\n)+", "", text, count=1), encoding="utf-8")
    assert "I4010" in lint([broken]).stdout
