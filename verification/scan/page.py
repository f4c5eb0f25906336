"""Writes docs/development/scanners.md: findings in our templates and in those of the CDK, and suppressed ones."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from scanners import SCANNERS, ControlTower
from templates import DIALECTS, ROOT, exceptions, templates, unexcepted

FILE = ROOT / "docs" / "development" / "scanners.md"
WISHES = Path(__file__).with_name("wishes.yaml")
CDK = re.compile(r"(?m)^\| CDK: .*\n")
HEAD = """\
# What scanners find

This page is written by `java verification/tools/Pytest.java scan --record`. The build scans everything again and
compares the result with this page. It does not compare the lines of the CDK, which date from the last recording.
`verification/scan` and `verification/tools` pin the versions.

`preset: production` sets `scannerMetadata: true`. Its templates contain what scanners look for. Where there is nothing
to change, the `Metadata` of the resource gives the reason in the form that checkov and cdk-nag read.

- All suppressions come from one list, `KnownFinding`. A resource has a suppression only if the scanner reports it.
- The build removes the suppressions and checks that exactly these findings come back, all together and one by one.
- The Control Tower rules read no `Metadata`, so their exceptions are in `verification/scan/exceptions.yaml`.
- What a config adds itself, such as a policy for all resources, is never suppressed.

## Findings

Each cell has the number of findings and, in brackets, the number of rules. Templates of `preset: production` are bold.
Their suppressed findings are not counted here but in the next section. *CDK* is the
[benchmark's](../../generator/benchmark) program with the same services.
"""
LEFT = """
## What stays in production

These findings are suppressed or listed as exceptions. There are no others.

"""
WHY = """
## What development leaves

Its templates are cheap and have no suppressions. The table has each rule that reports something in an example of either
preset, its requirement, and the key that fulfills it:

"""


def table(head, rows):
    return "".join("| " + " | ".join(line) + " |\n" for line in [head, ["---"] * len(head), *rows])


class Page:
    """The page; recording writes it anew, with what the CDK's programs have."""

    def __init__(self, record):
        self.record = record
        self.programs = {}
        if record:
            from cdk import synthesized

            self.programs = synthesized()

    def check(self, batch):
        told = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
        made = self.text(batch, CDK.findall(told))
        if self.record:
            FILE.write_text(made, encoding="utf-8", newline="\n")
        else:
            assert made == told, "read what changed, then write it: java verification/tools/Pytest.java scan --record"

    def text(self, batch, recorded):
        names = ["template", *(scanner.name for scanner in SCANNERS)]
        rows = [[self.title(one), *self.cells(batch, one.file, one if one.production else None)] for one in templates()]
        programs = "".join(recorded)
        if self.record:
            lines = [[f"CDK: {name}", *self.cells(batch, file)] for name, file in self.programs.items()]
            programs = "".join("| " + " | ".join(line) + " |\n" for line in lines)
        stays = ["template", *(dialect.name for dialect in DIALECTS), ControlTower.name]
        return (
            HEAD
            + "\n"
            + table(names, rows)
            + programs
            + LEFT
            + table(stays, [self.staying(batch, one) for one in templates() if one.production])
            + "\n"
            + self.reasons(batch)
            + WHY
            + table(["rule", "requires", "key"], self.wishes(batch))
        )

    @staticmethod
    def title(template):
        return f"**{template}**" if template.production else str(template)

    @staticmethod
    def cells(batch, file, template=None):
        found = [unexcepted(batch.of(scanner, file), template) for scanner in SCANNERS]
        return [f"{len(one)} ({len({each.rule for each in one})})" if one else "0" for one in found]

    @staticmethod
    def staying(batch, template):
        suppressed = [str(len(dialect.suppressions(batch.whole[template]))) for dialect in DIALECTS]
        return [str(template), *suppressed, str(len(batch.of(ControlTower, template.file)))]

    @staticmethod
    def reasons(batch):
        """Each reason once, with the rule that it is told to."""
        told: dict[tuple[str, str], set[str]] = {}
        for template in (one for one in templates() if one.production):
            for dialect in DIALECTS:
                for one, reason in dialect.suppressions(batch.whole[template]).items():
                    told.setdefault((one.rule, reason), set()).add(one.resource)
            for found in batch.of(ControlTower, template.file):
                for one in exceptions():
                    if one.matches(template, found):
                        told.setdefault((one.rule, one.reason), set()).add(one.resource)
        rows = [
            [f"`{rule}`", ", ".join(f"`{each}`" for each in sorted(ids)), reason]
            for (rule, reason), ids in sorted(told.items())
        ]
        return table(["rule", "resource", "reason"], rows)

    @staticmethod
    def wishes(batch):
        known = yaml.safe_load(WISHES.read_text(encoding="utf-8"))
        found = {each.rule for one in templates() for scanner in SCANNERS for each in batch.of(scanner, one.file)}
        unknown, idle = sorted(found - set(known)), sorted(set(known) - found)
        assert not unknown, f"say in wishes.yaml what these want: {unknown}"
        assert not idle, f"nothing finds these any more: {idle}"
        return [[f"`{rule}`", known[rule]["wants"], known[rule]["key"]] for rule in sorted(found)]
