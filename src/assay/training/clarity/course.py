"""One training, step by step: it can be stopped after any batch and goes on as if it had not been."""

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import torch

from assay.records.training_data import GreyPictures, TrainingData
from assay.records.trainings import EpochFigures, Setting, Trained, epoch_figures
from assay.training.clarity.checkpoint import Kept, weights_digest
from assay.training.clarity.divergence import growing, not_a_number
from assay.training.clarity.losses import Loss
from assay.training.clarity.networks import CODE, make_networks
from assay.training.clarity.probe import Probe, Sharpen, as_batch
from assay.training.clarity.seeds import global_draws, stream


@dataclass(frozen=True)
class Plan:
    """What a training is.

    Attributes:
        setting: what is chosen.
        seed: of initial weights, noise and order.
        data: what is trained on.
        loss: of a batch.
        features: what the perceptual term looks through, for people, or None.
        sharpen: a learner's step, or None.
        device: where the networks are.
        wanted: after which epochs results are wanted.
    """

    setting: Setting
    seed: int
    data: TrainingData
    loss: Loss
    features: str | None
    sharpen: Sharpen | None
    device: torch.device
    wanted: tuple[int, ...]


class Course:
    """The state of a training.

    Args:
        plan: what it is.

    Attributes:
        figures: of the epochs that are done.
        results: by wanted epoch.
        diverged: why it was given up, or None.
    """

    def __init__(self, plan: Plan) -> None:
        setting, data = plan.setting, plan.data
        self._plan = plan
        size = (data.train.height, data.train.width)
        self._networks = make_networks(
            setting.network, encoded=setting.pairing == "encoder", size=size, seed=plan.seed
        ).to(plan.device)
        # One kernel for all weights: a fifth less time on a CPU than one for each operation.
        self._optimiser = torch.optim.Adam(self._networks.parameters(), setting.learning_rate, fused=True)
        self._real = as_batch(data.train.array).to(plan.device)
        noise = torch.randn(len(data.train), CODE, generator=stream(plan.seed, "noise"))
        self._probe = Probe(setting, plan.seed, data, noise, plan.sharpen, plan.device)
        self._noise = noise.to(plan.device)
        self._batch, self._sums, self._seconds = 0, {}, 0.0  # of the epoch that is not done yet
        self._order: torch.Tensor | None = None
        self.figures: list[EpochFigures] = []
        self.results: dict[int, Trained] = {}
        self.diverged: str | None = None

    _sums: dict[str, float]

    def done(self) -> bool:
        """Whether there is nothing left to train."""
        return self.diverged is not None or len(self.figures) >= max(self._plan.wanted)

    def step(self, tell: Callable[[EpochFigures], None]) -> None:
        """One batch; the last of an epoch also measures, and tells its figures."""
        started, epoch = time.perf_counter(), len(self.figures) + 1
        rows = self._rows(epoch)
        real = self._real[rows]
        generated = self._networks.generator(self._codes(real, rows, epoch))
        with global_draws(self._plan.seed, "loss", epoch, self._batch):
            total, parts = self._plan.loss(generated, real)
        self._optimiser.zero_grad(set_to_none=True)
        total.backward()
        self._optimiser.step()
        for name, value in {"loss": total, **parts}.items():
            self._sums[name] = self._sums.get(name, 0.0) + float(value.detach()) * len(rows)
        self._batch += 1
        self._seconds += time.perf_counter() - started
        self.diverged = not_a_number(self._sums["loss"], epoch)
        if self.diverged is None and self._batch * self._plan.setting.batch >= len(self._real):
            self._end_epoch(epoch, tell)
        if self.diverged is not None:
            self._give_up()

    def _rows(self, epoch: int) -> torch.Tensor:
        if self._order is None:
            self._order = torch.randperm(len(self._real), generator=stream(self._plan.seed, "order", epoch))
        size = self._plan.setting.batch
        return self._order[self._batch * size : (self._batch + 1) * size].to(self._plan.device)

    def _codes(self, real: torch.Tensor, rows: torch.Tensor, epoch: int) -> torch.Tensor:
        pairing = self._plan.setting.pairing
        if pairing == "encoder":
            return self._networks.encoder(real)
        if pairing == "fixed":
            return self._noise[rows]
        draws = stream(self._plan.seed, "fresh", epoch, self._batch)
        return torch.randn(len(rows), CODE, generator=draws).to(self._plan.device)

    def _end_epoch(self, epoch: int, tell: Callable[[EpochFigures], None]) -> None:
        generated = self._probe.pictures(self._networks)
        if generated is None:
            self.diverged = f"the weights are no numbers after epoch {epoch}: the learning rate is too high"
            return
        means = {name: value / len(self._real) for name, value in self._sums.items()}
        found, loss = self._probe.clarity(generated), means.pop("loss")
        figures = EpochFigures(epoch, loss, tuple(means.items()), found.score, self._seconds)
        self.figures.append(figures)
        self._batch, self._sums, self._seconds, self._order = 0, {}, 0.0, None
        if epoch in self._plan.wanted:
            samples, real = self._probe.samples(generated)
            self.results[epoch] = self._result(
                epoch, found, self._probe.each(generated), self._probe.beside(generated), samples, real
            )
        tell(figures)
        self.diverged = growing([row.loss for row in self.figures])

    def _give_up(self) -> None:
        """A result without figures for every epoch that will not be reached."""
        size = (self._plan.data.train.height, self._plan.data.train.width)
        nothing = GreyPictures(b"", *size)
        for epoch in self._plan.wanted:
            if epoch not in self.results:
                self.results[epoch] = self._result(epoch, None, (), None, nothing, nothing)

    def _result(self, epoch: int, found: Any, each: Any, other: Any, samples: Any, real: Any) -> Trained:
        return Trained(
            epochs=epoch,
            seed=self._plan.seed,
            figures=tuple(self.figures),
            clarity=found,
            each=each,
            beside=other,
            measured_on=self._probe.measured_on,
            samples=samples,
            real=real,
            weights=weights_digest(self._networks),
            features=self._plan.features,
            diverged=self.diverged,
        )

    def state(self) -> Kept:
        """What must be kept to go on; of a training that is done, its results only."""
        kept: Kept = {
            "figures": [asdict(row) for row in self.figures],
            "results": [found.to_data() for found in self.results.values()],
            "diverged": self.diverged,
        }
        if self.done():
            return kept
        return kept | {
            "batch": self._batch,
            "sums": dict(self._sums),
            "seconds": self._seconds,
            "networks": self._networks.state_dict(),
            "optimiser": self._optimiser.state_dict(),
        }

    def go_on_from(self, kept: Kept) -> bool:
        """Take up a state; False, with nothing changed, where it does not hold every result it should."""
        results = {found.epochs: found for found in map(Trained.from_data, kept["results"])}
        figures, passed = [epoch_figures(row) for row in kept["figures"]], len(kept["figures"])
        over = "networks" not in kept
        if any(epoch not in results for epoch in self._plan.wanted if over or epoch <= passed):
            return False
        self.figures, self.diverged = figures, kept["diverged"]
        self.results = {epoch: found for epoch, found in results.items() if epoch in self._plan.wanted}
        if not over:
            self._batch, self._sums, self._seconds = kept["batch"], dict(kept["sums"]), kept["seconds"]
            self._networks.load_state_dict(kept["networks"])
            self._optimiser.load_state_dict(kept["optimiser"])
        return True

    def unchanged(self) -> bool:
        """Whether the pictures that were trained on are still those of the data."""
        return bool(torch.equal(self._real.cpu(), as_batch(self._plan.data.train.array)))
