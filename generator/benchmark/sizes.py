"""Measures the size of templates, and how many services fit in a request."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from common.console import PrerequisiteError
from comparison import differences
from measure import run
from programs import Cdk, Generator, template
from systems import System, default, seed, two_services

# CloudFormation's limit for a template in a request. Larger templates need a bucket.
REQUEST_BYTES = 51_200
# More services than fit in any template.
UPPER_BOUND = 64
# In the generator's YAML, only the type of a resource is at this place.
TYPE = re.compile(r"^    Type: ", re.MULTILINE)
SHAPES: dict[str, Callable[[int], System]] = {"default": default, "seed": seed, "two-services": two_services}
FORMS = ("YAML", "`--compact`", "CDK", "CDK, smallest")


@dataclass(frozen=True)
class Size:
    bytes: int
    resources: int


class Sizes:
    """The sizes of systems in each form. Each template is created once."""

    def __init__(self, generator: Generator, cdk: Cdk | None):
        self.generator = generator
        self.cdk = cdk
        self.known: dict[tuple[str, str], Size] = {}

    def forms(self) -> tuple[str, ...]:
        return FORMS if self.cdk else FORMS[:2]

    def of(self, system: System, form: str) -> Size:
        key = system.name, form
        if key not in self.known:
            self.known[key] = self._measure(system, form)
        return self.known[key]

    def _measure(self, system: System, form: str) -> Size:
        if form.startswith("CDK"):
            program = self._cdk().program(system, validated=False, smallest=form != "CDK")
            file = template(program)
        else:
            program = self.generator.render(system, *(("--compact",) if form != "YAML" else ()))
            file = program.printed
        run(program)
        content = file.read_text(encoding="utf-8")
        resources = TYPE.findall(content) if form == "YAML" else json.loads(content)["Resources"]
        return Size(file.stat().st_size, len(resources))

    def _cdk(self) -> Cdk:
        if self.cdk is None:
            raise PrerequisiteError("the CDK is not installed")
        return self.cdk

    def max_services(self, shape: str, form: str) -> int:
        """Returns the largest number of services of a shape whose template needs no bucket."""
        fit, too_many = 0, UPPER_BOUND
        while too_many - fit > 1:
            middle = (fit + too_many) // 2
            if self.of(SHAPES[shape](middle), form).bytes <= REQUEST_BYTES:
                fit = middle
            else:
                too_many = middle
        return fit

    def differences(self, system: System) -> list[str]:
        """Returns the differences between the CDK program's template and the generator's."""
        ours, theirs = self.generator.render(system, "--compact"), self._cdk().program(system, validated=False)
        run(ours)
        run(theirs)
        return differences(_json(ours.printed), _json(template(theirs)))


def _json(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))
