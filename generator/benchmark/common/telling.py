"""What is said while a benchmark runs, and why it may end early."""

import sys


class PrerequisiteError(Exception):
    """Something that has to be installed or built first."""


class ProgramError(Exception):
    """A program that did not do what it is measured for."""


def tell(what: str) -> None:
    print(f"benchmark: {what}", file=sys.stderr, flush=True)
