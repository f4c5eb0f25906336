"""Changes a stack from the development to the production preset, and checks the table of the presets page."""

from __future__ import annotations

import re

from generator import ROOT
from test_production_example import settings  # noqa: F401 (a fixture)

PAGE = ROOT / "docs" / "explanation" / "presets.md"
KINDS = {
    "replaced": ("Modify", "True"),
    "changed in place": ("Modify", "False"),
    "new": ("Add",),
    "deleted": ("Remove",),
}


def documented():
    """Returns the resource types in the table of the page, by the kind of their change."""
    rows = re.findall(
        r"^\| (replaced|changed in place|new|deleted) \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(rows) == len(KINDS)
    return {kind: set(re.findall("`([^`]+)`", types)) for kind, types in rows}


def test_the_step_to_production_makes_the_documented_changes(deployment, settings):  # noqa: F811
    tickets = deployment("production", settings=[*settings, "preset=development"])
    tickets.render()
    tickets.deploy()
    tickets.matches_golden("production.development-preset.yaml")

    # Metadata changes no resource, except task definitions, which are replaced in any case.
    tickets.settings = [*settings, "contextMetadata=false", "scannerMetadata=false"]
    tickets.render()
    changes = tickets.changes_in_full()
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for action, _, resource, replacement in changes:
        kind = next(name for name, key in KINDS.items() if key[0] == action and key[1:] in ((), (replacement,)))
        found[kind].add(resource.removeprefix("AWS::"))
    assert found == documented()
    tickets.settings = list(settings)
    tickets.render()
    tickets.deploy()
    tickets.matches_golden("production.yaml")

    tickets.settings += ["loadBalancer.deletionProtection=false"]
    tickets.render()
    tickets.deploy()
    tickets.delete()
    tickets.remove_access_logs()
    tickets.leaves_nothing()
