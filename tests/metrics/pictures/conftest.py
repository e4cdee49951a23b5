"""Fixtures of the tests of pictures' metrics."""

import sys

import pytest


@pytest.fixture
def without(monkeypatch):
    """Make modules impossible to import, whether they are installed or not."""

    def hide(*names):
        for name in names:
            monkeypatch.setitem(sys.modules, name, None)

    return hide
