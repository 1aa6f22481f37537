"""The page people open: one document, and a health check."""

import os

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

VERSION = os.environ.get("APP_VERSION", "development")
app = FastAPI(title="octavios-web", version=VERSION)
PAGE = f"<!doctype html><html lang=\"es\"><title>Octavios</title><p>Octavios {VERSION}</p></html>"


class Health(BaseModel):
    status: str
    service: str
    version: str


@app.get("/", response_class=HTMLResponse)
def page() -> str:
    return PAGE


@app.get("/health")
def health() -> Health:
    return Health(status="healthy", service="web", version=VERSION)
