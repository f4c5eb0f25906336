"""Reads the scanned templates of examples and of a golden, and removes suppressions from them."""

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
    """A template of a config in one environment."""

    name: str
    environment: str
    production: bool
    file: Path

    def __str__(self):
        return f"{self.name} {self.environment}".strip()

    def read(self):
        """Returns the template as a tree, with the long forms of functions."""
        return json.loads(json.dumps(cfn_yaml.load(str(self.file))))


def templates():
    """Returns the templates of all examples: one per environment, and one for image repositories if there are any."""
    return [template for config in sorted(EXAMPLES.glob("*/config.yaml")) for template in templates_of(config)]


def production():
    """Returns the templates in which each finding has a reason. A golden covers what no example has."""
    return [template for template in [*templates(), *templates_of(GOLDEN)] if template.production]


def templates_of(config):
    tree = yaml.load(config.read_text(encoding="utf-8"), yaml.BaseLoader)
    preset = tree.get("preset", "development")
    presets = {"": preset} | {
        name: (keys or {}).get("preset", preset) for name, keys in tree.get("environments", {}).items()
    }
    for environment, preset_name in presets.items():
        file = config.with_name(f"template.{environment}.yaml" if environment else "template.yaml")
        yield Template(config.parent.name, environment, preset_name == "production", file)
    repositories = config.with_name("template-repositories.yaml")
    if repositories.exists():
        # Repositories are the same in all environments.
        yield Template(f"{config.parent.name} repositories", "", preset == "production", repositories)


@dataclass(frozen=True, order=True)
class Suppression:
    """An accepted finding of one resource, in the form that a scanner reads from the resource's Metadata."""

    dialect: str
    rule: str
    resource: str


@dataclass(frozen=True)
class Dialect:
    """The place in Metadata where a scanner reads suppressions and their reasons."""

    name: str
    section: str
    entries: str
    reason: str

    def suppressions(self, tree):
        """Returns the suppressions with their reasons."""
        return {
            Suppression(self.name, entry["id"], resource): entry[self.reason]
            for resource, body in tree["Resources"].items()
            for entry in body.get("Metadata", {}).get(self.section, {}).get(self.entries, [])
        }

    def without(self, tree, removed):
        """Returns the template without these suppressions."""
        left = copy.deepcopy(tree)
        for suppression in removed:
            section = left["Resources"][suppression.resource]["Metadata"][self.section]
            section[self.entries] = [entry for entry in section[self.entries] if entry["id"] != suppression.rule]
        return left


CHECKOV = Dialect("checkov", "checkov", "skip", "comment")
CDK_NAG = Dialect("cdk-nag", "cdk_nag", "rules_to_suppress", "reason")
DIALECTS = (CHECKOV, CDK_NAG)


@dataclass(frozen=True)
class FindingException:
    """An accepted finding of a scanner that reads no Metadata, in one template or in all."""

    rule: str
    resource: str
    reason: str
    template: str = ""

    def matches(self, template, finding):
        return (self.rule, self.resource) == (finding.rule, finding.resource) and self.template in ("", str(template))


def exceptions():
    return [FindingException(**entry) for entry in yaml.safe_load(EXCEPTIONS.read_text(encoding="utf-8"))]


def without_exceptions(findings, template):
    """Returns the findings without exceptions. Only a template that needs a reason for each finding has exceptions."""
    return {each for each in findings if not any(exception.matches(template, each) for exception in exceptions())}
