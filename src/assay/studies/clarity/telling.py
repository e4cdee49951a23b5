"""Progress of trainings in words: epochs done, loss and clarity, time left, early warnings."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assay.records import Progress
from assay.records.trainings import EpochFigures, Trained
from assay.studies.clarity.workers import Task

_EVERY_S = 10.0
_RISEN = 3.0
"""Times its best that a loss has grown when a warning is due; at ten times the training is given up."""


@dataclass
class Telling:
    """Tells of trainings as they go.

    Args:
        step: what is done, for people.
        tasks: everything that will be trained.
        tell: told of progress.
        say: told what is worth a line.
        clock: seconds, for tests.
    """

    step: str
    tasks: Sequence[Task]
    tell: Callable[[Progress], None]
    say: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic
    _done: int = 0
    _ended: int = 0
    _best: dict[Task, float] = field(default_factory=dict)
    _epochs: dict[Task, int] = field(default_factory=dict)
    _warned: set[Task] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin."""
        self._total = sum(max(task.wanted) for task in self.tasks)
        self._begun = self._said = self.clock()
        self.tell(Progress(self.step, 0, self._total, unit="epochs"))

    def epoch(self, task: Task, what: EpochFigures | str) -> None:
        """Figures of an epoch, or a note."""
        if isinstance(what, str):
            self.say(f"note: {task.title}: {what}")
            return
        if not self._done:
            self._begun = self.clock() - what.seconds  # starting a process and loading torch are no measure
        self._done += 1
        self._epochs[task] = what.epoch
        self.tell(Progress(self.step, min(self._done, self._total), self._total, unit="epochs"))
        self._warn(task, what)
        if self.clock() - self._said >= _EVERY_S:
            self._said = self.clock()
            figures = f"epoch {what.epoch}, loss {what.loss:.4g}, clarity {what.clarity:.1f}"
            self.say(f"{task.title}: {figures}{self._left()}")

    def _warn(self, task: Task, what: EpochFigures) -> None:
        best = min(self._best.get(task, math.inf), what.loss)
        self._best[task] = best
        if best > 0 and what.loss > _RISEN * best and task not in self._warned:
            self._warned.add(task)
            self.say(
                f"warning: {task.title}: the loss is {what.loss:.4g} in epoch {what.epoch}, after {best:.4g} "
                "at best: the learning rate may be too high"
            )

    def ended(self, task: Task, found: dict[int, Trained]) -> None:
        """One training is done."""
        self._ended += 1
        # A training taken from its checkpoint, or given up early, tells of fewer epochs than it has.
        self._done += max(task.wanted) - self._epochs.get(task, 0)
        self.tell(Progress(self.step, min(self._done, self._total), self._total, unit="epochs"))
        last = found[max(task.wanted)]
        if last.diverged is not None:
            self.say(f"warning: {task.title}: given up: {last.diverged}")
            return
        assert last.clarity is not None
        figures = f"{last.epochs} epochs, loss {last.figures[-1].loss:.4g}, clarity {last.clarity.score:.1f}"
        self.say(f"{task.title}: {figures}; {self._ended} of {len(self.tasks)}{self._left()}")

    def _left(self) -> str:
        if not self._done or self._done >= self._total:
            return ""
        seconds = (self.clock() - self._begun) / self._done * (self._total - self._done)
        if seconds < 60:
            return f"; about {max(1, round(seconds))} s left"
        return f"; about {math.ceil(seconds / 60)} min left"
