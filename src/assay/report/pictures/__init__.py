"""Reports of studies of pictures: results, gallery, files by request, read from the store only."""

KINDS = ("images",)
"""Kinds of runs that are reported here."""
