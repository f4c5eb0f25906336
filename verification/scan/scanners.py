"""The scanners, each run as its users run it, and what they find."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import cloudformation_validate as validate

HERE = Path(__file__).parent
REGIONS = ("ap-northeast-1", "us-east-1", "eu-west-1")


@dataclass(frozen=True, order=True)
class Finding:
    """What a rule has against a resource, or against the template where that is empty."""

    rule: str
    resource: str


class ScannerError(Exception):
    """A scanner that has not scanned, with its words."""


class ScannerUnavailableError(Exception):
    """A scanner that there is no program of for this machine, with what is missing."""


def run(command, folder, **environment):
    """A scanner's process, which sees no settings and credentials of whoever runs it."""
    told = {name: os.environ[name] for name in ("PATH", "SystemRoot") if name in os.environ}
    told |= {"HOME": str(folder), "LC_ALL": "C.UTF-8", "AWS_EC2_METADATA_DISABLED": "true"} | environment
    return subprocess.run(
        [str(word) for word in command], cwd=folder, env=told, capture_output=True, text=True, check=False
    )


def printed(result, *codes):
    """What it printed as JSON; its exit code has to be one of those with which it has scanned."""
    if result.returncode not in codes:
        raise ScannerError(f"exit code {result.returncode}: {result.stdout[-2000:]}{result.stderr[-2000:]}")
    return json.loads(result.stdout)


class Checkov:
    """Its own checks of CloudFormation, by a Python of its own."""

    name = "checkov"

    def scan(self, files, folder):
        options = ["--framework", "cloudformation", "--compact", "--quiet", "--skip-download", "--output", "json"]
        program = Path(os.environ["FOLDER_PYTHON"]).with_name("checkov")
        told = printed(
            run([os.environ["FOLDER_PYTHON"], "-I", "-B", program, *options, "--file", *files], folder), 0, 1
        )
        summary = told.get("summary", {})
        if not summary.get("resource_count") or not summary["passed"] or summary["parsing_errors"]:
            raise ScannerError(f"it has read nothing, or not all: {told}")
        found: dict[Path, set[Finding]] = {file: set() for file in files}
        for check in told["results"]["failed_checks"]:
            resource = check["resource"].rpartition(".")[2]
            found[Path(check["file_abs_path"])].add(Finding(check["check_id"], resource))
        return found


class ControlTower:
    """The proactive controls of AWS Control Tower, by cfn-guard."""

    name = "Control Tower (cfn-guard)"
    control = re.compile(r"\[(CT\.[A-Z0-9]+\.PR\.\d+)\]")

    def __init__(self, system=sys.platform, processor=None):
        processor = processor or platform.machine()
        self.package = Path(os.environ["FOLDER_PACKAGES"], "node_modules/@cdklabs/cdk-validator-cfnguard")
        self.system = {"linux": "ubuntu", "darwin": "macos"}.get(system, system)
        self.processor = {"arm64": "aarch64", "amd64": "x86_64"}.get(processor.lower(), processor)

    def program(self):
        program = self.package / "bin" / self.system / self.processor / "cfn-guard"
        if not program.exists():
            raise ScannerUnavailableError(
                f"a cfn-guard for {self.system} on {self.processor}: its package has those of Linux and macOS"
            )
        return program

    def scan(self, files, folder):
        rules = ["--rules", self.package / "rules/control-tower/cfn-guard"]
        options = ["--structured", "--show-summary", "none", "--output-format", "json"]
        reports = printed(run([self.program(), "validate", *rules, "--data", *files, *options], folder), 0, 19)
        found = {Path(report["name"]): set(self.findings(report)) for report in reports}
        if set(found) != set(files):
            raise ScannerError(f"it has read {sorted(found)} of {files}")
        return found

    def findings(self, report):
        if not report["compliant"]:
            raise ScannerError(f"{report['name']} complies with no rule at all")
        for failed in report["not_compliant"]:
            control = self.control.search(json.dumps(failed))
            rule = control.group(1) if control else failed["Rule"]["name"]
            resources = {path.split("/")[2] for path in paths(failed) if path.startswith("/Resources/")}
            yield from (Finding(rule, resource) for resource in resources or {""})


def paths(tree):
    """Every place of the template that a report of cfn-guard names."""
    if isinstance(tree, dict):
        if isinstance(tree.get("path"), str):
            yield tree["path"]
        tree = list(tree.values())
    if isinstance(tree, list):
        for each in tree:
            yield from paths(each)


class CdkNag:
    """The AWS Solutions pack, over each template as a stack of the CDK."""

    name = "cdk-nag (AWS Solutions)"

    def scan(self, files, folder):
        packages = Path(os.environ["FOLDER_PACKAGES"], "node_modules")
        told = {"NODE_PATH": str(packages), "CDK_VALIDATION": "false", "CDK_OUTDIR": str(folder / "cdk.out")}
        stacks = printed(run(["node", HERE / "nag.js", *files], folder, **told), 0)
        for stack in stacks:
            if stack["broken"] or not stack["complies"]:
                raise ScannerError(f"{stack['file']} complies with {stack['complies']} rules: {stack['broken']}")
        return {Path(stack["file"]): {Finding(**finding) for finding in stack["found"]} for stack in stacks}


class CloudFormationValidate:
    """AWS's own linter, all of its rules."""

    name = "cloudformation-validate"
    # I9001 notes each property whose change replaces the resource, whatever its value. Every template has some.
    notes = frozenset({"I9001"})

    def __init__(self):
        self.engine = validate.CompositeEngine()

    def scan(self, files, folder):
        return {file: set(self.findings(file)) for file in files}

    def findings(self, file):
        where = validate.PseudoParameterOverrides(region=REGIONS[0])
        report = self.engine.validate_template(str(file), validate.ValidateConfig(pseudo_parameter_overrides=where))
        for told in report.diagnostics:
            if told.rule_id not in self.notes:
                yield Finding(told.rule_id, told.entity.logical_id if told.entity else "")


class CfnLint:
    """All of its rules too, informational and experimental ones included."""

    name = "cfn-lint"

    def scan(self, files, folder):
        program = Path(sys.executable).with_name("cfn-lint")
        options = ["--include-checks", "I", "--include-experimental", "--regions", *REGIONS, "--format", "json"]
        told = printed(run([program, *options, "--", *files], folder), *range(16))
        found: dict[Path, set[Finding]] = {file: set() for file in files}
        for match in told:
            path = match["Location"]["Path"] or []
            resource = path[1] if path[:1] == ["Resources"] and len(path) > 1 else ""
            found[Path(match["Filename"])].add(Finding(match["Rule"]["Id"], resource))
        return found


SCANNERS = (Checkov, ControlTower, CdkNag, CloudFormationValidate, CfnLint)
