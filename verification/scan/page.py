"""docs/scanners.md: what scanners find in our templates and in the CDK's, and what is suppressed."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from scanners import SCANNERS, ControlTower
from templates import DIALECTS, ROOT, exceptions, templates, unexcepted

FILE = ROOT / "docs" / "scanners.md"
WISHES = Path(__file__).with_name("wishes.yaml")
CDK = re.compile(r"(?m)^\| CDK: .*\n")
HEAD = """\
# What scanners find

Written by `java verification/tools/Pytest.java scan --record`. The build scans all again and holds this page against it, but for
the CDK's lines: these are from when it was written. Versions are pinned in `verification/scan` and `verification/tools`.

`preset: production` sets `scanners: true`. Then the template has what scanners look for, and where there is nothing to change,
the resource says why in its `Metadata`, in the words that checkov and cdk-nag read. These suppressions come of one list,
`KnownFinding`, and stand where the finding is and nowhere else: the build takes them away, sees that just these findings come
back, and that one alone comes back when one alone is taken away. The Control Tower rules read no `Metadata`, so what
they find and nobody can change stands in `verification/scan/exceptions.yaml`. What a config asks for beyond that, such as a policy
for all resources, is never suppressed.

## Findings

How many there are and, in brackets, of how many rules. Templates of `preset: production` are bold: what stays in them, with a
reason, is not counted here but below. *CDK* is the [benchmark's](../generator/benchmark) program of the same services.
"""
LEFT = """
## What stays in production

Suppressed or excepted, by scanner: there is no other finding.

"""
WHY = """
## What development leaves

Its templates are cheap and have no suppressions. Each rule that finds something in an example of either preset, what it wants,
and which key of the config gives it:

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
            + table(["rule", "wants", "key"], self.wishes(batch))
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
        told = {}
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
        return table(["rule", "at", "why"], rows)

    @staticmethod
    def wishes(batch):
        known = yaml.safe_load(WISHES.read_text(encoding="utf-8"))
        found = {each.rule for one in templates() for scanner in SCANNERS for each in batch.of(scanner, one.file)}
        unknown, idle = sorted(found - set(known)), sorted(set(known) - found)
        assert not unknown, f"say in wishes.yaml what these want: {unknown}"
        assert not idle, f"nothing finds these any more: {idle}"
        return [[f"`{rule}`", known[rule]["wants"], known[rule]["key"]] for rule in sorted(found)]
