"""Asks a server as fast as it answers, or so many times in a second, by wrk."""

import json
import math
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from common.telling import PrerequisiteError, ProgramError

SCRIPT = Path(__file__).resolve().with_name("load.lua")


@dataclass(frozen=True)
class Answers:
    """What came: requests with a good answer per second, milliseconds until then, and how many had no good answer."""

    seconds: float
    per_second: float
    p50: float
    p99: float
    failed: int


def need() -> None:
    if not shutil.which("wrk"):
        raise PrerequisiteError("there is no wrk: apt-get install wrk")


def version() -> str:
    # it ends with 1 where it is only asked for its version
    told = subprocess.run(["wrk", "--version"], capture_output=True, text=True, check=False)
    return (told.stdout + told.stderr).partition(" [")[0].strip()


def ask(url: str, connections: int, seconds: int, rate: int | None = None) -> Answers:
    words = ["wrk", "--threads=1", f"--connections={connections}", f"--duration={seconds}s", "--timeout=10s"]
    words += [f"--script={SCRIPT}", url, *(["--", str(rate)] if rate else [])]
    try:
        told = subprocess.run(words, capture_output=True, text=True, timeout=seconds + 60, check=False)
    except subprocess.TimeoutExpired:
        raise ProgramError(f"`{' '.join(words)}` did not end") from None
    lines = [line for line in told.stdout.splitlines() if line.startswith("{")]
    if told.returncode != 0 or not lines:
        raise ProgramError(f"`{' '.join(words)}` failed:\n{(told.stdout + told.stderr).strip()[-2000:]}")
    return _read(json.loads(lines[-1]))


def _read(told: dict[str, int]) -> Answers:
    seconds, good = told["micros"] / 1e6, told["requests"] - told["status"]
    # nobody was quick who gave no good answer at all
    p50, p99 = (told[key] / 1e3 if good > 0 else math.inf for key in ("p50", "p99"))
    return Answers(seconds, good / seconds, p50, p99, told["status"] + told["broken"])
