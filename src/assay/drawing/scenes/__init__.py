"""Drawn scenes: seeded scenes, their places on a small picture, their pixels, and their canonical wording.

Pictures need the extra ``scenes``; what is drawn (:func:`sample_scenes`) and how it is told do not.
"""

from assay.drawing.scenes.places import SIDE, Place, place
from assay.drawing.scenes.render import BACKGROUND_RGB, COLOUR_RGB, coverage, paint, render
from assay.drawing.scenes.sampling import sample_scene, sample_scenes
from assay.drawing.scenes.wording import article, caption_of, describe, plural

__all__ = [
    "BACKGROUND_RGB",
    "COLOUR_RGB",
    "SIDE",
    "Place",
    "article",
    "caption_of",
    "coverage",
    "describe",
    "paint",
    "place",
    "plural",
    "render",
    "sample_scene",
    "sample_scenes",
]
