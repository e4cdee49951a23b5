"""What the contract of the store runs on: every kind of store, nasty texts, a second handle."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from assay.store import Store

STORES: dict[str, Callable[[Path], str]] = {"sqlite": lambda folder: f"sqlite:///{folder}/store.db"}
"""A new kind of store is one more line here: its name, and the URL of a fresh one."""

TEXTS = st.text(max_size=200)
NAMES = st.text(min_size=1, max_size=20)
NASTY = "NUL \x00 \x07, \x1b[31m, \r\n\t, \u2028, \U0001f600\u200d\U0001f525, e\u0301'\"; DROP TABLE x --"
LONG = "200 KB: \u4e16\u754c " * 12_000
EXAMPLES = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def reopened(store: Store, work: Callable[[Store], Any]) -> Any:
    """What another process would read: nothing may live in this handle only."""
    store.evidence.flush()
    with Store(store.url) as other:
        return work(other)
