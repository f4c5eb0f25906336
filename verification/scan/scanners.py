"""Runs each scanner as its users run it, and reads its findings."""

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
    """A rule that a resource breaks. Without a resource, the finding is about the template."""

    rule: str
    resource: str


class ScannerError(Exception):
    """A scanner failed. The message contains its output."""


class ScannerUnavailableError(Exception):
    """There is no program of a scanner for this machine."""


def run(command, folder, **environment):
    """Runs a scanner without the settings and credentials of the user."""
    variables = {name: os.environ[name] for name in ("PATH", "SystemRoot") if name in os.environ}
    variables |= {"HOME": str(folder), "LC_ALL": "C.UTF-8", "AWS_EC2_METADATA_DISABLED": "true"} | environment
    return subprocess.run(
        [str(word) for word in command], cwd=folder, env=variables, capture_output=True, text=True, check=False
    )


def json_output(result, *codes):
    """Returns the JSON output. Any other exit code than the given ones is an error."""
    if result.returncode not in codes:
        raise ScannerError(f"exit code {result.returncode}: {result.stdout[-2000:]}{result.stderr[-2000:]}")
    return json.loads(result.stdout)


class Checkov:
    """checkov's checks for CloudFormation, in a Python environment of their own."""

    name = "checkov"

    def scan(self, files, folder):
        options = ["--framework", "cloudformation", "--compact", "--quiet", "--skip-download", "--output", "json"]
        program = Path(os.environ["FOLDER_PYTHON"]).with_name("checkov")
        report = json_output(
            run([os.environ["FOLDER_PYTHON"], "-I", "-B", program, *options, "--file", *files], folder), 0, 1
        )
        summary = report.get("summary", {})
        if not summary.get("resource_count") or not summary["passed"] or summary["parsing_errors"]:
            raise ScannerError(f"it did not read all templates: {report}")
        found: dict[Path, set[Finding]] = {file: set() for file in files}
        for check in report["results"]["failed_checks"]:
            resource = check["resource"].rpartition(".")[2]
            found[Path(check["file_abs_path"])].add(Finding(check["check_id"], resource))
        return found


class ControlTower:
    """The proactive controls of AWS Control Tower, which cfn-guard checks."""

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
                f"there is no cfn-guard for {self.system} on {self.processor}, only for Linux and macOS"
            )
        return program

    def scan(self, files, folder):
        rules = ["--rules", self.package / "rules/control-tower/cfn-guard"]
        options = ["--structured", "--show-summary", "none", "--output-format", "json"]
        reports = json_output(run([self.program(), "validate", *rules, "--data", *files, *options], folder), 0, 19)
        found = {Path(report["name"]): set(self.findings(report)) for report in reports}
        if set(found) != set(files):
            raise ScannerError(f"it read {sorted(found)} of {files}")
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
    """Yields each path of the template that a report of cfn-guard contains."""
    if isinstance(tree, dict):
        if isinstance(tree.get("path"), str):
            yield tree["path"]
        tree = list(tree.values())
    if isinstance(tree, list):
        for each in tree:
            yield from paths(each)


class CdkNag:
    """cdk-nag's AWS Solutions pack. Each template becomes a stack of the CDK."""

    name = "cdk-nag (AWS Solutions)"

    def scan(self, files, folder):
        packages = Path(os.environ["FOLDER_PACKAGES"], "node_modules")
        variables = {"NODE_PATH": str(packages), "CDK_VALIDATION": "false", "CDK_OUTDIR": str(folder / "cdk.out")}
        stacks = json_output(run(["node", HERE / "nag.js", *files], folder, **variables), 0)
        for stack in stacks:
            if stack["errors"] or not stack["complies"]:
                raise ScannerError(f"{stack['file']} complies with {stack['complies']} rules: {stack['errors']}")
        return {Path(stack["file"]): {Finding(**finding) for finding in stack["found"]} for stack in stacks}


class CloudFormationValidate:
    """AWS's own linter with all of its rules."""

    name = "cloudformation-validate"
    # I9001 is a note about each property whose change replaces the resource. Every template has some.
    notes = frozenset({"I9001"})

    def __init__(self):
        self.engine = validate.CompositeEngine()

    def scan(self, files, folder):
        return {file: set(self.findings(file)) for file in files}

    def findings(self, file):
        where = validate.PseudoParameterOverrides(region=REGIONS[0])
        report = self.engine.validate_template(str(file), validate.ValidateConfig(pseudo_parameter_overrides=where))
        for diagnostic in report.diagnostics:
            if diagnostic.rule_id not in self.notes:
                yield Finding(diagnostic.rule_id, diagnostic.entity.logical_id if diagnostic.entity else "")


class CfnLint:
    """cfn-lint with all of its rules, also informational and experimental ones."""

    name = "cfn-lint"

    def scan(self, files, folder):
        program = Path(sys.executable).with_name("cfn-lint")
        options = ["--include-checks", "I", "--include-experimental", "--regions", *REGIONS, "--format", "json"]
        matches = json_output(run([program, *options, "--", *files], folder), *range(16))
        found: dict[Path, set[Finding]] = {file: set() for file in files}
        for match in matches:
            path = match["Location"]["Path"] or []
            resource = path[1] if path[:1] == ["Resources"] and len(path) > 1 else ""
            found[Path(match["Filename"])].add(Finding(match["Rule"]["Id"], resource))
        return found


SCANNERS = (Checkov, ControlTower, CdkNag, CloudFormationValidate, CfnLint)
