"""Runs the CDK programs of the generator's benchmark."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "generator" / "benchmark"))

from measure import run
from programs import Cdk
from sizes import template
from systems import seed, two_services

SYSTEMS = {"seed": seed, "two-services": two_services}


def synthesize():
    """Returns their templates by the name of the example."""
    cdk = Cdk()
    programs = {name: cdk.program(system(), validated=False) for name, system in SYSTEMS.items()}
    for program in programs.values():
        run(program)
    return {name: template(program) for name, program in programs.items()}
