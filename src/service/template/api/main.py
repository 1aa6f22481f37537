"""What uvicorn starts: `uvicorn api.main:app`."""

from pathlib import Path

from .app import create_app
from .logs import configure_logs
from .settings import read_settings

settings = read_settings(Path(__file__).parent.parent)
configure_logs(settings.log_level, settings.api_key.get_secret_value())
app = create_app(settings)
