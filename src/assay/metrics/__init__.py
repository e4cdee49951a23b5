"""Metrics of a response against a reference: pure functions on texts."""
