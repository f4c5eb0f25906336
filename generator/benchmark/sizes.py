"""How large templates are, and how many services fit where no bucket is needed."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from common.telling import PrerequisiteError
from measure import run
from programs import Cdk, Generator, template
from sameness import differences
from systems import System, default, seed, two_services

# What CloudFormation takes in a request; more goes by way of a bucket.
REQUEST_BYTES = 51_200
# More services than fit in any shape and form.
FAR_TOO_MANY = 64
# The type of a resource stands at its place in the generator's YAML, and nothing else does.
TYPE = re.compile(r"^    Type: ", re.MULTILINE)
SHAPES: dict[str, Callable[[int], System]] = {"default": default, "seed": seed, "two-services": two_services}
FORMS = ("YAML", "`--compact`", "CDK", "CDK, smallest")


@dataclass(frozen=True)
class Size:
    bytes: int
    resources: int


class Sizes:
    """Templates of systems in every form, each made once."""

    def __init__(self, generator: Generator, cdk: Cdk | None):
        self.generator = generator
        self.cdk = cdk
        self.known: dict[tuple[str, str], Size] = {}

    def forms(self) -> tuple[str, ...]:
        return FORMS if self.cdk else FORMS[:2]

    def of(self, system: System, form: str) -> Size:
        key = system.name, form
        if key not in self.known:
            self.known[key] = self._made(system, form)
        return self.known[key]

    def _made(self, system: System, form: str) -> Size:
        if form.startswith("CDK"):
            program = self._cdk().program(system, validated=False, smallest=form != "CDK")
            made = template(program)
        else:
            program = self.generator.render(system, *(("--compact",) if form != "YAML" else ()))
            made = program.printed
        run(program)
        content = made.read_text(encoding="utf-8")
        resources = TYPE.findall(content) if form == "YAML" else json.loads(content)["Resources"]
        return Size(made.stat().st_size, len(resources))

    def _cdk(self) -> Cdk:
        if self.cdk is None:
            raise PrerequisiteError("the CDK is not installed")
        return self.cdk

    def most(self, shape: str, form: str) -> int:
        """The most services of a shape whose template needs no bucket."""
        fit, too_many = 0, FAR_TOO_MANY
        while too_many - fit > 1:
            middle = (fit + too_many) // 2
            if self.of(SHAPES[shape](middle), form).bytes <= REQUEST_BYTES:
                fit = middle
            else:
                too_many = middle
        return fit

    def differences(self, system: System) -> list[str]:
        """What the CDK program builds otherwise than the generator."""
        ours, theirs = self.generator.render(system, "--compact"), self._cdk().program(system, validated=False)
        run(ours)
        run(theirs)
        return differences(_json(ours.printed), _json(template(theirs)))


def _json(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))
