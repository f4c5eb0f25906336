"""Formats the results as a page, and their summary."""

from dataclasses import dataclass
from pathlib import Path

from common.page import listed, table
from machine import Machine
from measure import Timing, long_rounds
from sizes import REQUEST_BYTES, SHAPES, Sizes
from systems import System

RECORDED = Path(__file__).resolve().with_name("results.md")
STARTS = {
    "jar": "`java -jar generator.jar`",
    "launcher": "launcher `ecs-discovery`",
    "cdk-plain": "CDK program, validation off",
    "cdk-validated": "CDK program, as shipped",
    "synth-plain": "`npx cdk synth`, validation off",
    "synth-validated": "`npx cdk synth`, as shipped",
}
SUMMARIZED = ("jar", "launcher", "cdk-plain", "cdk-validated")
WRITTEN_BY = (
    "Written by `python3 generator/benchmark/run.py --record`. [docs/performance.md](../../docs/performance.md)"
    " has a summary.\n"
)
HEADING = "The generator"
BARE = {"jvm": "bare JVM: `java -cp . Bare`", "node": "bare Node.js: `node -e ''`"}
NOTES = """\
- Every run is a new process with a warm file cache. The programs take turns in each round, so that a busy period of
  the machine affects all of them. Time is the median, with minimum and maximum. Memory is the peak of a run's largest
  process.
- `seed` is that example with its two services. The default shape is a minimal config: each service has a port, calls
  the next one, and has its own security group. From 100 services on, CloudFormation's limit of 500 resources is
  disabled, by `--no-limits` and by the CDK's `@aws-cdk/core:stackResourceLimit`. 1,000 services have `count: 0`,
  because two subnets do not have enough addresses for their tasks.
- The generator reads the config, checks it, prints its warnings, writes YAML with comments, and parses this YAML
  again.
"""
NOTES_ON_CDK = """\
- The CDK program is in `generator/benchmark/cdk`, with the settings of `cdk init`. It is compiled before the
  measurement, and started as `cdk synth` starts it. Besides the template it writes an assembly: manifest, tree and
  metadata. A program from `cdk init` is compiled at each run, by `npx tsc && npx tsx`, and `cdk deploy` always
  uploads to a bucket.
- As shipped, the CDK validates each template with `@aws/cloudformation-validate`, whose rules differ from the
  generator's. `CDK_VALIDATION=false` turns validation off, as `cdk synth --no-validation` does.
- The CDK's template is measured as `cdk synth` writes it. The smallest form has no `aws:cdk:path`, no version
  reporting, no white space (`@aws-cdk/core:suppressTemplateIndentation`), and no rule about the version of the
  bootstrap stack.
- The CDK's network has a route table and a default route per subnet. The cluster's capacity providers and the task
  role's policy are separate resources. All task definitions have a task role, even if nothing needs it; the program
  uses one role for all. Services depend on routes, but not on route table associations and security group rules.
"""


