"""Fixtures that any test may use; ``tests/conftest.py`` names this module in ``pytest_plugins``."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from support.server import Server


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Start servers of the tests: ``server = serve(plan={1: reset()})``; all are stopped at the end."""
    with ExitStack() as running:

        def start(*args: Any, **options: Any) -> Server:
            return running.enter_context(Server(*args, **options))

        yield start


@pytest.fixture
def server(serve: Callable[..., Server]) -> Server:
    """A server that answers everything."""
    return serve()
