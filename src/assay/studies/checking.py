"""Checking a study's judge before money is spent on it: gold pairs, and the first prompt against itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from assay.arena import choose_items, plan_pair
from assay.calls import each
from assay.errors import AssayError
from assay.judges.check import GoldPair, JudgeFigures, SelfPlayFigures, self_play_figures
from assay.judges.live import Comparison, check_judge
from assay.records import UNJUDGED, Judge, Match, Progress, Verdict
from assay.store import EntrantRow, Store
from assay.studies.cast import most_at_once
from assay.studies.executing import Ran, execute
from assay.studies.stage import Options, Stage
from assay.studies.study import Study

DEFAULT_ITEMS = 20


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found of a judge.

    Attributes:
        ran: the run that asked it; its calls are paid once, later runs find them.
        gold: figures on pairs with gold labels; None where none were given.
        self_play: figures of the first prompt against itself; None where no item was played.
    """

    ran: Ran
    gold: JudgeFigures | None
    self_play: SelfPlayFigures | None


async def check_study_judge(
    study: Study,
    store: Store,
    gold: Sequence[GoldPair] = (),
    *,
    items: int = DEFAULT_ITEMS,
    options: Options | None = None,
) -> Checked:
    """Ask the judge of a study about gold pairs, and about two draws of the first prompt.

    Args:
        study: the study; its caps hold here too.
        store: the store.
        gold: pairs with gold labels.
        items: search items the first prompt answers twice; 0 leaves self-play out.
        options: how the run is started.

    Raises:
        AssayError: as for :func:`assay.studies.text.run_text`.
    """
    found: dict[str, Any] = {}

    async def work(stage: Stage[Study]) -> dict[str, Any]:
        found["self_play"] = await _self_play(stage, items) if items else None
        found["gold"] = await _gold(stage, gold) if gold else None
        figures = {name: made.to_data() if made else None for name, made in found.items()}
        return {"judge": stage.judge.name, **figures}

    started = replace(options or Options(), new=True)
    ran = await execute(replace(study, purpose="judge-check"), store, started, kind="judge-check", work=work)
    return Checked(ran, found["gold"], found["self_play"])


async def _self_play(stage: Stage[Study], items: int) -> SelfPlayFigures | None:
    first = stage.study.first
    stage.journal.entrant(EntrantRow(first, 0))
    chosen = choose_items(stage.study.splits.search, items, stage.study.config.seed)
    plans = plan_pair(
        first,
        first,
        chosen,
        stage="self-play",
        mode="both",
        traits=stage.judge.traits,
        samples=(0, 1),
    )
    matches = await stage.arena.play(list(plans), "self-play of the first prompt")
    judged = [match for match in matches if any(verdict.source not in UNJUDGED for verdict in match.verdicts)]
    return self_play_figures([_orders(match) for match in judged]) if judged else None


def _orders(match: Match) -> tuple[Any, Any]:
    """The winners with the first and with the second response shown first."""
    return match.verdicts[0].winner, match.verdicts[-1].winner


async def _gold(stage: Stage[Study], pairs: Sequence[GoldPair]) -> JudgeFigures:
    async def play(judge: Judge, comparisons: Sequence[Comparison]) -> list[Verdict]:
        verdicts: list[Verdict | None] = [None] * len(comparisons)
        done = 0

        async def ask(numbered: tuple[int, Comparison]) -> None:
            nonlocal done
            number, it = numbered
            verdicts[number] = await judge.compare(it.item, it.one, it.two, shown_first=it.shown_first)
            done += 1
            stage.options.tell(Progress("gold pairs", done, len(comparisons)))

        await each(ask, enumerate(comparisons), width=most_at_once(stage.study))
        return [verdict for verdict in verdicts if verdict is not None]

    missing = sorted(stage.study.fields - set(pairs[0].item.fields))
    if missing and stage.study.judge_prompt is not None:
        raise AssayError(
            f"the gold pairs have the fields {sorted(pairs[0].item.fields)}, the judge prompt of this study "
            f"takes {sorted(stage.study.fields)}: name the field of 'input' with --field, or write 'input' "
            "as an object of texts by field name"
        )
    return await check_judge(stage.judge, pairs, play)
