"""Who trains in a clarity study, as something that can be sent to a process."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from assay.drawing.glyphs import glyph_data
from assay.records.trainings import Setting, Trainer
from assay.studies.clarity.config import ExerciseConfig
from assay.studies.clarity.learner import FencedLoss, Watched, learner_of
from assay.studies.clarity.study import ClarityStudy
from assay.studies.clarity.tampering import seen_now
from assay.training.clarity import make_trainer


@dataclass(frozen=True, slots=True)
class TrainerRecipe:
    """Makes who trains, in whatever process it is called.

    Attributes:
        device: as torch names it.
        perceptual_weights: a file of VGG16's weights, or None.
        exercise: names a learner's functions, or None.
        base: folder that these are looked for in.
    """

    device: str
    perceptual_weights: Path | None
    exercise: ExerciseConfig | None
    base: Path

    @staticmethod
    def of(study: ClarityStudy) -> "TrainerRecipe":
        """That of a study."""
        config = study.config
        return TrainerRecipe(config.device, study.perceptual_weights, config.exercise, study.base)

    def __call__(self, own: bool) -> Trainer:
        """Make it.

        Args:
            own: whether a learner's code takes part; it is loaded then, and what it replaces is told.

        Raises:
            MissingExtra: torch is not installed.
            UsageError: device, weights or a learner's code cannot be used.
        """
        plain = make_trainer(device=self.device, perceptual_weights=self.perceptual_weights)
        if not own or self.exercise is None:
            return plain
        _warmed(plain)
        before = seen_now()
        learner = learner_of(self.exercise, self.base)
        losses = {} if learner.loss is None else {learner.loss.name: FencedLoss(learner.loss)}
        steps = {} if learner.sharpen is None else {learner.sharpen.name: learner.sharpen.call}
        trainer = make_trainer(
            device=self.device, perceptual_weights=self.perceptual_weights, losses=losses, steps=steps
        )
        return Watched(trainer, before)


def _warmed(trainer: Trainer) -> None:
    """Train for a moment: at its first step torch replaces parts of itself, which is nobody's doing."""
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(
            Setting("mse", 1e-3, 1),
            0,
            glyph_data(2, 0),
            checkpoint=Path(folder, "warm.pt"),
            tell=lambda _: None,
            stop=lambda: False,
        )
