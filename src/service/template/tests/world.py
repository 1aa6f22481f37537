"""The service with a model in a file of its own, and a client that needs no network."""

import json
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from api.app import create_app
from api.model_loader import ModelLoader
from api.settings import Settings, read_settings

ROOT = Path(__file__).parent.parent
CASE: dict[str, Any] = json.loads((ROOT / "tests/case.json").read_text())
KEY = "test-key-of-the-service-with-32-characters"
AUTHORIZED = {"authorization": f"Bearer {KEY}"}


def settings(**changed: object) -> Settings:
    """Those that are shipped, with what a test changes."""
    os.environ["API_KEY"] = KEY
    return read_settings(ROOT).model_copy(update=changed)


def other_model() -> Path:
    """A file that is not the model of the manifest."""
    file = Path(tempfile.mkdtemp()) / "model.json"
    file.write_text("{}")
    return file


@asynccontextmanager
async def client(given: Settings | None = None, *, loads: bool = True) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a service whose model is loaded, or never is."""
    chosen = given or settings()
    loader = ModelLoader(chosen.model)
    app = create_app(chosen, loader)
    if loads:
        loader.load()
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as one:
        yield one
