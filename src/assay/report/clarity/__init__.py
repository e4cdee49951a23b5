"""Reports of clarity studies: the claim, grids of pictures, curves, effects; read from the store only."""

KINDS = ("clarity",)
"""Kinds of runs that are reported here."""
