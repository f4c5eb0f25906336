"""Formats the results as a page, and their summary."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from common.page import listed, table
from common.spread import Spread
from programs import Program
from trial import MEBIBYTES, PATHS, Load, Size, Trial

RECORDED = Path(__file__).resolve().with_name("results.md")
GOAL = 10
WRITTEN_BY = (
    "Written by `python3 archetype/benchmark/run.py --record`. [docs/performance.md](../../docs/performance.md)"
    " has a summary.\n"
)
HEADING = "The scaffolded service"
NAMES = listed([f"`{path}`" for path in PATHS])
LOAD = ["p50", "p99", "CPU used", "failed"]
NOTES = f"""\
- Both programs have the same endpoints: `/message` returns the program's name, `/request` returns the messages of two
  peers. The service is the image of `archetype/service`. Express is the program in `archetype/containers/express`. It
  calls its peers in sequence, as the original does; the service calls them in parallel.
- `run` in the image chooses a JVM compiler by the available CPU. Both compilers are measured: C1 has
  `-XX:TieredStopAtLevel=1`, C2 has 4. All other options are those of `run`.
- Each trial uses a new container with {MEBIBYTES} MiB of memory and its own processor. The load generator, DNS and the
  peers use the other processors. The peers are nginx with one fixed response, so that only the caller is measured.
  DNS is the same as in the container tests: A and SRV records with a TTL of 10 s, behind a cache.
- The programs take turns in each round, so that a busy period of the machine affects all of them. Figures are medians
  over the rounds; failures are sums. A trial consists of a start, and of a warm-up, full load and equal load on each
  path. All loads have the same length, except a warm-up of twice that length on 1 CPU. At 0.25 CPU the figures show
  the first minute, in which the JVM still compiles.
- At full load, `wrk` sends the next request when a response has arrived. "CPU used" is the share of its CPU that the
  program used. If it is well below 100 %, something else was the limit, and requests per second of CPU time are more
  meaningful. Only responses with status 2xx or 3xx count as requests.
- Equal load is half of the rate of Express in the first round. `wrk` sends with one schedule for all connections, with
  millisecond precision, from its `delay()`. For a slow response it also counts the requests that its connection would
  have sent meanwhile, so pauses are visible.
- The first response is the first successful one on `/message`, measured from when the engine started the process, with
  a request every 5 ms. Memory is the resident memory of the process: after the first responses, and the maximum in a
  trial.
