"""Loads the model, if it is the one of the manifest."""

import hashlib
import json
import logging
import threading
import time

from fastapi import HTTPException

from .predictors import Predictor, predictor_of
from .settings import ModelSettings

logger = logging.getLogger("api.model")


class ModelLoader:
    """Loads in a thread of its own. Until it has, and where it could not, whoever asks for the predictor gets a 503."""

    def __init__(self, settings: ModelSettings, delay: float = 0) -> None:
        self.settings = settings
        self.delay = delay
        self.problem = "the model is loading"
        self.loaded: Predictor | None = None

    def start(self) -> None:
        threading.Thread(target=self.load, daemon=True).start()

    def load(self) -> None:
        """Reads the file once: what is checked is what is used."""
        time.sleep(self.delay)
        try:
            content = self.settings.file.read_bytes()
            digest = hashlib.sha256(content).hexdigest()
            if digest != self.settings.sha256:
                raise ValueError(f"its SHA-256 is {digest}, and the manifest has {self.settings.sha256}")
            # JSON and not pickle: a model file cannot run anything here, whoever wrote it.
            self.loaded = predictor_of(json.loads(content))
            logger.info("model loaded", extra={"fields": {"sha256": digest}})
        except (OSError, ValueError, KeyError) as error:
            self.problem = "the model could not be loaded"
            logger.error("model not loaded", extra={"fields": {"reason": str(error)}})

    def predictor(self) -> Predictor:
        if self.loaded is None:
            raise HTTPException(503, self.problem, headers={"retry-after": "5"})
        return self.loaded
