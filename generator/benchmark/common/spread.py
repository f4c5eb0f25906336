"""Summarizes the figures of several runs."""

import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """The median of several runs, with minimum and maximum."""

    median: float
    minimum: float
    maximum: float

    @staticmethod
    def of(values: list[float]) -> "Spread":
        return Spread(statistics.median(values), min(values), max(values))
