"""HTTP interface of file-manager: keeps the files people upload. This one keeps none."""

import os

from fastapi import FastAPI
from pydantic import BaseModel

VERSION = os.environ.get("APP_VERSION", "development")
app = FastAPI(title="octavios-file-manager", version=VERSION)


class Health(BaseModel):
    status: str
    service: str
    version: str


@app.get("/health")
def health() -> Health:
    return Health(status="healthy", service="file-manager", version=VERSION)
