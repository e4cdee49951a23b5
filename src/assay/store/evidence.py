"""Evidence of a run: items, entrants, proposals, responses, matches with their verdicts, decisions."""

import json
import time
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from assay.records import (
    Entrant,
    Image,
    Item,
    Match,
    Prompt,
    Response,
    Settings,
    Split,
    Verdict,
    canonical_json,
)
from assay.store.database import Database


@dataclass(frozen=True, slots=True)
class EntrantRow:
    """An entrant with its place in the run.

    Attributes:
        entrant: the prompt with its settings.
        position: order of admission, from 0 (the first prompt).
        parents: names it was made from.
        advisor: who proposed it, or None for the user's own.
        round: round of the search, from 1; 0 for the user's own.
        reason: the advisor's summary of changes.
        segment: the segment it is for; empty where a study has one prompt for all items.
        answerer: identity of the model it is for; empty where a study has one.
    """

    entrant: Entrant
    position: int
    parents: tuple[str, ...] = ()
    advisor: str | None = None
    round: int = 0
    reason: str = ""
    segment: str = ""
    answerer: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an advisor was told and answered, admitted or refused.

    Attributes:
        ordinal: number in the run, from 0.
        round: round of the search, from 1.
        advisor: who proposed.
        parent: name of the entrant it was asked to improve.
        advice: the whole message the advisor got.
        replies: its reply, and the repaired one where the first could not be read.
        calls: keys of the stored calls; empty for a person's.
        changes: the advisor's summary.
        prompt: the proposed prompt, where one could be read.
        entrant: its name, where admitted.
        refusal: why not, where refused.
        segment: the segment it is for; empty where a study has one prompt for all items.
    """

    ordinal: int
    round: int
    advisor: str
    parent: str
    advice: str
    replies: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    changes: str = ""
    prompt: Prompt | None = None
    entrant: str | None = None
    refusal: str | None = None
    segment: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a run, kept so that a resumed run decides alike.

    Attributes:
        step: its name, unique in the run.
        kind: what was decided.
        data: the figures it was made from and what was decided.
    """

    step: str
    kind: str
    data: dict[str, Any] = field(default_factory=dict)


