"""The templates that are scanned, those of examples and a golden, and how one is read and changed."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from pathlib import Path

import yaml
from cfnlint.decode import cfn_yaml

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
GOLDEN = ROOT / "generator/src/test/resources/golden/valid/suppressions/config.yaml"
EXCEPTIONS = Path(__file__).with_name("exceptions.yaml")


@dataclass(frozen=True, order=True)
class Template:
    """What a config makes in one environment, with its file as it lies there."""

    name: str
    environment: str
    production: bool
    file: Path

    def __str__(self):
        return f"{self.name} {self.environment}".strip()

    def read(self):
        """The template as a tree, with the short forms of functions written out."""
        return json.loads(json.dumps(cfn_yaml.load(str(self.file))))


def templates():
    """Returns the templates of all examples: one per environment, and one for image repositories if there are any."""
    return [template for config in sorted(EXAMPLES.glob("*/config.yaml")) for template in of(config)]


def production():
    """The templates that have to have a reason for each finding; a golden is among them, for what no example has."""
    return [template for template in [*templates(), *of(GOLDEN)] if template.production]


def of(config):
    tree = yaml.load(config.read_text(encoding="utf-8"), yaml.BaseLoader)
    preset = tree.get("preset", "development")
    presets = {"": preset} | {
        name: (keys or {}).get("preset", preset) for name, keys in tree.get("environments", {}).items()
    }
    for environment, said in presets.items():
        file = config.with_name(f"template.{environment}.yaml" if environment else "template.yaml")
        yield Template(config.parent.name, environment, said == "production", file)
    repositories = config.with_name("template-repositories.yaml")
    if repositories.exists():
        # They are those of all environments, and of the config as it is.
        yield Template(f"{config.parent.name} repositories", "", preset == "production", repositories)


@dataclass(frozen=True, order=True)
class Suppression:
    """That one finding of one resource is known, as a scanner reads it in the resource's Metadata."""

    dialect: str
    rule: str
    resource: str


@dataclass(frozen=True)
class Dialect:
    """Where a scanner reads what is suppressed, and in which key it reads why."""

    name: str
    section: str
    entries: str
    reason: str

    def suppressions(self, tree):
        """With their reasons."""
        return {
            Suppression(self.name, entry["id"], resource): entry[self.reason]
            for resource, body in tree["Resources"].items()
            for entry in body.get("Metadata", {}).get(self.section, {}).get(self.entries, [])
        }

    def without(self, tree, gone):
        """The template without these suppressions."""
        left = copy.deepcopy(tree)
        for suppression in gone:
            section = left["Resources"][suppression.resource]["Metadata"][self.section]
            section[self.entries] = [entry for entry in section[self.entries] if entry["id"] != suppression.rule]
        return left


CHECKOV = Dialect("checkov", "checkov", "skip", "comment")
CDK_NAG = Dialect("cdk-nag", "cdk_nag", "rules_to_suppress", "reason")
DIALECTS = (CHECKOV, CDK_NAG)


@dataclass(frozen=True)
class Exceptional:
    """That a finding stays, said beside the scanner, which reads nothing in a template; of one template or of any."""

    rule: str
    resource: str
    reason: str
    template: str = ""

    def matches(self, template, finding):
        return (self.rule, self.resource) == (finding.rule, finding.resource) and self.template in ("", str(template))


def exceptions():
    return [Exceptional(**entry) for entry in yaml.safe_load(EXCEPTIONS.read_text(encoding="utf-8"))]


def unexcepted(findings, template):
    """The findings in a template that has to have a reason for each."""
    return {each for each in findings if not any(one.matches(template, each) for one in exceptions())}
