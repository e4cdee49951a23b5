"""Surveys: people say which picture shows a request best, without knowing which prompt made it.

``build`` writes the folder voters get, and the key that stays here; ``results`` turns answers into shares
with intervals; ``write`` writes those as Markdown, CSV and a page. Answers are read by
``assay.interop.survey``.
"""
