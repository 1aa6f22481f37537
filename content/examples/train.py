"""Trains the two example models with the standard library alone: `python3 train.py` in this directory.

The customers are made up, from a random generator with a fixed seed, so that anybody gets the same two models. Each
directory gets a model, numbers in a JSON file, and the experiment manifest that `pnpm new service` takes.
"""

import hashlib
import json
import math
import platform
import random
from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import Path

Row = dict[str, float | bool | str]
Features = dict[str, dict[str, object]]

CHURN_FEATURES: Features = {
    "age": {"type": "integer", "minimum": 18, "maximum": 100, "example": 35, "description": "Years."},
    "income": {"type": "number", "minimum": 0, "maximum": 500000, "example": 50000, "description": "Yearly, in euros."},
    "tenure_months": {"type": "integer", "minimum": 0, "maximum": 480, "example": 24},
    "num_products": {"type": "integer", "minimum": 1, "maximum": 8, "example": 2},
    "is_active": {"type": "boolean", "example": True, "description": "Used the service in the last 30 days."},
    "credit_score": {"type": "number", "minimum": 300, "maximum": 850, "example": 720, "required": False, "default": 650},
    "contract": {"type": "category", "categories": ["monthly", "annual"], "example": "monthly"},
}
RECOMMENDER_FEATURES: Features = {
    "age": {"type": "integer", "minimum": 18, "maximum": 100, "example": 29},
    "budget": {"type": "number", "minimum": 0, "maximum": 5000, "example": 300, "description": "Of the visit, in euros."},
    "last_category": {"type": "category", "categories": ["audio", "photo", "home", "sport"], "example": "audio"},
    "is_gift": {"type": "boolean", "example": False, "required": False, "default": False},
}
PRODUCTS = ["headphones", "speaker", "camera", "tripod", "lamp", "watch"]


def churn_customer(dice: random.Random) -> tuple[Row, str]:
    row: Row = {
        "age": min(100, max(18, round(dice.gauss(44, 14)))),
        "income": round(min(500000, dice.lognormvariate(10.6, 0.5)), 2),
        "tenure_months": min(480, int(dice.expovariate(1 / 40))),
        "num_products": dice.choices([1, 2, 3, 4], [5, 4, 2, 1])[0],
        "is_active": dice.random() < 0.7,
        "credit_score": round(min(850, max(300, dice.gauss(650, 80)))),
        "contract": dice.choices(["monthly", "annual"], [6, 4])[0],
    }
    leaning = 1.1 - 0.03 * row["tenure_months"] - 1.5 * row["is_active"] - 0.25 * (row["num_products"] - 1)
    leaning += 1.2 * (row["contract"] == "monthly") - 0.004 * (row["credit_score"] - 650)
    return row, "yes" if dice.random() < 1 / (1 + math.exp(-leaning)) else "no"


def shop_visit(dice: random.Random) -> tuple[Row, str]:
    row: Row = {
        "age": min(100, max(18, round(dice.gauss(38, 15)))),
        "budget": round(min(5000, dice.lognormvariate(5.2, 0.8)), 2),
        "last_category": dice.choices(["audio", "photo", "home", "sport"], [4, 3, 2, 2])[0],
        "is_gift": dice.random() < 0.2,
    }
    cheap = row["budget"] < 150
    wanted = {
        "audio": "headphones" if cheap or row["age"] < 35 else "speaker",
        "photo": "tripod" if cheap else "camera",
        "home": "lamp" if cheap else "speaker",
        "sport": "headphones" if cheap else "watch",
    }[row["last_category"]]
    return row, dice.choice(PRODUCTS) if dice.random() < 0.1 else wanted


def encoding_of(features: Features, rows: list[Row]) -> dict[str, dict[str, object]]:
    """How each feature becomes numbers: standardised, 0 or 1, or one of each category."""
    encoding: dict[str, dict[str, object]] = {}
    for name, feature in features.items():
        if feature["type"] == "category":
            encoding[name] = {"categories": feature["categories"]}
        elif feature["type"] == "boolean":
            encoding[name] = {}
        else:
            values = [float(row[name]) for row in rows]
            mean = sum(values) / len(values)
            scale = math.sqrt(sum((value - mean) ** 2 for value in values) / len(values))
            encoding[name] = {"mean": round(mean, 6), "scale": round(scale, 6)}
    return encoding


def columns(encoding: dict[str, dict[str, object]], row: Row) -> list[float]:
    found: list[float] = []
    for name, how in encoding.items():
        if "categories" in how:
            found += [float(row[name] == one) for one in how["categories"]]
        elif "mean" in how:
            found.append((row[name] - how["mean"]) / how["scale"])
        else:
            found.append(float(row[name]))
    return found


def fit_logistic(points: list[list[float]], targets: list[float], rounds: int = 400) -> tuple[list[float], float]:
    """Gradient descent on the logistic loss, with a little L2 so that the coefficients stay small."""
    weights, intercept, pace, penalty = [0.0] * len(points[0]), 0.0, 0.5, 1e-3
    for _ in range(rounds):
        slope, base = [penalty * weight for weight in weights], 0.0
        for point, target in zip(points, targets, strict=True):
            error = 1 / (1 + math.exp(-intercept - dot(weights, point))) - target
            base += error / len(points)
            slope = [one + error * value / len(points) for one, value in zip(slope, point, strict=True)]
        intercept -= pace * base
        weights = [weight - pace * one for weight, one in zip(weights, slope, strict=True)]
    return weights, intercept


