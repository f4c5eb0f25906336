"""Runs programs in turn, for several rounds, and measures time, CPU and memory."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from common.console import ProgramError, print_status
from common.spread import Spread


@dataclass(frozen=True)
class Program:
    """A command line with an id, its folder, the file for its output, and its environment variables."""

    id: str
    words: tuple[str, ...]
    folder: Path
    printed: Path
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sample:
    """One run: elapsed seconds, seconds of CPU, and the peak memory in MiB of its largest process."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Timing:
    """The figures of a program over all rounds."""

    wall: Spread
    cpu: Spread
    memory: Spread
    rounds: int


def run(program: Program) -> Sample:
    """Runs a program once.

    The kernel counts the CPU of the program and of all processes that it waited for. The peak memory of a child cannot
    be below the size of this process, because it starts as a copy. So this process must stay small.
    """
    errors = program.printed.with_suffix(".err")
    with program.printed.open("wb") as out, errors.open("wb") as err:
        begin = time.perf_counter()
        child = subprocess.Popen(
            program.words,
            cwd=program.folder,
            env=environment_variables() | program.environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        last = errors.read_text(encoding="utf-8", errors="replace").strip()[-2000:]
        raise ProgramError(f"{' '.join(program.words)} exited with {child.returncode}:\n{last}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def environment_variables() -> dict[str, str]:
    """Returns the environment variables of a program, without any that change how Java, Node.js or the CDK run."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "JAVA_HOME")
    return {name: os.environ[name] for name in kept if name in os.environ}


def measure(programs: list[Program], rounds: Callable[[Program], int]) -> dict[str, Timing]:
    """Runs all programs in turn after a warm-up, so that a busy period of the machine affects all of them.

    Programs with fewer rounds get no warm-up, because they are the same programs with more services.
    """
    samples: dict[str, list[Sample]] = {program.id: [] for program in programs}
    maximum = max(map(rounds, programs))
    print_status("warming up")
    for program in programs:
        if rounds(program) == maximum:
            run(program)
    for turn in range(maximum):
        print_status(f"round {turn + 1}")
        for program in programs:
            if turn < rounds(program):
                samples[program.id].append(run(program))
    return {name: _timing(taken) for name, taken in samples.items()}


def long_rounds(rounds: int) -> int:
    """Returns the rounds of programs that take long. Their figures vary less."""
    return max(1, rounds // 5)


def _timing(samples: list[Sample]) -> Timing:
    return Timing(
        Spread.of([sample.wall for sample in samples]),
        Spread.of([sample.cpu for sample in samples]),
        Spread.of([sample.memory for sample in samples]),
        len(samples),
    )
