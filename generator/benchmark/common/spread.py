"""Many runs as one figure."""

import statistics
from dataclasses import dataclass


@dataclass(frozen=True)
class Spread:
    """The median of many runs, with the least and the most."""

    median: float
    least: float
    most: float

    @staticmethod
    def of(values: list[float]) -> "Spread":
        return Spread(statistics.median(values), min(values), max(values))
