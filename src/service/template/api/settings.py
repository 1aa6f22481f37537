"""Configuration: settings.yaml, what the manifest says of the model, and the environment, checked once at start."""

import json
import os
import sys
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator


class Strict(BaseModel):
    # A value that is refused may be the key: messages name the setting and never show what it holds.
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Limits(Strict):
    body_bytes: int = Field(ge=1024)
    requests_per_minute: int = Field(ge=1)


class Monitoring(Strict):
    enabled: bool
    drift_threshold: float = Field(gt=0)
    # The last so many predictions are compared with the training, once there are enough of them.
    window_rows: int = Field(ge=10)
    minimum_rows: int = Field(ge=10)


class ModelSettings(Strict):
    file: Path
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    baseline: dict[str, dict[str, Any]]


class Settings(Strict):
    service: str
    title: str
    version: str
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"]
    cors_origins: list[str]
    limits: Limits
    monitoring: Monitoring
    model: ModelSettings
    api_key: SecretStr
    # For rehearsals: makes any model slow to load, to see that nobody is sent here before it has.
    load_delay: float = Field(ge=0, le=300)

    @field_validator("api_key")
    @classmethod
    def refuse_short(cls, value: SecretStr) -> SecretStr:
        if len(value.get_secret_value()) < 32:
            raise ValueError("must have at least 32 characters")
        return value

    @field_validator("cors_origins")
    @classmethod
    def refuse_any(cls, value: list[str]) -> list[str]:
        if "*" in value:
            raise ValueError("name the origins: * lets every site call with a visitor's key")
        return value


def read_settings(root: Path) -> Settings:
    """The settings, or the end of the process with a line for each that is wrong."""
    written = yaml.safe_load((root / "settings.yaml").read_text())
    manifest = json.loads((root / "deployment_manifest.json").read_text())
    model = manifest["model"]
    try:
        return Settings(
            **{
                **written,
                "service": manifest["service"],
                "version": os.environ.get("APP_VERSION") or manifest["version"],
                "model": {"file": root / model["path"], "sha256": model["sha256"], "baseline": model["baseline"]},
                "api_key": os.environ.get("API_KEY", ""),
                "load_delay": os.environ.get("MODEL_LOAD_DELAY") or 0,
            }
        )
    except ValidationError as error:
        for problem in error.errors():
            print(
                f"{manifest['service']}: {where(problem['loc'])}: {problem['msg'].removeprefix('Value error, ')}", file=sys.stderr
            )
        sys.exit(1)


FROM_ENVIRONMENT = {"api_key": "API_KEY", "load_delay": "MODEL_LOAD_DELAY"}


def where(location: tuple[int | str, ...]) -> str:
    """As whoever has to correct it calls it."""
    path = ".".join(str(part) for part in location)
    return FROM_ENVIRONMENT.get(path, f"settings.yaml: {path}")
