"""Which prompt of a cell is best, and what leave-one-document-out says of it: pure functions of trials."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from assay.arena.scoring import Trial
from assay.records import Entrant
from assay.search.fields.cells import Guard


@dataclass(frozen=True, slots=True)
class Standing:
    """How a prompt did on the items it was tried on.

    Attributes:
        entrant: its name.
        score: mean of the deciding metric in [0, 1], higher is better; None where no item counted.
        cer: mean character error rate per item, >= 0, not clipped.
        exact: share of exact answers, in [0, 1].
        tokens: mean tokens of an answer.
        chars: characters of the prompt.
        n: items that counted.
        groups: documents among them.
        failed: items without an answer; they count with the lowest score.
        echoed: answers that repeat a value given as an example in the prompt.
        cut: answers that ended at the token cap.
    """

    entrant: str
    score: float | None
    cer: float
    exact: float
    tokens: float
    chars: int
    n: int
    groups: int
    failed: int = 0
    echoed: int = 0
    cut: int = 0

    @property
    def rank(self) -> tuple[float, float, float, float, int]:
        """Sort key, best first: score, lower CER, higher exact match, fewer tokens, shorter prompt."""
        score = -1.0 if self.score is None else self.score
        # Sums in another order differ in the last digits; what differs there is equal.
        return (
            *(-round(score, 9), round(self.cer, 9), -round(self.exact, 9)),
            *(round(self.tokens, 6), self.chars),
        )


def standing_of(entrant: Entrant, trials: Sequence[Trial]) -> Standing:
    """Sum up the trials of one entrant.

    Raises:
        ValueError: there are none.
    """
    if not trials:
        raise ValueError(f"{entrant.name} was tried on no item")
    counted = [trial for trial in trials if trial.score is not None]
    return Standing(
        entrant=entrant.name,
        score=fmean(trial.score for trial in counted if trial.score is not None) if counted else None,
        cer=fmean(trial.cer for trial in trials),
        exact=fmean(trial.exact for trial in trials),
        tokens=fmean(trial.tokens for trial in trials),
        chars=sum(map(len, entrant.prompt.templates)),
        n=len(counted),
        groups=len({trial.group for trial in counted}),
        failed=sum(trial.failed for trial in trials),
        echoed=sum(trial.echoed for trial in trials),
        cut=sum(trial.cut for trial in trials),
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """The best prompt of a cell on the search documents.

    Attributes:
        champion: name; the first prompt where nothing scores higher.
        runner_up: the next best, or None.
        refused: challengers that scored higher and lost too much on a guarded field, with the field.
        reason: the choice as a sentence.
    """

    champion: str
    runner_up: str | None
    refused: tuple[tuple[str, str], ...]
    reason: str


def choose(standings: Sequence[Standing], guard_losses: Mapping[str, Sequence[str]] | None = None) -> Choice:
    """Choose the best prompt; the first of ``standings``, the user's, stays unless another scores higher.

    Equal scores are told apart by lower CER, higher exact match, fewer tokens and shorter prompt, in this
    order; none of these alone unseats the first prompt.

    Args:
        standings: the first prompt's, then those of the challengers in the order they were admitted.
        guard_losses: guarded fields that a challenger made worse by more than the margin, by its name.

    Raises:
        ValueError: there are none.
    """
    if not standings:
        raise ValueError("there is no prompt to choose from")
    first, losses = standings[0], guard_losses or {}
    better = [it for it in standings[1:] if _higher(it, first)]
    refused = tuple((it.entrant, losses[it.entrant][0]) for it in better if losses.get(it.entrant))
    allowed = sorted((it for it in better if not losses.get(it.entrant)), key=lambda it: it.rank)
    champion = allowed[0] if allowed else first
    others = sorted((it for it in standings if it is not champion), key=lambda it: it.rank)
    return Choice(
        champion=champion.entrant,
        runner_up=others[0].entrant if others else None,
        refused=refused,
        reason=_reason(champion, first, refused, len(standings)),
    )


def _higher(challenger: Standing, first: Standing) -> bool:
    if challenger.score is None:
        return False
    return first.score is None or round(challenger.score - first.score, 9) > 0.0


def _reason(champion: Standing, first: Standing, refused: Sequence[tuple[str, str]], tried: int) -> str:
    held = f"; {len(refused)} scored higher and lost too much on a guarded field" if refused else ""
    if champion is first:
        return f"none of {tried - 1} other prompts scores higher on the search documents{held}"
    score, before = champion.score or 0.0, first.score or 0.0
    return f"scores {score:.3f} on the search documents, the first prompt {before:.3f}{held}"


def guard_losses(
    guards: Iterable[Guard], first: Sequence[Trial], challenger: Sequence[Trial]
) -> tuple[str, ...]:
    """Guarded fields on which a challenger's mean score is below the first prompt's by more than the margin.

    Args:
        guards: the guards of the cell.
        first: the first prompt's trials, those on guarded items included.
        challenger: the challenger's.
    """
    lost = []
    for guard in guards:
        before, after = guarded_scores(guard, first), guarded_scores(guard, challenger)
        shared = before.keys() & after.keys()
        loss = fmean(before[it] - after[it] for it in shared) if shared else 0.0
        if round(loss - guard.margin, 9) > 0.0:
            lost.append(guard.name)
    return tuple(lost)


def guarded_scores(guard: Guard, trials: Iterable[Trial]) -> dict[str, float]:
    """Scores on what is guarded by item: a part, the values that are there, or another segment's items."""
    if guard.filled:
        found = {trial.item: trial.score for trial in trials if trial.stage != "guard" and trial.filled}
    elif guard.part:
        found = {trial.item: trial.parts.get(guard.part) for trial in trials if trial.stage != "guard"}
    else:
        mine = {item.id for item in (*guard.items, *guard.proof)}
        found = {trial.item: trial.score for trial in trials if trial.item in mine}
    return {item: score for item, score in found.items() if score is not None}


