"""The checker of scenes: reads pixels by rules of its own, with no network and nothing of the drawing."""

from assay.metrics.scenes.checking import PARTS, SceneScore, check_scene
from assay.metrics.scenes.reading import SeenPicture, SeenThing, read_picture

__all__ = ["PARTS", "SceneScore", "SeenPicture", "SeenThing", "check_scene", "read_picture"]
