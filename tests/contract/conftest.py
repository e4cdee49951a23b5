from collections.abc import Iterator
from pathlib import Path

import pytest
from store_handles import STORES

from assay.store import Store


@pytest.fixture(params=sorted(STORES))
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return STORES[request.param](tmp_path)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as made:
        yield made
