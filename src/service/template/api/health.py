"""Is the process alive, and may requests be sent to it?"""

from typing import Any, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel

from .model_loader import ModelLoader
from .schemas import Problem
from .settings import Settings

NOT_READY: dict[int | str, dict[str, Any]] = {503: {"model": Problem}}


class Health(BaseModel):
    status: Literal["ok"]
    service: str
    version: str


class Readiness(BaseModel):
    status: Literal["ready"]
    model: str


def health_routes(settings: Settings, model: ModelLoader) -> APIRouter:
    routes = APIRouter()

    @routes.get("/health")
    def health(response: Response) -> Health:
        """The process is up, and which release it is. It looks at nothing else: a slow model must not get it restarted."""
        response.headers["cache-control"] = "no-store"
        return Health(status="ok", service=settings.service, version=settings.version)

    @routes.get("/health/ready", responses=NOT_READY)
    def ready(response: Response) -> Readiness:
        """The model is loaded, and is the one of the manifest: predictions can be asked for."""
        model.predictor()
        response.headers["cache-control"] = "no-store"
        return Readiness(status="ready", model=settings.model.sha256[:12])

    return routes
