"""The HTTP interface."""

import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware

from .access import ApiKey, BodyLimit, RateLimit
from .health import health_routes
from .metrics import Metrics
from .model_loader import ModelLoader
from .schemas import Batch, Features, Prediction, Predictions, Problem
from .settings import Settings

logger = logging.getLogger("api")
Refusals = dict[int | str, dict[str, Any]]
REFUSALS: Refusals = {status: {"model": Problem} for status in (401, 413, 429, 503)}


def create_app(settings: Settings, loader: ModelLoader | None = None) -> FastAPI:
    """The application. `loader` stands for a model of another kind, a slow one for example, in tests."""
    model = loader or ModelLoader(settings.model, settings.load_delay)
    metrics = Metrics(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        # In a thread: the process answers /health while a big model loads, and says that it is not ready.
        model.start()
        yield

    app = FastAPI(title=settings.title, version=settings.version, lifespan=lifespan)
    app.add_middleware(BodyLimit, limit=settings.limits.body_bytes)
    # Closed unless settings.yaml names the origins: a browser elsewhere gets no permission.
    app.add_middleware(
        CORSMiddleware,
        allow_origins=settings.cors_origins,
        allow_methods=["POST"],
        allow_headers=["authorization", "content-type"],
    )

    @app.middleware("http")
    async def observe(request: Request, proceed: Callable[[Request], Awaitable[Response]]) -> Response:
        """Counts every request and writes one line about it: never its body, which may be about a person."""
        began, status = time.perf_counter(), 500
        try:
            response = await proceed(request)
            status = response.status_code
            return response
        finally:
            seconds = time.perf_counter() - began
            # The route and not the path: a path is whatever a caller makes up, and each would be a series of its own.
            route = getattr(request.scope.get("route"), "path", "other")
            metrics.request(route, status, seconds)
            fields = {"method": request.method, "route": route, "status": status, "seconds": round(seconds, 4)}
            quiet = route.startswith(("/health", "/metrics")) and status < 400
            logger.log(logging.DEBUG if quiet else logging.INFO, "request", extra={"fields": fields})

    guards = [Depends(ApiKey(settings.api_key)), Depends(RateLimit(settings.limits.requests_per_minute))]

    @app.post("/predict", dependencies=guards, responses=REFUSALS)
    def predict(features: Features) -> Prediction:
        """What the model says of one case."""
        return ask([features])[0]

    @app.post("/predict/batch", dependencies=guards, responses=REFUSALS)
    def predict_batch(batch: Batch) -> Predictions:
        """What the model says of several cases, in their order."""
        return Predictions(predictions=ask(batch.rows))

    def ask(cases: list[Features]) -> list[Prediction]:
        predictor = model.predictor()
        rows = [case.model_dump() for case in cases]
        answers = [predictor.predict(row) for row in rows]
        metrics.predicted(rows, [answer["prediction"] for answer in answers])
        return [Prediction(**answer, model=settings.model.sha256[:12]) for answer in answers]

    if settings.monitoring.enabled:

        @app.get("/metrics", dependencies=guards[:1], response_class=Response, responses={401: {"model": Problem}})
        def read_metrics() -> Response:
            """Counters and drift in the text format of Prometheus. With the key: it tells how much is asked, and what."""
            return Response(metrics.render(), media_type="text/plain; version=0.0.4")

    app.include_router(health_routes(settings, model))
    return app
