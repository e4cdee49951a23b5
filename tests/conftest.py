"""Fixtures every test may use."""

pytest_plugins = ["support.fixtures"]
