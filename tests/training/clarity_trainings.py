"""Short trainings for the tests of this folder."""

from dataclasses import replace

from assay.drawing.glyphs import glyph_data
from assay.records.trainings import EpochFigures, Setting
from assay.training.clarity import make_trainer
from assay.training.clarity import trainer as module

DATA = glyph_data(40, 10)
EDGE = Setting("edge", 1e-3, 3, weight=0.1, batch=16)
SMALL = replace(EDGE, network="conv")


def trained(setting=EDGE, *, path, seed=0, data=DATA, told=None, stop=lambda: False, wanted=(), **trainer):
    """One training with its checkpoint at a path, which looks through nothing an earlier one trained."""
    module._last_seen.clear()
    tell = (lambda _: None) if told is None else told.append
    return make_trainer(**{"checkpoint_seconds": 60.0} | trainer).train(
        setting, seed, data, checkpoint=path, tell=tell, stop=stop, epochs_wanted=wanted
    )


def notes(told):
    """What was said beside the figures."""
    return [found for found in told if not isinstance(found, EpochFigures)]
