"""The command line. Modules here import the rest of Assay inside functions, so that ``--help`` is quick."""
