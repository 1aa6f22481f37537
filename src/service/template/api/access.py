"""Who may ask, how often and how much."""

import threading
import time
from secrets import compare_digest
from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import SecretStr
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Bearer = Annotated[HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False, description="The API key."))]


class ApiKey:
    """Refuses a request without `Authorization: Bearer KEY`."""

    def __init__(self, key: SecretStr) -> None:
        self.key = key.get_secret_value().encode()

    def __call__(self, bearer: Bearer) -> None:
        # Compared in constant time: how long a refusal takes tells nothing of the key.
        if bearer is None or not compare_digest(bearer.credentials.encode(), self.key):
            raise HTTPException(401, "the API key is needed", headers={"www-authenticate": "Bearer"})


class RateLimit:
    """Refuses what is more than so many requests a minute, after a burst of as many. Of this process: replicas add up."""

    def __init__(self, per_minute: int) -> None:
        self.per_second = per_minute / 60
        self.most = float(per_minute)
        self.left = self.most
        self.seen = time.monotonic()
        # Endpoints run in threads.
        self.lock = threading.Lock()

    def __call__(self) -> None:
        with self.lock:
            now = time.monotonic()
            self.left = min(self.most, self.left + (now - self.seen) * self.per_second)
            self.seen = now
            if self.left < 1:
                wait = int((1 - self.left) / self.per_second) + 1
                raise HTTPException(429, "too many requests", headers={"retry-after": str(wait)})
            self.left -= 1


class BodyLimit:
    """Refuses a body above `limit` bytes while it comes in: its Content-Length may be missing, or lie."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit
        self.refusal = f"more than {limit} bytes"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        said = dict(scope["headers"]).get(b"content-length", b"0")
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self.limit:
                raise HTTPException(413, self.refusal)
            return message

        if said.isdigit() and int(said) > self.limit:
            return await JSONResponse({"detail": self.refusal}, 413)(scope, receive, send)
        await self.app(scope, counted, send)
