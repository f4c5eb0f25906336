"""Prints the progress of a benchmark, and defines its errors."""

import sys


class PrerequisiteError(Exception):
    """Something must be installed or built first."""


class ProgramError(Exception):
    """A measured program failed."""


def print_status(message: str) -> None:
    print(f"benchmark: {message}", file=sys.stderr, flush=True)