def dot(one: Iterable[float], other: Iterable[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def nearest(points: list[list[float]], targets: list[str], point: list[float], count: int) -> list[str]:
    """The targets of the nearest points, most voted first; a vote weighs less with its distance."""
    distances = sorted((math.dist(one, point), at) for at, one in enumerate(points))[:count]
    votes: dict[str, float] = {}
    for distance, at in distances:
        votes[targets[at]] = votes.get(targets[at], 0.0) + 1 / (distance + 1e-6)
    return sorted(votes, key=lambda name: -votes[name])


def baseline(features: Features, rows: list[Row]) -> dict[str, object]:
    return {"rows": len(rows), "features": {name: spread(one, [row[name] for row in rows]) for name, one in features.items()}}


def spread(feature: dict[str, object], values: list[float | bool | str]) -> dict[str, object]:
    """What drift is measured against: tenths of the rows for a number, the share of each value for anything else."""
    total = len(values)
    if feature["type"] in ("integer", "number"):
        ordered = sorted(values)
        edges = sorted({ordered[total * tenth // 10] for tenth in range(1, 10)})
        counts = [0] * (len(edges) + 1)
        for value in values:
            counts[bisect_right(edges, value)] += 1
        return {"edges": edges, "shares": [round(count / total, 6) for count in counts]}
    names = feature.get("categories", ["true", "false"])
    texts = [value if isinstance(value, str) else str(value).lower() for value in values]
    return {"shares": {name: round(texts.count(name) / total, 6) for name in names}}


def write(name: str, model: dict[str, object], manifest: dict[str, object]) -> None:
    directory = Path(__file__).parent / name
    text = json.dumps(model, separators=(",", ":")) + "\n"
    (directory / "model.json").write_text(text)
    manifest = {
        "$schema": "https://example.com/schemas/experiment-manifest-1.json",
        "model_path": "model.json",
        "model_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "model_type": model["model_type"],
        **manifest,
        "library_versions": {"python": platform.python_version()},
    }
    (directory / "experiment_manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def rounded(values: Iterable[float]) -> list[float]:
    return [round(value, 6) for value in values]


def sample(make: Callable[[random.Random], tuple[Row, str]], seed: int, count: int) -> tuple[list[Row], list[str]]:
    dice = random.Random(seed)
    made = [make(dice) for _ in range(count)]
    return [row for row, _ in made], [target for _, target in made]


def train_churn() -> None:
    rows, targets = sample(churn_customer, 1, 2000)
    encoding = encoding_of(CHURN_FEATURES, rows)
    points = [columns(encoding, row) for row in rows]
    weights, intercept = fit_logistic(points, [float(target == "yes") for target in targets])
    model = {
        "model_type": "logistic_regression",
        "encoding": encoding,
        "classes": ["no", "yes"],
        "coefficients": [[0.0] * len(weights), rounded(weights)],
        "intercepts": [0.0, round(intercept, 6)],
    }
    fresh, truth = sample(churn_customer, 2, 1000)
    said = ["yes" if intercept + dot(weights, columns(encoding, row)) > 0 else "no" for row in fresh]
    right = [one == other for one, other in zip(said, truth, strict=True)]
    found = [one for one, other in zip(right, truth, strict=True) if other == "yes"]
    metrics = {"accuracy": sum(right) / len(right), "recall": round(sum(found) / len(found), 6)}
    output = {"type": "category", "name": "churn", "categories": ["no", "yes"], "description": "Leaves within 90 days."}
    write(
        "churn-classifier",
        model,
        {"input_schema": CHURN_FEATURES, "output_schema": output, "metrics": metrics, "baseline": baseline(CHURN_FEATURES, rows)},
    )


def train_recommender() -> None:
    rows, targets = sample(shop_visit, 3, 240)
    encoding = encoding_of(RECOMMENDER_FEATURES, rows)
    points = [rounded(columns(encoding, row)) for row in rows]
    model = {"model_type": "nearest_neighbors", "encoding": encoding, "neighbors": 9, "points": points, "targets": targets}
    fresh, truth = sample(shop_visit, 4, 400)
    ranked = [nearest(points, targets, columns(encoding, row), 9) for row in fresh]
    metrics = {
        "accuracy": sum(names[0] == wanted for names, wanted in zip(ranked, truth, strict=True)) / len(truth),
        "hit_rate_at_3": sum(wanted in names[:3] for names, wanted in zip(ranked, truth, strict=True)) / len(truth),
    }
    output = {"type": "category", "name": "product", "categories": PRODUCTS, "description": "What to show first."}
    write(
        "product-recommender",
        model,
        {
            "input_schema": RECOMMENDER_FEATURES,
            "output_schema": output,
            "metrics": metrics,
            "baseline": baseline(RECOMMENDER_FEATURES, rows),
        },
    )


if __name__ == "__main__":
    train_churn()
    train_recommender()
