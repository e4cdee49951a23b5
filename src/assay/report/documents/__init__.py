"""Reports of document studies: pages, tables and the terminal's summary, read from the store only."""

STRESS = "documents-stress"
"""Kind of the runs that try frozen prompts on pages made worse."""

KINDS = ("documents", STRESS)
"""Kinds of runs that are reported here."""
