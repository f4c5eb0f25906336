"""The results as a page, and their summary."""

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
- Every run is a new process with a warm file cache. The programs take turns, round after round, so that a busy moment
  meets all of them. Time is the median, with the least and the most; memory is the peak of a run's largest process.
- `seed` is the example of that name, with its two services. The default shape is a config that says no more than it
  must: each service has a port and calls the next one, and has a security group of its own. From 100 services on
  CloudFormation's limit of 500 resources is switched off, by `--no-limits` and by the CDK's
  `@aws-cdk/core:stackResourceLimit`. 1,000 services have `count: 0`: two subnets have no addresses for their tasks.
- The generator reads the config, checks it, tells its warnings, and writes YAML with comments that it parses back.
"""
NOTES_ON_CDK = """\
- The CDK program is in `generator/benchmark/cdk`, with the settings of `cdk init`, compiled before the clock runs, and
  started with what `cdk synth` tells it. Beside the template it writes an assembly: manifest, tree, metadata. A program
  of `cdk init` is compiled each time, by `npx tsc && npx tsx`, and `cdk deploy` always goes by way of a bucket.
- As shipped, the CDK validates each template by `@aws/cloudformation-validate`, whose rules are other ones than the
  generator's. Validation is off by `CDK_VALIDATION=false`, which is the same as `cdk synth --no-validation`.
- The CDK's template is as `cdk synth` writes it. The smallest is without `aws:cdk:path` and version reporting, without
  white space (`@aws-cdk/core:suppressTemplateIndentation`), and without the rule that asks for the bootstrap's version.
- The CDK's network has a route table and a default route for each subnet, and its cluster's capacity providers and its
  task role's policy are resources of their own. Its task definitions have a task role even where nothing needs one; the
  program gives all of them the same. Its services wait for routes, not for subnets' associations and rules of groups.
"""


@dataclass(frozen=True)
class Report:
    """All that was measured, and what follows from it."""

    machine: Machine
    rounds: int
    systems: list[System]
    timings: dict[str, Timing]
    sizes: Sizes

    def text(self) -> str:
        parts = [
            "# What the generator takes\n",
            WRITTEN_BY,
            table(["", ""], [[name, value] for name, value in self._head().items()]),
            "## Time and memory\n",
            table(["program", "services", "time", "least to most", "CPU", "memory", "to a bare JVM"], self._times()),
            "## Ratios\n",
            "".join(f"- {line}\n" for line in self._ratios()),
            f"## Services that fit in {REQUEST_BYTES:,} bytes\n",
            table(["shape", *self.sizes.forms()], self._fits()),
            "## Bytes and resources\n",
            table(["system", *self.sizes.forms()], self._bytes()),
            "## What is compared\n",
            NOTES + (NOTES_ON_CDK + self._sameness() if self.sizes.cdk else ""),
            "## Summary\n",
            self.summary(),
        ]
        return "\n".join(parts)

    def summary(self) -> str:
        """Returns the main figures: the time of a cold run, and how many services need no bucket."""
        starts = [start for start in SUMMARIZED if f"{start}-seed-2" in self.timings]
        rows = [[STARTS[start], self._time(f"{start}-seed-2"), self._time_of_most(start)] for start in starts]
        rows.append(["bare JVM, which does nothing", self._time("jvm"), ""])
        most = {form: self.sizes.most("default", form) for form in self.sizes.forms()}
        cdk = f" The CDK's template holds {most['CDK']}." if self.sizes.cdk is not None else ""
        return (
            "Median time of a cold run:\n\n"
            + table(["program", "seed, 2 services", "1,000 services"], rows)
            + f"\nA template with {most['YAML']} services, each of which calls the next one, stays below"
            + f" {REQUEST_BYTES:,} bytes and needs no bucket."
            + f" With `--compact` that is {most['`--compact`']} services.{cdk}\n"
        )

    def _time_of_most(self, start: str) -> str:
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
            f"{timing.wall.least:.2f} to {timing.wall.most:.2f} s",
            seconds(timing.cpu.median),
            f"{timing.memory.median:,.0f} MiB",
            f"{self._ratio(key, 'jvm'):.1f}",
        ]

    def _ratios(self) -> list[str]:
        lines = []
        for start in ("jar", "launcher"):
            if f"{start}-seed-2" in self.timings:
                lines.append(f"{STARTS[start]} on the seed takes {self._ratio(f'{start}-seed-2', 'jvm'):.1f} bare JVMs")
                lines += [
                    self._against(other, start)
                    for other in ("cdk-plain", "cdk-validated")
                    if f"{other}-seed-2" in self.timings
                ]
        for start in STARTS:
            if f"{start}-default-1000" in self.timings:
                lines.append(f"{STARTS[start]}: {self._slope(start):.2f} ms of CPU for each service from 10 to 1,000")
        return lines

    def _against(self, other: str, start: str) -> str:
        pairs = [(f"{other}-{system.name}", f"{start}-{system.name}") for system in self.systems]
        time = listed([f"{self._ratio(*pair):.1f}" for pair in pairs])
        cpu = listed([f"{self._cpu_ratio(*pair):.1f}" for pair in pairs])
        names = listed([_services(system) for system in self.systems])
        return f"{STARTS[other]} takes {time} times that of {STARTS[start]}, and {cpu} times its CPU: {names}"

    def _slope(self, start: str) -> float:
        few, many = (self.timings[f"{start}-default-{services}"].cpu.median for services in (10, 1000))
        return (many - few) * 1000 / 990

    def _fits(self) -> list[list[str]]:
        return [[shape, *(str(self.sizes.most(shape, form)) for form in self.sizes.forms())] for shape in SHAPES]

    def _bytes(self) -> list[list[str]]:
        rows = []
        for system in self.systems:
            sizes = [self.sizes.of(system, form) for form in self.sizes.forms()]
            rows.append([_services(system), *(f"{size.bytes:,} bytes, {size.resources:,} resources" for size in sizes)])
        return rows

    def _sameness(self) -> str:
        found = [line for system in self.systems[:2] for line in self.sizes.differences(system)]
        said = "- Both templates were read back: names, tasks, records, subnets and edges between groups are the same"
        return f"{said}.\n" if not found else f"{said}, but for:\n" + "".join(f"  - {line}\n" for line in found)

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
