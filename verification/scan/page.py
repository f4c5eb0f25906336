"""Writes docs/development/scanners.md: the findings in our templates and in those of the CDK, and the suppressions."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from scanners import SCANNERS, ControlTower
from templates import DIALECTS, ROOT, exceptions, templates, without_exceptions

FILE = ROOT / "docs" / "development" / "scanners.md"
RULE_REQUIREMENTS = Path(__file__).with_name("rule-requirements.yaml")
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
    """The page. Recording writes it, with the findings in the CDK's templates."""

    def __init__(self, record):
        self.record = record
        self.programs = {}
        if record:
            from cdk import synthesize

            self.programs = synthesize()

    def check(self, batch):
        current = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
        new = self.text(batch, CDK.findall(current))
        if self.record:
            FILE.write_text(new, encoding="utf-8", newline="\n")
        else:
            assert new == current, (
                "review the difference, then write the page: java verification/tools/Pytest.java scan --record"
            )

    def text(self, batch, recorded):
        names = ["template", *(scanner.name for scanner in SCANNERS)]
        rows = [
            [self.title(each), *self.cells(batch, each.file, each if each.production else None)] for each in templates()
        ]
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
            + table(stays, [self.remaining_row(batch, each) for each in templates() if each.production])
            + "\n"
            + self.reasons(batch)
            + WHY
            + table(["rule", "requires", "key"], self.rule_requirements(batch))
        )

    @staticmethod
    def title(template):
        return f"**{template}**" if template.production else str(template)

    @staticmethod
    def cells(batch, file, template=None):
        found = [without_exceptions(batch.findings_in(scanner, file), template) for scanner in SCANNERS]
        return [f"{len(findings)} ({len({each.rule for each in findings})})" if findings else "0" for findings in found]

    @staticmethod
    def remaining_row(batch, template):
        suppressed = [str(len(dialect.suppressions(batch.trees[template]))) for dialect in DIALECTS]
        return [str(template), *suppressed, str(len(batch.findings_in(ControlTower, template.file)))]

    @staticmethod
    def reasons(batch):
        """Returns the table of reasons: each reason once, with its rule and resources."""
        reasons: dict[tuple[str, str], set[str]] = {}
        for template in (each for each in templates() if each.production):
            for dialect in DIALECTS:
                for suppression, reason in dialect.suppressions(batch.trees[template]).items():
                    reasons.setdefault((suppression.rule, reason), set()).add(suppression.resource)
            for found in batch.findings_in(ControlTower, template.file):
                for exception in exceptions():
                    if exception.matches(template, found):
                        reasons.setdefault((exception.rule, exception.reason), set()).add(exception.resource)
        rows = [
            [f"`{rule}`", ", ".join(f"`{each}`" for each in sorted(ids)), reason]
            for (rule, reason), ids in sorted(reasons.items())
        ]
        return table(["rule", "resource", "reason"], rows)

    @staticmethod
    def rule_requirements(batch):
        known = yaml.safe_load(RULE_REQUIREMENTS.read_text(encoding="utf-8"))
        found = {
            each.rule
            for template in templates()
            for scanner in SCANNERS
            for each in batch.findings_in(scanner, template.file)
        }
        unknown, unused = sorted(found - set(known)), sorted(set(known) - found)
        assert not unknown, f"add these rules to rule-requirements.yaml: {unknown}"
        assert not unused, f"remove these rules from rule-requirements.yaml, because nothing reports them: {unused}"
        return [[f"`{rule}`", known[rule]["requires"], known[rule]["key"]] for rule in sorted(found)]
