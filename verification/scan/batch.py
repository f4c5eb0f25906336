"""Scans all templates. Each scanner runs once with all files, because its start takes longest."""

from __future__ import annotations

import json
import logging
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from scanners import SCANNERS, ScannerUnavailableError
from templates import CDK_NAG, CHECKOV, production, templates

log = logging.getLogger("scan")

DIALECTS_BY_SCANNER = {"checkov": CHECKOV, "cdk-nag (AWS Solutions)": CDK_NAG}


class Batch:
    """The files of a run, and the findings in them."""

    def __init__(self, folder, more=()):
        self.folder = folder
        self.trees = {template: template.read() for template in dict.fromkeys([*templates(), *production()])}
        self.more = list(more)
        self.bad = self.write("bad", bad(self.trees[production()[0]]))
        self.unsuppressed, self.one_unsuppressed = {}, {}
        for dialect in DIALECTS_BY_SCANNER.values():
            self.write_without_suppressions(dialect)
        self.found, self.unavailable = {}, {}

    def write_without_suppressions(self, dialect):
        """Writes templates without suppressions: without all of them, and, once per rule, without a single one."""
        seen = set()
        for template in production():
            tree = self.trees[template]
            suppressions = dialect.suppressions(tree)
            name = f"{dialect.name} {template}"
            self.unsuppressed[dialect, template] = self.write(name, dialect.without(tree, suppressions))
            for suppression in sorted(suppressions):
                if suppression.rule not in seen:
                    seen.add(suppression.rule)
                    self.one_unsuppressed[dialect, template, suppression] = self.write(
                        f"{name} {suppression.rule}", dialect.without(tree, [suppression])
                    )

    def write(self, name, tree):
        file = self.folder / (name.replace(" ", "-") + ".template.json")
        file.write_text(json.dumps(tree), encoding="utf-8")
        return file

    def scan(self):
        with ThreadPoolExecutor(2) as pool:
            runs = {scanner: pool.submit(self.run_scanner, scanner) for scanner in SCANNERS}
            for scanner, run in runs.items():
                try:
                    self.found[scanner] = run.result()
                except ScannerUnavailableError as error:
                    self.mark_unavailable(scanner, error)
        return self

    def mark_unavailable(self, scanner, error):
        self.unavailable[scanner] = f"{scanner.name} did NOT scan: {error}"
        log.warning("SKIPPED: %s", self.unavailable[scanner])

    def run_scanner(self, scanner):
        mine = DIALECTS_BY_SCANNER.get(scanner.name)
        files = [template.file for template in self.trees] + [self.bad, *self.more]
        files += [
            file for (dialect, *_), file in (self.unsuppressed | self.one_unsuppressed).items() if dialect is mine
        ]
        folder = self.folder / scanner.__name__
        folder.mkdir()
        return scanner().scan(files, folder)

    def findings_in(self, scanner, file):
        """Returns the findings of a scanner in a file.

        Without the scanner, skips the test, or fails it if CI is set.
        """
        if scanner in self.unavailable:
            end = pytest.skip if os.environ.get("CI", "") in ("", "false") else pytest.fail
            end(self.unavailable[scanner])
        return self.found[scanner][file]


def bad(tree):
    """Returns the template with a resource in which every scanner finds something."""
    open_to_all = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"}
    group = {
        "Type": "AWS::EC2::SecurityGroup",
        # The reference already defines this order, so cfn-lint reports W3005.
        "DependsOn": "Vpc",
        "Properties": {
            "GroupDescription": "SSH for everybody",
            "VpcId": {"Ref": "Vpc"},
            "SecurityGroupIngress": [open_to_all],
        },
    }
    return tree | {"Resources": tree["Resources"] | {"Bad": group}}
