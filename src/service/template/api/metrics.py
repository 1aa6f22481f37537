"""Metrics of this process for Prometheus. One process per container: replicas are added up by whoever scrapes them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily

from .drift import Drift
from .settings import Settings

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)


class Metrics:
    def __init__(self, settings: Settings) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter("http_requests", "Requests, by route and status.", ["route", "status"], registry=self.registry)
        self.seconds = Histogram(
            "http_request_duration_seconds", "How long requests took.", ["route"], buckets=BUCKETS, registry=self.registry
        )
        self.predictions = Counter("model_predictions", "Predictions, by what was predicted.", ["value"], registry=self.registry)
        information = Gauge(
            "model_info", "The release and the model that are running.", ["version", "sha256"], registry=self.registry
        )
        information.labels(settings.version, settings.model.sha256).set(1)
        self.drift = Drift(settings.model.baseline, settings.monitoring.window_rows)
        self.monitoring = settings.monitoring
        self.registry.register(self)

    def request(self, route: str, status: int, seconds: float) -> None:
        self.requests.labels(route, str(status)).inc()
        self.seconds.labels(route).observe(seconds)

    def predicted(self, rows: Sequence[Mapping[str, Any]], answers: Sequence[float | str]) -> None:
        """Counts classes by name. Numbers are all one series: each value would be a series of its own."""
        for answer in answers:
            self.predictions.labels(answer if isinstance(answer, str) else "number").inc()
        self.drift.add(rows)

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """What is computed when it is asked for. No drift is told of too few rows: it would be chance."""
        threshold = self.monitoring.drift_threshold
        yield GaugeMetricFamily("model_drift_threshold", "PSI above which a feature has drifted.", value=threshold)
        yield GaugeMetricFamily("model_drift_rows", "Predictions the drift is computed from.", value=self.drift.count())
        psi = GaugeMetricFamily("model_drift_psi", "Population stability index against the training.", labels=["feature"])
        drifted = GaugeMetricFamily("model_drifted", "1 where the index is above the threshold.", labels=["feature"])
        if self.drift.count() >= self.monitoring.minimum_rows:
            for feature, value in self.drift.psi().items():
                psi.add_metric([feature], value)
                drifted.add_metric([feature], float(value > threshold))
        yield psi
        yield drifted

    def render(self) -> bytes:
        return generate_latest(self.registry)
