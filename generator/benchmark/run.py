#!/usr/bin/env python3
"""Compares the generator with a bare JVM, and with an AWS CDK program for the same systems."""

import argparse
import sys

sys.dont_write_bytecode = True

from common.console import PrerequisiteError, ProgramError, print_status  # noqa: E402
from common.page import record, write  # noqa: E402
from machine import Machine  # noqa: E402
from measure import Program, long_rounds, measure  # noqa: E402
from programs import WORK, Cdk, Generator, Jvm  # noqa: E402
from report import HEADING, RECORDED, Report  # noqa: E402
from sizes import Sizes  # noqa: E402
from systems import System, default, seed  # noqa: E402


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, metavar="N", help="runs of each program (default: 20)")
    parser.add_argument("--quick", action="store_true", help="run each program once, without the CDK and npm")
    parser.add_argument(
        "--record",
        action="store_true",
        help=f"write {RECORDED.name} in this folder, and its summary into docs/performance.md",
    )
    options = parser.parse_args()
    if options.rounds < 1 or (options.quick and options.record):
        parser.error("--rounds must be at least 1, and --quick excludes --record")
    return options


def main() -> int:
    options = arguments()
    try:
        generator = Generator()
        cdk = None if options.quick else install_cdk()
        if options.record and not cdk:
            raise PrerequisiteError("--record requires the CDK's figures")
        report = compare(generator, cdk, 1 if options.quick else options.rounds)
    except (PrerequisiteError, ProgramError) as fault:
        print_status(str(fault))
        return 1
    print(report.text(), end="")
    write(WORK / RECORDED.name, report.text())
    if options.record:
        record(RECORDED, report.text(), report.summary(), HEADING)
    return 0


def install_cdk() -> Cdk | None:
    try:
        return Cdk()
    except PrerequisiteError as missing:
        print_status(f"{missing}; continuing without the CDK")
        return None


def compare(generator: Generator, cdk: Cdk | None, rounds: int) -> Report:
    """Measures times first, because the memory that this process uses later would count as theirs."""
    systems = [seed(), default(10), default(100), default(1000)]
    machine = Machine.here(generator, cdk)
    timings = measure(programs(generator, cdk, systems), lambda program: rounds_of(program, rounds))
    print_status("sizes")
    return Report(machine, rounds, systems, timings, Sizes(generator, cdk))


def programs(generator: Generator, cdk: Cdk | None, systems: list[System]) -> list[Program]:
    found = [Jvm.program(), *(generator.render(system) for system in systems)]
    if generator.launcher.exists():
        found += [generator.render(system, launched=True) for system in systems]
    if cdk:
        found += [cdk.node()]
        found += [cdk.program(system, validated) for validated in (False, True) for system in systems]
        found += [cdk.synth(systems[0], validated) for validated in (False, True)]
    return found


def rounds_of(program: Program, rounds: int) -> int:
    return long_rounds(rounds) if program.id.endswith("-1000") else rounds


if __name__ == "__main__":
    sys.exit(main())
