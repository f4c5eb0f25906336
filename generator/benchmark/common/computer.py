"""Describes the computer of a benchmark run."""

import datetime
import os
import platform
from pathlib import Path


def rows(programs: dict[str, str]) -> dict[str, str]:
    """Returns the first table of the results: the computer, the versions of programs, and the date."""
    return {
        "machine": f"{processor()}, {cores()} cores, {_memory()} GiB of memory",
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "load before": f"{os.getloadavg()[0]:.2f}",
        **programs,
        "date": datetime.datetime.now().astimezone().date().isoformat(),
    }


def cores() -> int:
    return os.cpu_count() or 1


def processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
