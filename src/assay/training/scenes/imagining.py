"""The generator's own pictures, with what it meant to draw, for the networks that look at them."""

from pathlib import Path

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import Place, sample_scene
from assay.models.scenes.generator import Imagined, SceneGenerator
from assay.records.scenes import BACKGROUNDS, COLOURS, SHAPES, SIZES, Thing
from assay.training.scenes.phrasing import Phraser
from assay.training.scenes.pictures import Pixels
from assay.training.scenes.questions import Content
from assay.training.scenes.wordings import Mixture

MIXTURE = Mixture(plain=0.3, even=0.4, reordered=0.1, left_out=0.05, padded=0.1)


def imagined(folder: Path, count: int, seed: int) -> list[tuple[Pixels, Content]]:
    """Pictures of a generator for captions in many wordings."""
    generator, draws = SceneGenerator(folder), Draws("imagined", seed)
    phraser = Phraser(MIXTURE, draws)
    found = [
        generator.imagine(phraser.caption(sample_scene(draws)).text, seed * 1_000_003 + number)
        for number in range(count)
    ]
    return [(one.pixels, content_of(one)) for one in found]


def content_of(one: Imagined) -> Content:
    """What a picture of the generator was meant to show."""
    slots = [slot for slot in range(len(one.chosen)) if one.chosen[slot][0]]
    things = [
        Thing(SHAPES[one.chosen[slot][1]], COLOURS[one.chosen[slot][2]], SIZES[one.chosen[slot][3]])
        for slot in slots
    ]
    places = [Place(*(float(value) for value in one.places[slot])) for slot in slots]
    return Content(BACKGROUNDS[one.ground], tuple(things), tuple(places))
