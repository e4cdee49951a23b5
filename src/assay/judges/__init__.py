"""Judges: model, function, human."""
