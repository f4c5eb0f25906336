"""What a run scans: each scanner gets all of its files at once, since starting one takes longest."""

from __future__ import annotations

import json
import logging
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from scanners import SCANNERS, ScannerUnavailableError
from templates import CDK_NAG, CHECKOV, production, templates

log = logging.getLogger("scan")

DIALECT_OF = {"checkov": CHECKOV, "cdk-nag (AWS Solutions)": CDK_NAG}


class Batch:
    """The files of a run, and what is found in them."""

    def __init__(self, folder, more=()):
        self.folder = folder
        self.whole = {template: template.read() for template in dict.fromkeys([*templates(), *production()])}
        self.more = list(more)
        self.bad = self.written("bad", bad(self.whole[production()[0]]))
        self.bare, self.short = {}, {}
        for dialect in DIALECT_OF.values():
            self.change(dialect)
        self.found, self.missing = {}, {}

    def change(self, dialect):
        """Templates without what is suppressed in them: without all of it, and without one, once for each rule."""
        seen = set()
        for template in production():
            tree = self.whole[template]
            suppressions = dialect.suppressions(tree)
            name = f"{dialect.name} {template}"
            self.bare[dialect, template] = self.written(name, dialect.without(tree, suppressions))
            for one in sorted(suppressions):
                if one.rule not in seen:
                    seen.add(one.rule)
                    self.short[dialect, template, one] = self.written(
                        f"{name} {one.rule}", dialect.without(tree, [one])
                    )

    def written(self, name, tree):
        file = self.folder / (name.replace(" ", "-") + ".template.json")
        file.write_text(json.dumps(tree), encoding="utf-8")
        return file

    def scan(self):
        with ThreadPoolExecutor(2) as pool:
            runs = {scanner: pool.submit(self.scanned, scanner) for scanner in SCANNERS}
            for scanner, run in runs.items():
                try:
                    self.found[scanner] = run.result()
                except ScannerUnavailableError as missing:
                    self.miss(scanner, missing)
        return self

    def miss(self, scanner, missing):
        self.missing[scanner] = f"{scanner.name} has NOT scanned, for want of {missing}"
        log.warning("SKIPPED: %s", self.missing[scanner])

    def scanned(self, scanner):
        mine = DIALECT_OF.get(scanner.name)
        files = [template.file for template in self.whole] + [self.bad, *self.more]
        files += [file for (dialect, *_), file in (self.bare | self.short).items() if dialect is mine]
        folder = self.folder / scanner.__name__
        folder.mkdir()
        return scanner().scan(files, folder)

    def of(self, scanner, file):
        """What a scanner has found in a file; where it is missing the test is left, and where CI is set it fails."""
        if scanner in self.missing:
            leave = pytest.skip if os.environ.get("CI", "") in ("", "false") else pytest.fail
            leave(self.missing[scanner])
        return self.found[scanner][file]


def bad(tree):
    """A template with one resource more, which every scanner has something against."""
    open_to_all = {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"}
    group = {
        "Type": "AWS::EC2::SecurityGroup",
        # The reference says so already: cfn-lint's W3005.
        "DependsOn": "Vpc",
        "Properties": {
            "GroupDescription": "SSH for everybody",
            "VpcId": {"Ref": "Vpc"},
            "SecurityGroupIngress": [open_to_all],
        },
    }
    return tree | {"Resources": tree["Resources"] | {"Bad": group}}
