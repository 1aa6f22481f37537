"""The kinds of model. Each is numbers: what it computes is all here."""

import math
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

Row = Mapping[str, Any]
Answer = dict[str, Any]


class Predictor(Protocol):
    def predict(self, row: Row) -> Answer: ...


def predictor_of(model: dict[str, Any]) -> Predictor:
    """The predictor of a model file."""
    return KINDS[model["model_type"]](model)


class LogisticRegression:
    def __init__(self, model: dict[str, Any]) -> None:
        self.model = model

    def predict(self, row: Row) -> Answer:
        x = columns(self.model["encoding"], row)
        lines = zip(self.model["coefficients"], self.model["intercepts"], strict=True)
        sums = [dot(line, x) + intercept for line, intercept in lines]
        # Less the highest, so that no power overflows.
        powers = [math.exp(value - max(sums)) for value in sums]
        total = sum(powers)
        return classified({name: power / total for name, power in zip(self.model["classes"], powers, strict=True)})


class LinearRegression:
    def __init__(self, model: dict[str, Any]) -> None:
        self.model = model

    def predict(self, row: Row) -> Answer:
        x = columns(self.model["encoding"], row)
        return {"prediction": round(dot(self.model["coefficients"], x) + self.model["intercept"], 6)}


class NearestNeighbors:
    def __init__(self, model: dict[str, Any]) -> None:
        self.model = model

    def predict(self, row: Row) -> Answer:
        """The nearest points vote: the nearer, the more. Of points as near, those that come first in the file."""
        x = columns(self.model["encoding"], row)
        distances = sorted((distance(point, x), at) for at, point in enumerate(self.model["points"]))
        votes = [(self.model["targets"][at], 1 / (far + 1e-6)) for far, at in distances[: self.model["neighbors"]]]
        total = sum(weight for _, weight in votes)
        if not isinstance(votes[0][0], str):
            return {"prediction": round(sum(target * weight for target, weight in votes) / total, 6)}
        scores: dict[str, float] = {}
        for target, weight in votes:
            scores[target] = scores.get(target, 0.0) + weight
        return classified({name: weight / total for name, weight in scores.items()})


KINDS: dict[str, type[LogisticRegression] | type[LinearRegression] | type[NearestNeighbors]] = {
    "logistic_regression": LogisticRegression,
    "linear_regression": LinearRegression,
    "nearest_neighbors": NearestNeighbors,
}


def columns(encoding: Mapping[str, Any], row: Row) -> list[float]:
    """The numbers a row stands for: standardised, one of each category, or 0 and 1."""
    found: list[float] = []
    for name, how in encoding.items():
        if "mean" in how:
            found.append((row[name] - how["mean"]) / how["scale"])
        elif "categories" in how:
            found += [float(row[name] == one) for one in how["categories"]]
        else:
            found.append(float(row[name]))
    return found


def dot(one: Iterable[float], other: Iterable[float]) -> float:
    """Added up one by one: `sum` compensates since Python 3.12, and a model would answer otherwise there."""
    total = 0.0
    for a, b in zip(one, other, strict=True):
        total += a * b
    return total


def distance(one: Iterable[float], other: Iterable[float]) -> float:
    return math.sqrt(dot(*(differences := [a - b for a, b in zip(one, other, strict=True)], differences)))


def classified(scores: dict[str, float]) -> Answer:
    """The class with the greatest score; of equals, the first."""
    best = max(scores, key=lambda name: scores[name])
    return {"prediction": best, "scores": {name: round(score, 6) for name, score in scores.items()}}
