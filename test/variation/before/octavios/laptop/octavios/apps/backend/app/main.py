"""HTTP interface of the backend. openapi/backend.yaml, in the seed world, describes the same."""

import httpx
from fastapi import FastAPI, HTTPException, Response
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, Field

from app.settings import Settings, fingerprint

settings = Settings()
app = FastAPI(title="octavios-backend", version=settings.app_version)
app.add_middleware(CORSMiddleware, allow_origins=settings.cors_origins, allow_methods=["GET", "POST"])


class Health(BaseModel):
    status: str
    service: str
    version: str


class Configuration(BaseModel):
    cors_origins: list[str]
    llm_key_fingerprint: str
    database_password_length: int


class Question(BaseModel):
    question: str = Field(min_length=1, max_length=2000)


class Answer(BaseModel):
    answer: str


@app.get("/api/health")
def health(response: Response) -> Health:
    response.headers["cache-control"] = "no-store"
    return Health(status="healthy", service="backend", version=settings.app_version)


@app.get("/internal/configuration")
def configuration() -> Configuration:
    """What the process was started with, for whoever is on the server: nginx passes only /api/. Of a secret, a fingerprint or a length and never the value."""
    return Configuration(
        cors_origins=settings.cors_origins,
        llm_key_fingerprint=fingerprint(settings.llm_api_key),
        database_password_length=len(settings.database_password.get_secret_value()),
    )


@app.post("/api/chat")
def chat(question: Question) -> Answer:
    """Asks the language model. Its refusal of our key is ours to report."""
    key = settings.llm_api_key.get_secret_value()
    answered = httpx.post(
        f"{settings.llm_base_url}/v1/answers",
        json={"question": question.question},
        headers={"authorization": f"Bearer {key}"},
        timeout=5,
    )
    if answered.status_code == 401:
        raise HTTPException(status_code=401, detail="the language model refused the API key")
    answered.raise_for_status()
    return Answer(answer=answered.json()["answer"])
