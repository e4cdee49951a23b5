"""A learner's functions: found, watched, and fenced in so that what they may not do is told clearly."""

import ast
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay.errors import UsageError
from assay.judges.load import UserFunction, load_function
from assay.records import digest
from assay.records.training_data import TrainingData
from assay.records.trainings import Setting, Tell, Trained, Trainer
from assay.studies.clarity.config import ExerciseConfig
from assay.studies.clarity.tampering import Seen, replaced, seen_now

_REFUSED = ("assay", "gc", "inspect", "ctypes")
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Learner:
    """What a learner brings.

    Attributes:
        loss: their loss, or None.
        sharpen: their step, or None.
        code: hash of all code of theirs; empty without any.
    """

    loss: UserFunction | None = None
    sharpen: UserFunction | None = None
    code: str = ""


def learner_of(exercise: ExerciseConfig, base: Path) -> Learner:
    """Load what a study names, and see that loading it replaced nothing.

    Args:
        exercise: names them.
        base: folder of the study file.

    Raises:
        UsageError: there is no such function, it cannot be loaded, takes in what it may not, or replaces
            something of the program.
    """
    before = seen_now()
    loss = _loaded(exercise.loss, base) if ":" in exercise.loss else None
    sharpen = _loaded(exercise.sharpen, base) if exercise.sharpen is not None else None
    require_unchanged(before, "loading the learner's code")
    sources = [function.source for function in (loss, sharpen) if function is not None]
    return Learner(loss, sharpen, digest(["learner", *sources]) if sources else "")


def _loaded(spec: str, base: Path) -> UserFunction:
    faults = list(_reaching(base, spec.partition(":")[0]))
    if faults:
        raise UsageError("; ".join(faults))
    try:
        return load_function(spec, base)
    except UsageError as error:
        told = (
            str(error)
            .replace("judge function", "function")
            .replace("judge:compare for judge.py", "learner:my_loss")
        )
        raise UsageError(told) from error


def _reaching(base: Path, module: str) -> Iterator[str]:
    """Imports by which a learner's file would reach what belongs to the task."""
    path = base / f"{module.replace('.', '/')}.py"
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except (OSError, ValueError, SyntaxError):
        return  # loading it tells what is wrong
    for node in ast.walk(tree):
        line, names = _imported(node)
        for name in names:
            if name.partition(".")[0] in _REFUSED:
                yield (
                    f"{path.name}, line {line}: it imports {name}; a loss or a step gets the pictures it "
                    "works on, and needs nothing of the program around it"
                )


def _imported(node: ast.AST) -> tuple[int, list[str]]:
    """Line and names of modules that a piece of code imports."""
    if isinstance(node, ast.Import):
        return node.lineno, [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return node.lineno, [node.module]
    return 0, []


def require_unchanged(before: Seen, doing: str) -> None:
    """See that nothing of the program was replaced.

    Raises:
        UsageError: something was; it is named.
    """
    names = replaced(before)
    if names:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        raise UsageError(
            f"{doing} replaced {', '.join(names[:_SHOWN])}{more}: data, network and score are not the "
            "learner's to change; a loss, a sharpening step, the learning rate and the epochs are"
        )


class Watched:
    """A trainer that sees after each training that nothing of the program was replaced meanwhile.

    Args:
        trainer: who trains.
        before: what the program held.
    """

    def __init__(self, trainer: Trainer, before: Seen) -> None:
        self._trainer, self._before = trainer, before

    @property
    def id(self) -> str:
        """That of the trainer."""
        return self._trainer.id

    def train(
        self,
        setting: Setting,
        seed: int,
        data: TrainingData,
        *,
        checkpoint: Path,
        tell: Tell,
        stop: Callable[[], bool],
        epochs_wanted: tuple[int, ...] = (),
    ) -> dict[int, Trained]:
        """Train; see :class:`assay.records.trainings.Trainer`.

        Raises:
            UsageError: besides, something was replaced; the checkpoint is thrown away.
        """
        try:
            require_unchanged(self._before, "the learner's code")
            found = self._trainer.train(
                setting, seed, data, checkpoint=checkpoint, tell=tell, stop=stop, epochs_wanted=epochs_wanted
            )
            require_unchanged(self._before, "the learner's code")
        except UsageError:
            checkpoint.unlink(missing_ok=True)
            raise
        return found


class FencedLoss:
    """A learner's loss that may look at pictures and at nothing behind them.

    Args:
        function: the learner's.
    """

    def __init__(self, function: UserFunction) -> None:
        self._function, self._first = function, True

    def __call__(self, generated: Any, real: Any) -> Any:
        """The loss of a batch.

        Raises:
            UsageError: weights or real pictures were changed, or the first batch gives no finite number.
        """
        name, weights, kept = self._function.name, _weights(generated), real.clone()
        before = [weight.detach().sum() for weight in weights]
        found = self._function.call(generated, real)
        changed = any(
            bool(weight.detach().sum() != sum_) for weight, sum_ in zip(weights, before, strict=True)
        )
        if changed:
            raise UsageError(
                f"the loss {name} changed weights of the network: a loss returns one number, and it is the "
                "training that changes the weights by it"
            )
        if not bool((kept == real).all()):
            raise UsageError(f"the loss {name} wrote into the real pictures: the data stay as they are")
        self._require_finite(found)
        return found

    def _require_finite(self, found: Any) -> None:
        """Of the first batch only: later it may be the learning rate that is too high."""
        value = _number(found) if self._first else None
        self._first = False
        if value is not None and not math.isfinite(value):
            raise UsageError(
                f"the loss {self._function.name} gave {value} for the first batch; it must be a finite "
                "number: look for a division by zero, a root or a logarithm of what is not above 0"
            )


def _number(found: Any) -> float | None:
    """The value of a tensor of one number; None of anything else, which the trainer tells."""
    if not hasattr(found, "numel") or found.numel() != 1:
        return None
    return float(found.detach().reshape(()))


def _weights(generated: Any) -> list[Any]:
    """The weights that a batch of generated pictures was made with: where its gradients end."""
    found, waiting, been = [], [generated.grad_fn], set()
    while waiting:
        node = waiting.pop()
        if node is None or node in been:
            continue
        been.add(node)
        if hasattr(node, "variable"):
            found.append(node.variable)
        waiting += [next_ for next_, _ in node.next_functions]
    return found