"""


@dataclass(frozen=True)
class Report:
    """All measurements, and the ratios between them. The first program is the baseline."""

    rows: dict[str, str]
    programs: list[Program]
    sizes: tuple[Size, ...]
    rates: dict[str, dict[str, int]]
    trials: dict[tuple[str, str], list[Trial]]

    def text(self) -> str:
        parts = [
            "# Benchmark of the service\n",
            WRITTEN_BY,
            table(["", ""], [[name, value] for name, value in self.rows.items()]),
            "## Full load\n",
            table(
                ["", "path", "program", "requests/s", "min to max", *LOAD, "÷ Express", "per CPU s", "÷ Express"],
                self._each_path(self._full),
            ),
            "## Equal load\n",
            table(
                ["", "path", "program", "sent/s", "answered/s", *LOAD, "p99 ÷ Express"],
                self._each_path(self._paced),
            ),
            "## Start and memory\n",
            table(
                ["", "program", "first response", "min to max", "memory then", "max memory"],
                [self._start_row(size, program) for size in self.sizes for program in self.programs],
            ),
            "## Ratios\n",
            "".join(f"- {line}\n" for line in self._ratios()),
            "## Goals\n",
            table(["goal, on 1 CPU", *(program.name for program in self.programs[1:])], self._goals()),
            "## What is compared\n",
            NOTES,
            "## Summary\n",
            self.summary(),
        ]
        return "\n".join(parts)

    def has_gaps(self) -> bool:
        """Returns whether a load had no successful response."""
        lives = [trial for trials in self.trials.values() for trial in trials]
        loads = [load for trial in lives for load in (*trial.full.values(), *trial.paced.values())]
        return any(load.answers.per_second == 0 for load in loads)

    def summary(self) -> str:
        """Returns the main figures of the larger size."""
        size = self.sizes[0]
        figures = [(f"requests per second, `{path}`", _rate(path), whole) for path in PATHS]
        figures += [(f"p99 at equal load, `{path}`", _p99(path), milliseconds) for path in PATHS]
        figures += [("first answer after", _first_answer, seconds), ("most memory", _most_memory, mebibytes)]
        rows = [
            [name, *(write(self._of(size, program, figure).median) for program in self.programs)]
            for name, figure, write in figures
        ]
        return f"Medians on {size.name}:\n\n" + table(["", *(self._name(size, each) for each in self.programs)], rows)

    def _each_path(self, row: Callable[[Size, str, Program], list[str]]) -> list[list[str]]:
        return [
            [size.name, f"`{path}`", self._name(size, program), *row(size, path, program)]
            for size in self.sizes
            for path in PATHS
            for program in self.programs
        ]

    def _full(self, size: Size, path: str, program: Program) -> list[str]:
        rate = self._of(size, program, _rate(path))
        return [
            f"{rate.median:,.0f}",
            f"{rate.minimum:,.0f} to {rate.maximum:,.0f}",
            *self._load(size, program, lambda trial: trial.full[path]),
            f"{self._ratio(size, program, _rate(path)):.1f}",
            f"{self._of(size, program, _efficiency(path)).median:,.0f}",
            f"{self._ratio(size, program, _efficiency(path)):.1f}",
        ]

    def _paced(self, size: Size, path: str, program: Program) -> list[str]:
        return [
            f"{self.rates[size.name][path]:,}",
            f"{self._of(size, program, lambda trial: trial.paced[path].answers.per_second).median:,.0f}",
            *self._load(size, program, lambda trial: trial.paced[path]),
            f"{self._ratio(size, program, _p99(path)):.2f}",
        ]

    def _load(self, size: Size, program: Program, load: Callable[[Trial], Load]) -> list[str]:
        return [
            milliseconds(self._of(size, program, lambda trial: load(trial).answers.p50).median),
            milliseconds(self._of(size, program, lambda trial: load(trial).answers.p99).median),
            f"{self._of(size, program, lambda trial: load(trial).busy).median:.0%}".replace("%", " %"),
            f"{sum(load(trial).answers.failed for trial in self.trials[size.name, program.id]):,}",
        ]

    def _start_row(self, size: Size, program: Program) -> list[str]:
        first = self._of(size, program, _first_answer)
        return [
            size.name,
            self._name(size, program),
            seconds(first.median),
            f"{first.minimum:.2f} to {seconds(first.maximum)}",
            mebibytes(self._of(size, program, lambda trial: trial.memory).median),
            mebibytes(self._of(size, program, _most_memory).median),
        ]

    def _ratios(self) -> list[str]:
        return [
            f"{size.name}, {self._name(size, program)}: {self._times(size, program, _rate)} times the requests per"
            f" second of Express on {NAMES}, {self._times(size, program, _efficiency)} times per second of CPU time;"
            f" at equal load {self._p99_ratios(size, program)} times its p99;"
            f" {self._ratio(size, program, _first_answer):.1f} times its time to the first response;"
            f" {self._ratio(size, program, _most_memory):.1f} times its maximum memory"
            for size in self.sizes
            for program in self.programs[1:]
        ]

    def _goals(self) -> list[list[str]]:
        size, goals = self.sizes[0], []
        for path in PATHS:
            ratios = [self._ratio(size, program, _rate(path)) for program in self.programs[1:]]
            goals.append(
                [f"at least {GOAL} times the requests per second of Express on `{path}`"]
                + [f"{ratio:.1f}: {_reached(ratio >= GOAL)}" for ratio in ratios]
            )
        for path in PATHS:
            ratios = [self._ratio(size, program, _p99(path)) for program in self.programs[1:]]
            goals.append(
                [f"a lower p99 than Express at equal load on `{path}`"]
                + [f"{ratio:.2f}: {_reached(ratio < 1)}" for ratio in ratios]
            )
        return goals

    def _times(self, size: Size, program: Program, figure: Callable[[str], Callable[[Trial], float]]) -> str:
        return listed([f"{self._ratio(size, program, figure(path)):.1f}" for path in PATHS])

    def _p99_ratios(self, size: Size, program: Program) -> str:
        return listed([f"{self._ratio(size, program, _p99(path)):.2f}" for path in PATHS])

    def _p99(self, size: Size, program: Program, path: str) -> str:
        return milliseconds(self._of(size, program, _p99(path)).median)

    def _ratio(self, size: Size, program: Program, figure: Callable[[Trial], float]) -> float:
        mine, other = (self._of(size, each, figure).median for each in (program, self.programs[0]))
        return mine / other if other else math.inf

    def _of(self, size: Size, program: Program, figure: Callable[[Trial], float]) -> Spread:
        return Spread.of([figure(trial) for trial in self.trials[size.name, program.id]])

    def _name(self, size: Size, program: Program) -> str:
        return program.name + (", as `run` chooses" if self._is_chosen(size, program) else "")

    def _is_chosen(self, size: Size, program: Program) -> bool:
        return program is not self.programs[0] and self.trials[size.name, program.id][0].compiler == program.id


def whole(value: float) -> str:
    return f"{value:,.0f}"


def milliseconds(value: float) -> str:
    return f"{value:.2f} ms" if value < 10 else f"{value:,.0f} ms"


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def mebibytes(value: float) -> str:
    return f"{value:,.0f} MiB"


def _rate(path: str) -> Callable[[Trial], float]:
    return lambda trial: trial.full[path].answers.per_second


def _efficiency(path: str) -> Callable[[Trial], float]:
    return lambda trial: trial.full[path].per_cpu_second


def _p99(path: str) -> Callable[[Trial], float]:
    return lambda trial: trial.paced[path].answers.p99


def _first_answer(trial: Trial) -> float:
    return trial.first_answer


def _most_memory(trial: Trial) -> float:
    return trial.most_memory


def _reached(is_so: bool) -> str:
    return "reached" if is_so else "not reached"
