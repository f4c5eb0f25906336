"""Updates a stack from development to production and compares the changes with `docs/explanation/presets.md`."""

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


def said():
    """Return the types that the page lists for each kind of change."""
    rows = re.findall(
        r"^\| (replaced|changed in place|new|deleted) \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(rows) == len(KINDS)
    return {kind: set(re.findall("`([^`]+)`", types)) for kind, types in rows}


def test_the_step_replaces_what_the_page_says_and_can_be_taken_in_place(deployment, settings):  # noqa: F811
    tickets = deployment("production", settings=[*settings, "preset=development"])
    tickets.render()
    tickets.deploy()
    tickets.is_as_configured()

    # What these write about resources changes nothing else, but for tasks, which are replaced anyway.
    tickets.settings = [*settings, "contextMetadata=false", "scannerMetadata=false"]
    tickets.render()
    changes = tickets.changes_in_full()
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for action, _, resource, replacement in changes:
        kind = next(name for name, key in KINDS.items() if key[0] == action and key[1:] in ((), (replacement,)))
        found[kind].add(resource.removeprefix("AWS::"))
    assert found == said()
    tickets.settings = list(settings)
    tickets.render()
    tickets.deploy()
    tickets.is_as_configured()

    tickets.settings += ["loadBalancer.deletionProtection=false"]
    tickets.render()
    tickets.deploy()
    tickets.delete()
    tickets.remove_access_logs()
    tickets.has_left_nothing()