@dataclass(frozen=True, slots=True)
class CrossValidation:
    """What choosing a prompt on all documents but one brings on the one left out.

    Attributes:
        scores: score of the prompt chosen without its document, by item that counts for the metric.
        first: the first prompt's score, likewise.
        groups: document by item, those that do not count included.
        clipped: clipped CER of the prompt so chosen, by item, likewise.
        cer: mean CER of the prompts so chosen on the documents left out.
        exact: their share of exact answers.
        agreed: share of documents without which the same prompt is chosen as with all of them.
    """

    scores: Mapping[str, float]
    first: Mapping[str, float]
    groups: Mapping[str, str]
    clipped: Mapping[str, float]
    cer: float
    exact: float
    agreed: float


def cross_validate(
    entrants: Sequence[Entrant],
    trials: Mapping[str, Sequence[Trial]],
    guards: Sequence[Guard] = (),
) -> CrossValidation | None:
    """Leave one document out, choose on the others, score on it; for each document in turn.

    Only the choice is cross-validated: whoever proposed the prompts saw mistakes of all documents.

    Args:
        entrants: the first prompt, then the challengers.
        trials: of each on every item, by name.
        guards: what must not get worse; told without the document left out, like everything else.

    Returns:
        None with fewer than two documents that count.
    """
    everything = trials
    trials = {name: [trial for trial in tried if trial.stage == "search"] for name, tried in trials.items()}
    first = {trial.item: trial.score for trial in trials[entrants[0].name] if trial.score is not None}
    groups = {trial.item: trial.group for trial in trials[entrants[0].name]}
    if len({groups[item] for item in first}) < 2:
        return None
    overall = _chosen(entrants, everything, guards)
    kept: list[Trial] = []
    agreed = 0
    documents = sorted(set(groups.values()))
    for left_out in documents:
        others = {
            name: [trial for trial in tried if trial.group != left_out] for name, tried in everything.items()
        }
        chosen = _chosen(entrants, others, guards)
        agreed += chosen == overall
        kept += [trial for trial in trials[chosen] if trial.group == left_out]
    return CrossValidation(
        scores={trial.item: trial.score for trial in kept if trial.score is not None},
        first=first,
        groups=groups,
        clipped={trial.item: trial.clipped for trial in kept},
        cer=fmean(trial.cer for trial in kept),
        exact=fmean(trial.exact for trial in kept),
        agreed=agreed / len(documents),
    )


def _chosen(
    entrants: Sequence[Entrant], trials: Mapping[str, Sequence[Trial]], guards: Sequence[Guard]
) -> str:
    """The champion as far as some trials tell, those on guarded items of other segments among them."""
    own = {it.name: [trial for trial in trials[it.name] if trial.stage == "search"] for it in entrants}
    first = trials[entrants[0].name]
    losses = {it.name: guard_losses(guards, first, trials[it.name]) for it in entrants[1:]}
    return choose([standing_of(it, own[it.name]) for it in entrants], losses).champion
