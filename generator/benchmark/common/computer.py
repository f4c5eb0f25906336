"""The computer that figures belong to."""

import datetime
import os
import platform
from pathlib import Path


def rows(programs: dict[str, str]) -> dict[str, str]:
    """What stands at the head of results: the computer, the programs' versions, and the day."""
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
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
