#!/usr/bin/env python3
"""Compares the service's image with the Express program, with both compilers of the JVM."""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.append(str(Path(__file__).resolve().parents[2] / "generator" / "benchmark"))

import engine  # noqa: E402
import load  # noqa: E402
import programs  # noqa: E402
from common import computer  # noqa: E402
from common.console import PrerequisiteError, ProgramError, print_status  # noqa: E402
from common.page import ROOT, record, write  # noqa: E402
from engine import Engine  # noqa: E402
from programs import SupportServices  # noqa: E402
from report import HEADING, RECORDED, Report  # noqa: E402
from trial import SIZES, Bench, Trial  # noqa: E402


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="trials of each program (default: 3)")
    parser.add_argument("--seconds", type=int, default=5, metavar="S", help="length of each load (default: 5)")
    parser.add_argument(
        "--record",
        action="store_true",
        help=f"write {RECORDED.name} in this folder, and its summary into docs/performance.md",
    )
    options = parser.parse_args()
    if options.rounds < 1 or options.seconds < 1:
        parser.error("--rounds and --seconds must be at least 1")
    return options


def main() -> int:
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    requirements = (processors, load.require, engine.require, programs.require)
    missing = [fault for fault in map(missing_requirement, requirements) if fault]
    for fault in missing:
        print_status(fault)
    if missing:
        return 1
    try:
        report = compare(options.rounds, options.seconds)
    except (PrerequisiteError, ProgramError) as fault:
        print_status(str(fault))
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    print(report.text(), end="")
    write(ROOT / "archetype" / "service" / "target" / "benchmark" / RECORDED.name, report.text())
    if options.record and report.has_gaps():
        print_status("nothing was recorded, because a program had no successful response during a load")
        return 1
    if options.record:
        record(RECORDED, report.text(), report.summary(), HEADING)
    return 0


def missing_requirement(require: Callable[[], object]) -> str:
    try:
        require()
    except PrerequisiteError as fault:
        return str(fault)
    return ""


def processors() -> tuple[list[int], int]:
    """Returns the processors for the load, and the one for the measured program."""
    if sys.platform != "linux":
        raise PrerequisiteError("run this benchmark on Linux, because it uses CPU affinity and /proc")
    *others, measured = sorted(os.sched_getaffinity(0))
    if not others:
        raise PrerequisiteError("at least two processors are required: one for the program, one for the load")
    return others, measured


def compare(rounds: int, seconds: int) -> Report:
    others, measured = processors()
    # wrk inherits this
    os.sched_setaffinity(0, others)
    rows = computer.rows({})
    if os.getloadavg()[0] > 1:
        print_status("this machine is busy, so the figures will not be reliable")
    programs.base_image()
    with Engine() as here:
        print_status("building images")
        compared = [programs.express(here), *programs.services(here)]
        support = SupportServices.start(here, ",".join(map(str, others)))
        rows |= programs.versions(compared[0], compared[1], support) | {"load generator": load.version()}
        rows["rounds"] = f"{rounds}, with {seconds} s of each load"
        bench = Bench(here, support, measured, seconds)
        rates: dict[str, dict[str, int]] = {size.name: {} for size in SIZES}
        trials: dict[tuple[str, str], list[Trial]] = {
            (size.name, program.id): [] for size in SIZES for program in compared
        }
        for turn in range(rounds):
            for size in SIZES:
                for program in compared:
                    print_status(f"round {turn + 1} of {rounds}: {program.name} on {size.name}")
                    trials[size.name, program.id].append(bench.trial(program, size, rates[size.name]))
    return Report(rows, compared, SIZES, rates, trials)


if __name__ == "__main__":
    sys.exit(main())
