"""Embedded simulated text models, so that a whole study runs offline."""

from assay.models.embedded.registry import make

__all__ = ["make"]