class EvidenceTable:
    """Reads and writes of a run's evidence. Writes are idempotent, so that a resumed run may repeat them."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._post = database.writer.post

    def add_items(self, run: str, items: Iterable[tuple[Item, Split]]) -> None:
        """Note the items of a run with their splits."""
        for item, split in items:
            images = canonical_json([[it.blob, it.media_type, it.width, it.height] for it in item.images])
            self._post(
                "INSERT OR IGNORE INTO items (id, fields, images) VALUES (?, ?, ?)",
                (item.id, canonical_json(dict(item.fields)), images),
            )
            row = (run, item.id, item.row, item.group, item.segment, split, item.reference)
            self._post(
                "INSERT OR REPLACE INTO run_items (run, item, position, grp, segment, split, reference) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                row,
            )

    def items(self, run: str) -> list[tuple[Item, Split]]:
        """The items of a run with their splits, in file order."""
        rows = self._database.query(
            "SELECT i.fields, r.grp, r.position, r.segment, i.images, r.reference, r.split FROM run_items r "
            "JOIN items i ON i.id = r.item WHERE r.run = ? ORDER BY r.position",
            (run,),
        )
        return [
            (Item(json.loads(row[0]), row[1], row[2], row[3], _images(row[4]), row[5]), row[6])
            for row in rows
        ]

    def searched_by(self, keys: Collection[str], *, but: str) -> dict[str, int]:
        """How many items that some of these seal keys stand for other runs had for their search, by run.

        Args:
            keys: as noted with the places of items, under ``seal``.
            but: the run that is not meant.
        """
        rows = self._database.query(
            "SELECT r.run, count(DISTINCT r.item) FROM run_items r, json_each(r.place, '$.seal') own "
            "JOIN json_each(?) wanted ON wanted.value = own.value JOIN runs ON runs.id = r.run "
            "WHERE r.split = 'search' AND r.run <> ? GROUP BY r.run ORDER BY runs.created, r.run",
            (json.dumps(sorted(keys)), but),
        )
        return dict(rows)

    def add_places(self, run: str, places: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Note where items of a run stand in the user's files, by item id, for reports."""
        for item, place in places:
            self._post(
                "UPDATE run_items SET place = ? WHERE run = ? AND item = ?",
                (canonical_json(place), run, item),
            )

    def places(self, run: str) -> dict[str, dict[str, Any]]:
        """Where items stand in the user's files, by item id."""
        rows = self._database.query("SELECT item, place FROM run_items WHERE run = ?", (run,))
        return {item: json.loads(place) for item, place in rows}

    def add_entrant(self, run: str, row: EntrantRow, *, kind: str = "prompt") -> None:
        """Note an entrant."""
        entrant = row.entrant
        content = {
            "prompt": entrant.prompt.to_data(),
            "settings": entrant.settings.to_data(),
            "postprocess": entrant.postprocess,
        }
        values = (
            *(run, entrant.name, row.position, kind, entrant.content, canonical_json(content)),
            *(canonical_json(list(row.parents)), row.advisor, row.round, row.reason, time.time()),
            *(row.segment, row.answerer),
        )
        self._post(
            "INSERT OR REPLACE INTO entrants (run, name, position, kind, content_hash, content, parents, "
            "advisor, round, reason, created, segment, answerer) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )

    def entrants(self, run: str) -> list[EntrantRow]:
        """The entrants of a run in the order they were admitted."""
        rows = self._database.query(
            "SELECT name, content, position, parents, advisor, round, reason, segment, answerer "
            "FROM entrants WHERE run = ? ORDER BY position",
            (run,),
        )
        return [
            EntrantRow(_entrant(row[0], json.loads(row[1])), row[2], tuple(json.loads(row[3])), *row[4:])
            for row in rows
        ]

    def add_proposal(self, run: str, proposal: Proposal) -> None:
        """Note a proposal."""
        content = canonical_json(proposal.prompt.to_data()) if proposal.prompt else None
        values = (
            *(run, proposal.ordinal, proposal.round, proposal.advisor, proposal.parent, proposal.advice),
            *(canonical_json(list(proposal.replies)), canonical_json(list(proposal.calls))),
            *(proposal.changes, content, proposal.entrant, proposal.refusal, time.time(), proposal.segment),
        )
        self._post(
            "INSERT OR REPLACE INTO proposals (run, ordinal, round, advisor, parent, advice, replies, calls, "
            "changes, content, entrant, refusal, created, segment) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )

    def proposals(self, run: str) -> list[Proposal]:
        """The proposals of a run in order."""
        rows = self._database.query(
            "SELECT ordinal, round, advisor, parent, advice, replies, calls, changes, content, entrant, "
            "refusal, segment FROM proposals WHERE run = ? ORDER BY ordinal",
            (run,),
        )
        return [_proposal(row) for row in rows]

    def add_response(self, run: str, response: Response, answerer: str) -> None:
        """Note a response."""
        values = (
            *(run, response.entrant, response.item, response.sample, answerer, response.text),
            *(response.shown, response.finish, response.failure, response.call, response.tokens),
        )
        self._post("INSERT OR REPLACE INTO responses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def responses(self, run: str, *, texts: bool = True) -> list[Response]:
        """The responses of a run; without their texts where only figures are wanted."""
        said = "text, shown" if texts else "'', ''"
        rows = self._database.query(
            f"SELECT entrant, item, sample, {said}, finish, failure, call, tokens FROM responses "  # noqa: S608
            "WHERE run = ? ORDER BY entrant, item, sample",
            (run,),
        )
        return [Response(*row) for row in rows]

    def add_match(self, run: str, ordinal: int, match: Match, *, judge: str, orders: Sequence[str]) -> None:
        """Note a match with its verdicts."""
        values = (
            *(run, ordinal, match.stage, match.one, match.two, match.item, match.group),
            *(match.sample_one, match.sample_two, json.dumps(list(orders)), judge),
            *(match.outcome, match.failure),
        )
        self._post(
            "INSERT OR REPLACE INTO matches (run, ordinal, stage, one, two, item, grp, sample_one, "
            "sample_two, orders, judge, outcome, failure) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        for number, verdict in enumerate(match.verdicts):
            row = (
                *(run, ordinal, number, verdict.winner, verdict.shown_first, verdict.repeat),
                *(verdict.source, verdict.reason, verdict.call),
            )
            self._post("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def matches(self, run: str, stage: str | None = None) -> list[Match]:
        """The matches of a run (of one stage, where given) in the order they were issued."""
        verdicts: dict[int, list[Verdict]] = {}
        for row in self._database.query(
            "SELECT match, winner, shown_first, reason, repeat, source, call FROM verdicts WHERE run = ? "
            "ORDER BY match, ordinal",
            (run,),
        ):
            verdicts.setdefault(row[0], []).append(Verdict(*row[1:]))
        rows = self._database.query(
            "SELECT ordinal, one, two, item, grp, stage, sample_one, sample_two, failure FROM matches "
            "WHERE run = ? AND (? IS NULL OR stage = ?) ORDER BY ordinal",
            (run, stage, stage),
        )
        return [
            Match(
                *(row[1], row[2], row[3], row[4], row[5], tuple(verdicts.get(row[0], ()))),
                *(row[6], row[7], row[8]),
            )
            for row in rows
        ]

    def decide(self, run: str, decision: Decision) -> None:
        """Note a decision and wait until it is durable; the first one of a step stands."""
        values = (run, decision.step, decision.kind, canonical_json(decision.data), time.time())
        self._database.writer.write("INSERT OR IGNORE INTO decisions VALUES (?, ?, ?, ?, ?)", values)

    def decisions(self, run: str) -> list[Decision]:
        """The decisions of a run in the order they were made."""
        rows = self._database.query(
            "SELECT step, kind, data FROM decisions WHERE run = ? ORDER BY rowid", (run,)
        )
        return [Decision(row[0], row[1], json.loads(row[2])) for row in rows]

    def flush(self) -> None:
        """Wait until everything noted so far is durable."""
        self._database.writer.flush()


def _entrant(name: str, content: dict[str, Any]) -> Entrant:
    prompt, settings = Prompt.from_data(content["prompt"]), Settings.from_data(content["settings"])
    return Entrant(name, prompt, settings, content["postprocess"])


def _proposal(row: tuple[Any, ...]) -> Proposal:
    ordinal, round_, advisor, parent, advice, replies, calls, changes, content, entrant, *rest = row
    prompt = Prompt.from_data(json.loads(content)) if content else None
    told = (tuple(json.loads(replies)), tuple(json.loads(calls)))
    return Proposal(ordinal, round_, advisor, parent, advice, *told, changes, prompt, entrant, *rest)


def _images(text: str) -> tuple[Image, ...]:
    return tuple(Image(*values) for values in json.loads(text))
