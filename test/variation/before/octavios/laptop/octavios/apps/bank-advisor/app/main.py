"""HTTP interface of bank-advisor: answers questions about accounts. This one has none."""

import os

from fastapi import FastAPI
from pydantic import BaseModel

VERSION = os.environ.get("APP_VERSION", "development")
app = FastAPI(title="octavios-bank-advisor", version=VERSION)


class Health(BaseModel):
    status: str
    service: str
    version: str


@app.get("/health")
def health() -> Health:
    return Health(status="healthy", service="bank-advisor", version=VERSION)
