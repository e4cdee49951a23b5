"""Reports of runs, read from the store only: the matrix, the terminal's summary, the HTML folder.

The parts are imported from where they are (``assay.report.html``, ``assay.report.matrix``,
``assay.report.terminal``), so that a command loads only what it needs.
"""
