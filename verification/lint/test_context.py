"""What templates say of themselves by AWS's Context metadata, held against the schemas of resources."""

import re

import pytest
from cfnlint.decode import decode
from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER

from test_lint import CONTEXT, ROOT, lint, templates

TALKING = [file for file in templates() if CONTEXT in (ROOT / file).read_text(encoding="utf-8")]


def resources(template):
    """Each resource with what is said of it."""
    decoded, faults = decode(str(ROOT / template))
    assert not faults
    return {name: (body, body["Metadata"][CONTEXT]) for name, body in decoded["Resources"].items()}


@pytest.mark.parametrize("template", TALKING)
def test_what_must_never_change_is_there_and_replaces_its_resource(template):
    for logical_id, (body, context) in resources(template).items():
        schema = PROVIDER_SCHEMA_MANAGER.get_resource_schema("us-east-1", body["Type"]).schema
        replacing = {path.removeprefix("/properties/") for path in schema.get("createOnlyProperties", [])}
        for name, level in context.get("mutability", {}).items():
            assert name in body["Properties"], (logical_id, name)
            assert level != "must-never-change" or name in replacing, (logical_id, name)


def test_a_resource_that_says_nothing_is_found(tmp_path):
    text = (ROOT / TALKING[0]).read_text(encoding="utf-8")
    broken = tmp_path / "template.yaml"
    broken.write_text(re.sub(r"(?m)^    Metadata:\n(?:      .*\n)+", "", text, count=1), encoding="utf-8")
    assert "I4010" in lint([broken]).stdout
