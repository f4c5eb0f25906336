"""The machine and the versions that figures belong to."""

import datetime
import os
import platform
import re
from dataclasses import dataclass
from pathlib import Path

from programs import Cdk, Generator, first_line, java


@dataclass(frozen=True)
class Machine:
    """What stands at the head of the results."""

    cores: int
    processor: str
    rows: dict[str, str]
    java: str
    cdk: str

    @staticmethod
    def here(generator: Generator, cdk: Cdk | None) -> "Machine":
        cores, processor, java_version = os.cpu_count() or 1, _processor(), first_line(java("java"), "-version")
        library = f"aws-cdk-lib {cdk.version('aws-cdk-lib')}" if cdk else ""
        rows = {
            "machine": f"{processor}, {cores} cores, {_memory()} GiB of memory",
            "system": f"{platform.system()} {platform.release()} {platform.machine()}",
            "load before": f"{os.getloadavg()[0]:.2f}",
            "Java": java_version,
            "generator": generator.version(),
        }
        if cdk:
            parts = {"constructs": "constructs", "aws-cdk": "CLI", "typescript": "TypeScript"}
            rows["Node.js"] = first_line("node", "--version")
            rows["AWS CDK"] = ", ".join([library, *(f"{name} {cdk.version(part)}" for part, name in parts.items())])
        rows["date"] = datetime.date.today().isoformat()
        return Machine(cores, processor, rows, _number(java_version), library)


def _number(version: str) -> str:
    found = re.search(r"\d+(\.\d+)*", version)
    return found.group() if found else version


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
