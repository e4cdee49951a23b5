"""The small world of lights for tests of the library and of the commands; see ``e2e.picture_toy``."""

from typing import Any

REQUEST = "four lights on a street"


def models(url: str) -> dict[str, dict[str, Any]]:
    """Painter, eye and scribe at an address."""
    return {
        "generator": {"model": "openai/painter", "base_url": url, "options": {"takes": "seed"}},
        "critic": {"model": "openai/eye", "base_url": url},
        "rewriter": {"model": "openai/scribe", "base_url": url},
    }
