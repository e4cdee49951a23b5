"""People as advisors: what to paste into a chat, and handing the replies in."""

from dataclasses import dataclass

from assay.errors import UsageError
from assay.records import Entrant, Response
from assay.search import Brief, read_reply, write_advice
from assay.search.propose import consider
from assay.search.replies import UnreadReply
from assay.store import Run, Store
from assay.studies.brief import make_admission, make_brief
from assay.studies.cast import make_cast
from assay.studies.searched import Searched
from assay.studies.study import Study


@dataclass(frozen=True, slots=True)
class Standing:
    """How a study stands: its newest run, the entrants and the champion.

    Attributes:
        run: the newest run, or None before the first.
        entrants: in the order admitted; the first prompt alone before the first run.
        champion: the entrant advisors are asked to improve.
    """

    run: Run | None
    entrants: tuple[Entrant, ...]
    champion: Entrant


def standing(study: Searched, store: Store) -> Standing:
    """How a study stands."""
    run = store.runs.latest(study.id)
    rows = store.evidence.entrants(run.id) if run else []
    entrants = tuple(row.entrant for row in rows) or (study.first,)
    champion = entrants[0].name
    for decision in store.evidence.decisions(run.id) if run else []:
        if decision.kind == "champion" and decision.data.get("promoted"):
            champion = decision.data["challenger"]
    return Standing(run, entrants, next(entrant for entrant in entrants if entrant.name == champion))


async def advice_for_people(study: Study, store: Store) -> str:
    """The improvement prompt as things stand, to be pasted into any chat. Sealed matches are not in it."""
    cast = make_cast(study)
    try:
        brief = make_brief(study, cast.chat(study.config.models.answerer))
    finally:
        await cast.close()
    return advice_text(study, store, brief)


def advice_text(study: Searched, store: Store, brief: Brief) -> str:
    """The improvement prompt of any study as things stand; see :func:`advice_for_people`."""
    now = standing(study, store)
    matches = []
    responses: dict[tuple[str, str, int], Response] = {}
    if now.run is not None:
        matches = [match for match in store.evidence.matches(now.run.id) if match.stage != "proof"]
        responses = {
            (made.entrant, made.item, made.sample): made
            for made in store.evidence.responses(now.run.id)
            if made.failure is None
        }
    items = {item.id: item for item in study.splits.search}
    return write_advice(
        brief,
        now.champion,
        now.entrants,
        matches,
        items,
        lambda entrant, item, sample: responses.get((entrant, item, sample)),
    )


def hand_in(study: Searched, store: Store, advisor: str, replies: dict[str, str]) -> list[str]:
    """Keep replies for the next round of the study's run; all are checked before any is kept.

    Args:
        study: the study.
        store: the store.
        advisor: who is credited.
        replies: texts by the name of their file.

    Returns:
        One sentence for each reply that would be refused as things stand; it is kept all the same, since the
        champion may be another one by then.

    Raises:
        UsageError: replies that cannot be read at all; nothing is kept.
    """
    faults = [
        f"{name}: {read.fault}"
        for name, text in replies.items()
        if isinstance(read := read_reply(text), UnreadReply)
    ]
    if faults:
        raise UsageError("nothing was kept:\n" + "\n".join(f"  - {fault}" for fault in faults))
    now, admit = standing(study, store), make_admission(study)
    notes = []
    for name, text in replies.items():
        draft = consider(
            text, now.champion.prompt, lambda prompt: admit(prompt, now.champion, now.entrants), (text,)
        )
        if draft.refusal is not None:
            notes.append(f"{name}: as things stand it would be refused: {draft.refusal}")
        store.commands.add(f"study:{study.id}", "propose", {"advisor": advisor, "reply": text})
    return notes