@dataclass(frozen=True)
class Report:
    """All measurements, and the ratios between them."""

    machine: Machine
    rounds: int
    systems: list[System]
    timings: dict[str, Timing]
    sizes: Sizes

    def text(self) -> str:
        parts = [
            "# Benchmark of the generator\n",
            WRITTEN_BY,
            table(["", ""], [[name, value] for name, value in self._head().items()]),
            "## Time and memory\n",
            table(["program", "services", "time", "min to max", "CPU", "memory", "÷ bare JVM"], self._times()),
            "## Ratios\n",
            "".join(f"- {line}\n" for line in self._ratios()),
            f"## Services that fit in {REQUEST_BYTES:,} bytes\n",
            table(["shape", *self.sizes.forms()], self._fits()),
            "## Bytes and resources\n",
            table(["system", *self.sizes.forms()], self._bytes()),
            "## What is compared\n",
            NOTES + (NOTES_ON_CDK + self._differences() if self.sizes.cdk else ""),
            "## Summary\n",
            self.summary(),
        ]
        return "\n".join(parts)

    def summary(self) -> str:
        """Returns the main figures: the time of a cold run, and how many services need no bucket."""
        starts = [start for start in SUMMARIZED if f"{start}-seed-2" in self.timings]
        rows = [[STARTS[start], self._time(f"{start}-seed-2"), self._time_of_largest(start)] for start in starts]
        rows.append(["bare JVM, which does nothing", self._time("jvm"), ""])
        maximum = {form: self.sizes.max_services("default", form) for form in self.sizes.forms()}
        cdk = f" The CDK's template holds {maximum['CDK']}." if self.sizes.cdk is not None else ""
        return (
            "Median time of a cold run:\n\n"
            + table(["program", "seed, 2 services", "1,000 services"], rows)
            + f"\nA template with {maximum['YAML']} services, each of which calls the next one, stays below"
            + f" {REQUEST_BYTES:,} bytes and needs no bucket."
            + f" With `--compact` that is {maximum['`--compact`']} services.{cdk}\n"
        )

    def _time_of_largest(self, start: str) -> str:
        timed = f"{start}-default-1000"
        return self._time(timed) if timed in self.timings else ""

    def _head(self) -> dict[str, str]:
        return self.machine.rows | {"rounds": f"{self.rounds}; {long_rounds(self.rounds)} with 1,000 services"}

    def _times(self) -> list[list[str]]:
        rows = [self._row(BARE[key], "", key) for key in BARE if key in self.timings]
        for start, name in STARTS.items():
            for system in self.systems:
                key = f"{start}-{system.name}"
                if key in self.timings:
                    rows.append(self._row(name, _services(system), key))
        return rows

    def _row(self, name: str, services: str, key: str) -> list[str]:
        timing = self.timings[key]
        return [
            name,
            services,
            seconds(timing.wall.median),
            f"{timing.wall.minimum:.2f} to {timing.wall.maximum:.2f} s",
            seconds(timing.cpu.median),
            f"{timing.memory.median:,.0f} MiB",
            f"{self._ratio(key, 'jvm'):.1f}",
        ]

    def _ratios(self) -> list[str]:
        lines = []
        for start in ("jar", "launcher"):
            if f"{start}-seed-2" in self.timings:
                ratio = self._ratio(f"{start}-seed-2", "jvm")
                lines.append(f"{STARTS[start]} on the seed takes {ratio:.1f} times the time of a bare JVM")
                lines += [
                    self._comparison(other, start)
                    for other in ("cdk-plain", "cdk-validated")
                    if f"{other}-seed-2" in self.timings
                ]
        for start in STARTS:
            if f"{start}-default-1000" in self.timings:
                lines.append(f"{STARTS[start]}: {self._slope(start):.2f} ms of CPU per service from 10 to 1,000")
        return lines

    def _comparison(self, other: str, start: str) -> str:
        pairs = [(f"{other}-{system.name}", f"{start}-{system.name}") for system in self.systems]
        time = listed([f"{self._ratio(*pair):.1f}" for pair in pairs])
        cpu = listed([f"{self._cpu_ratio(*pair):.1f}" for pair in pairs])
        names = listed([_services(system) for system in self.systems])
        return f"{STARTS[other]} takes {time} times the time of {STARTS[start]}, and {cpu} times its CPU: {names}"

    def _slope(self, start: str) -> float:
        few, many = (self.timings[f"{start}-default-{services}"].cpu.median for services in (10, 1000))
        return (many - few) * 1000 / 990

    def _fits(self) -> list[list[str]]:
        return [
            [shape, *(str(self.sizes.max_services(shape, form)) for form in self.sizes.forms())] for shape in SHAPES
        ]

    def _bytes(self) -> list[list[str]]:
        rows = []
        for system in self.systems:
            sizes = [self.sizes.of(system, form) for form in self.sizes.forms()]
            rows.append([_services(system), *(f"{size.bytes:,} bytes, {size.resources:,} resources" for size in sizes)])
        return rows

    def _differences(self) -> str:
        lines = [line for system in self.systems[:2] for line in self.sizes.differences(system)]
        same = "- Both templates have the same names, tasks, records, subnets and edges between security groups"
        return (
            f"{same}.\
        "
            if not lines
            else f"{same}, except:\
        "
            + "".join(
                f"  - {line}\
        "
                for line in lines
            )
        )

    def _time(self, key: str) -> str:
        return seconds(self.timings[key].wall.median)

    def _ratio(self, key: str, to: str) -> float:
        return self.timings[key].wall.median / self.timings[to].wall.median

    def _cpu_ratio(self, key: str, to: str) -> float:
        return self.timings[key].cpu.median / self.timings[to].cpu.median


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def _services(system: System) -> str:
    return "seed" if system.name.startswith("seed") else f"{system.services:,}"
