"""Configuration of the backend: environment variables, read once at start."""

from hashlib import sha256

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    secret_key: SecretStr = Field(min_length=32)
    jwt_secret_key: SecretStr = Field(min_length=32)
    database_password: SecretStr
    llm_api_key: SecretStr
    llm_base_url: str = "https://llm.example.com"
    cors_origins: list[str] = ["http://localhost:3000"]
    app_version: str = "development"


def fingerprint(secret: SecretStr) -> str:
    """What tells two secrets apart without showing either: 12 hexadecimal digits of SHA-256."""
    return sha256(secret.get_secret_value().encode()).hexdigest()[:12]
