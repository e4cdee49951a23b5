"""Embedded simulated text models, so that a whole study runs offline."""
