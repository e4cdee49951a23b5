import pytest

from assay.store import Store


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/a.db") as opened:
        yield opened
