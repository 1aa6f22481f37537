"""Are the cases asked about still like those of the training?"""

import math
import threading
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Mapping, Sequence
from typing import Any

# A share of nothing has no logarithm.
LEAST = 1e-4


class Drift:
    """Keeps in which part of the training's distribution each of the last rows fell: no value of anybody is kept."""

    def __init__(self, baseline: Mapping[str, Mapping[str, Any]], window: int) -> None:
        self.expected = {name: shares(one) for name, one in baseline.items()}
        self.edges = {name: one.get("edges") for name, one in baseline.items()}
        self.rows: deque[dict[str, str]] = deque(maxlen=window)
        self.lock = threading.Lock()

    def add(self, rows: Sequence[Mapping[str, Any]]) -> None:
        found = [{name: part(self.edges[name], row[name]) for name in self.expected} for row in rows]
        with self.lock:
            self.rows.extend(found)

    def count(self) -> int:
        return len(self.rows)

    def psi(self) -> dict[str, float]:
        """The population stability index of each feature: 0 is the same; above 0.2 is usually taken for a change."""
        with self.lock:
            rows = list(self.rows)
        return {name: index(expected, Counter(row[name] for row in rows)) for name, expected in self.expected.items()}


def shares(distribution: Mapping[str, Any]) -> dict[str, float]:
    given = distribution["shares"]
    return dict(given) if isinstance(given, dict) else {str(at): share for at, share in enumerate(given)}


def part(edges: list[float] | None, value: float | bool | str) -> str:
    """The bin of a number, or the value itself."""
    if edges is None:
        return value if isinstance(value, str) else str(value).lower()
    return str(bisect_right(edges, float(value)))


def index(expected: dict[str, float], found: Counter[str]) -> float:
    total = found.total()
    pairs = [(max(share, LEAST), max(found[name] / total, LEAST)) for name, share in expected.items()]
    return sum((now - then) * math.log(now / then) for then, now in pairs)
