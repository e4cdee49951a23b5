"""Reports of document studies: pages, tables and the terminal's summary, read from the store only."""

KINDS = ("documents", "documents-stress")
"""Kinds of runs that are reported here."""
