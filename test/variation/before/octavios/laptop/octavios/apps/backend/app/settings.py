"""Configuration of the backend: environment variables, read once at start."""

import json
from hashlib import sha256
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, NoDecode


class Settings(BaseSettings):
    secret_key: SecretStr = Field(min_length=32)
    jwt_secret_key: SecretStr = Field(min_length=32)
    database_password: SecretStr
    llm_api_key: SecretStr
    llm_base_url: str = "https://llm.example.com"
    # NoDecode: without it the variable is read as JSON before any validator of ours runs.
    cors_origins: Annotated[list[str], NoDecode] = ["http://localhost:3000"]
    app_version: str = "development"

    @field_validator("cors_origins", mode="before")
    @classmethod
    def read_list(cls, value: object) -> object:
        """A JSON list, or addresses separated by commas."""
        if not isinstance(value, str):
            return value
        if value.startswith("["):
            return json.loads(value)
        return [part.strip() for part in value.split(",") if part.strip()]


def fingerprint(secret: SecretStr) -> str:
    """What tells two secrets apart without showing either: 12 hexadecimal digits of SHA-256."""
    return sha256(secret.get_secret_value().encode()).hexdigest()[:12]
