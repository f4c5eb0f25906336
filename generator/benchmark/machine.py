"""Describes the machine and the versions of the programs."""

import re
from dataclasses import dataclass

from common import computer
from programs import Cdk, Generator, first_line, java


@dataclass(frozen=True)
class Machine:
    """The first table of the results."""

    cores: int
    processor: str
    rows: dict[str, str]
    java: str
    cdk: str

    @staticmethod
    def here(generator: Generator, cdk: Cdk | None) -> "Machine":
        java_version = first_line(java("java"), "-version")
        library = f"aws-cdk-lib {cdk.version('aws-cdk-lib')}" if cdk else ""
        versions = {"Java": java_version, "generator": generator.version()}
        if cdk:
            parts = {"constructs": "constructs", "aws-cdk": "CLI", "typescript": "TypeScript"}
            versions["Node.js"] = first_line("node", "--version")
            versions["AWS CDK"] = ", ".join([library, *(f"{name} {cdk.version(part)}" for part, name in parts.items())])
        return Machine(computer.cores(), computer.processor(), computer.rows(versions), _number(java_version), library)


def _number(version: str) -> str:
    found = re.search(r"\d+(\.\d+)*", version)
    return found.group() if found else version
