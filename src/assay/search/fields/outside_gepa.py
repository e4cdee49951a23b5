"""GEPA (Agrawal et al. 2025) as a proposer: reflective mutation and a Pareto front over search items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from assay.search.fields.outside import OutsideProposer, Session, outside_template
from assay.search.replies import UnreadReply, read_reply, reply_tags

_GATE = 3
"""Mistakes that the items of a first, cheap comparison of two prompts must hold."""
_REFUSED = -1.0


@dataclass(frozen=True)
class GepaProposer(OutsideProposer):
    """An advisor that is GEPA."""

    optimiser: ClassVar[str] = "gepa"

    def optimise(self, session: Session) -> None:
        """Run GEPA until its budget is spent or a prompt makes no mistake."""
        from gepa import optimize  # noqa: PLC0415 - an extra

        parts, items = session.parts, list(range(len(session.bench.counted)))
        rounds = 4 * session.voice.left
        optimize(
            seed_candidate=dict(parts),
            trainset=items,
            valset=items,
            adapter=_Adapter(session),
            reflection_lm=lambda prompt: _fenced(session.voice.say(prompt)),
            reflection_prompt_template={part: _template(session, part) for part in parts},
            batch_sampler=_Gate(),
            # A mutation is one request.
            stop_callbacks=lambda state: session.over(1) or state.i >= rounds,
            logger=_Silence(),
            run_dir=None,
            display_progress_bar=False,
            track_best_outputs=False,
            raise_on_exception=True,
            seed=session.situation.sample,
        )


class _Silence:
    """A log that keeps nothing."""

    def log(self, message: str) -> None:
        """Drop a message: what matters of it is in the store."""


class _Gate:
    """Items on which a mutation is compared with its parent before it is tried in full.

    They are the fewest first items on which each prompt of the pool makes some mistakes: first items, since
    answers on more items then only add to these.
    """

    def next_minibatch_ids(self, loader: Any, state: Any) -> list[int]:
        """Places of the items, from 0."""
        places = list(loader.all_ids())
        return next(
            (places[:count] for count in range(1, len(places)) if _enough(state, places[:count])), places
        )


def _enough(state: Any, places: Sequence[int]) -> bool:
    return all(
        sum(scores[place] < 1.0 for place in places) >= _GATE for scores in state.prog_candidate_val_subscores
    )


class _Adapter:
    """What GEPA calls to try a prompt and to learn how it did."""

    propose_new_texts = None

    def __init__(self, session: Session) -> None:
        self._session = session

    def evaluate(self, batch: list[int], candidate: dict[str, str], capture_traces: bool = False) -> Any:
        """Scores of a candidate; one that would be refused costs nothing and loses."""
        from gepa.core.adapter import EvaluationBatch  # noqa: PLC0415 - an extra

        bench = self._session.bench
        if candidate != self._session.parts and bench.refusal(candidate) is not None:
            scores = [_REFUSED] * len(batch)
        else:
            scores = bench.scores(bench.revised(candidate), [bench.counted[place] for place in batch])
        return EvaluationBatch(
            outputs=list(batch), scores=scores, trajectories=list(batch) if capture_traces else None
        )

    def make_reflective_dataset(
        self, candidate: dict[str, str], eval_batch: Any, components_to_update: list[str]
    ) -> Mapping[str, Sequence[Mapping[str, str]]]:
        """What the model is shown of a candidate, the same for each part."""
        del eval_batch  # The bench knows more: all answers, not those of the gate alone.
        bench = self._session.bench
        results = bench.tell(outside_template("results"), bench.revised(candidate), "reflect")
        return {part: [{"Results": results}] for part in components_to_update}


def _template(session: Session, part: str) -> str:
    text = outside_template("gepa").replace("{reply_tags}", reply_tags({part}))
    return session.bench.tell(text, session.bench.current, "reflect")


def _fenced(text: str) -> str:
    """A reply as GEPA reads it: the new text in a code fence, nothing in it where there is none."""
    read = read_reply(text)
    if not isinstance(read, UnreadReply):
        return f"```\n{next(iter(read.parts.values()))}\n```"
    return text if text.count("```") >= 2 else "```\n```"
