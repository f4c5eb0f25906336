"""Sends requests with wrk, as fast as the server answers or at a constant rate."""

import json
import math
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from common.console import PrerequisiteError, ProgramError

SCRIPT = Path(__file__).resolve().with_name("load.lua")


@dataclass(frozen=True)
class Answers:
    """Successful responses per second, their latencies in milliseconds, and the number of failed requests."""

    seconds: float
    per_second: float
    p50: float
    p99: float
    failed: int


def require() -> None:
    if not shutil.which("wrk"):
        raise PrerequisiteError("wrk is missing; run: apt-get install wrk")


def version() -> str:
    # `wrk --version` exits with 1
    result = subprocess.run(["wrk", "--version"], check=False, capture_output=True, text=True)
    return (result.stdout + result.stderr).partition(" [")[0].strip()


def send_requests(url: str, connections: int, seconds: int, rate: int | None = None) -> Answers:
    words = ["wrk", "--threads=1", f"--connections={connections}", f"--duration={seconds}s", "--timeout=10s"]
    words += [f"--script={SCRIPT}", url, *(["--", str(rate)] if rate else [])]
    try:
        result = subprocess.run(words, check=False, capture_output=True, text=True, timeout=seconds + 60)
    except subprocess.TimeoutExpired:
        raise ProgramError(f"`{' '.join(words)}` did not end") from None
    lines = [line for line in result.stdout.splitlines() if line.startswith("{")]
    if result.returncode != 0 or not lines:
        raise ProgramError(f"`{' '.join(words)}` failed:\n{(result.stdout + result.stderr).strip()[-2000:]}")
    return _read(json.loads(lines[-1]))


def _read(values: dict[str, int]) -> Answers:
    seconds, good = values["micros"] / 1e6, values["requests"] - values["status"]
    # without a successful response, there is no latency
    p50, p99 = (values[key] / 1e3 if good > 0 else math.inf for key in ("p50", "p99"))
    return Answers(seconds, good / seconds, p50, p99, values["status"] + values["broken"])
