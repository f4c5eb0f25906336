"""Runs programs one after the other, round after round, and says what each took."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from common.spread import Spread
from common.telling import ProgramError, tell


@dataclass(frozen=True)
class Program:
    """A command line with a name, its surroundings, and the file that takes what it prints."""

    id: str
    words: tuple[str, ...]
    folder: Path
    printed: Path
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sample:
    """One run: seconds on the clock, seconds of CPU, and the most memory in MiB of any of its processes."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Timing:
    """What a program took over all rounds."""

    wall: Spread
    cpu: Spread
    memory: Spread
    rounds: int


def run(program: Program) -> Sample:
    """
    Runs a program once. The kernel counts the CPU of it and of all processes that it waited for.

    A child's peak cannot be below this process's own size, since it begins as its copy: keep that small.
    """
    told = program.printed.with_suffix(".err")
    with program.printed.open("wb") as out, told.open("wb") as err:
        begin = time.perf_counter()
        child = subprocess.Popen(
            program.words,
            cwd=program.folder,
            env=surroundings() | program.environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        last = told.read_text(encoding="utf-8", errors="replace").strip()[-2000:]
        raise ProgramError(f"{' '.join(program.words)} ended with {child.returncode}:\n{last}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def surroundings() -> dict[str, str]:
    """What a program sees of the environment: nothing that would change how Java, Node or the CDK run."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "JAVA_HOME")
    return {name: os.environ[name] for name in kept if name in os.environ}


def measure(programs: list[Program], rounds: Callable[[Program], int]) -> dict[str, Timing]:
    """
    Runs all of them in turn, so that a busy moment meets everyone, once the file cache is warm. Those that run less
    often need no turn for that: they are others over again, with more services.
    """
    samples: dict[str, list[Sample]] = {program.id: [] for program in programs}
    most = max(map(rounds, programs))
    tell("warming up")
    for program in programs:
        if rounds(program) == most:
            run(program)
    for turn in range(most):
        tell(f"round {turn + 1}")
        for program in programs:
            if turn < rounds(program):
                samples[program.id].append(run(program))
    return {name: _timing(taken) for name, taken in samples.items()}


def long_rounds(rounds: int) -> int:
    """Rounds of what takes long, which varies less and would take hours."""
    return max(1, rounds // 5)


def _timing(samples: list[Sample]) -> Timing:
    return Timing(
        Spread.of([sample.wall for sample in samples]),
        Spread.of([sample.cpu for sample in samples]),
        Spread.of([sample.memory for sample in samples]),
        len(samples),
    )
