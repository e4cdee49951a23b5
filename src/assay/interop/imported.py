"""Recorded verdicts as a run of their own, so that every report works on them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay.data.text_files import read_text, require_file
from assay.errors import DataError
from assay.interop.recorded import RecordedVerdict, read_verdicts
from assay.records import Entrant, Item, Match, Prompt, Response, Verdict, digest, text_digest
from assay.store import EntrantRow, Store

_UNKNOWN = "(the text of prompt {name} was not recorded)"


@dataclass(frozen=True, slots=True)
class Imported:
    """An import.

    Attributes:
        run: id of the run that was made.
        verdicts: verdicts it holds.
        skipped: one sentence per row that could not be used.
    """

    run: str
    verdicts: int
    skipped: tuple[str, ...]

    def to_data(self) -> dict[str, Any]:
        """JSON form, the shape scripts rely on."""
        return {"run": self.run, "verdicts": self.verdicts, "skipped": list(self.skipped)}


def import_verdicts(
    store: Store, path: Path, *, prompts: Path | None = None, name: str | None = None
) -> Imported:
    """Read a verdict file into a new, finished run.

    Args:
        store: where the run is made.
        path: verdicts as JSON Lines; see :mod:`assay.interop.recorded`.
        prompts: a JSON object of prompt texts by name, where there is one.
        name: of the run; by default made from the file's name.

    Raises:
        UsageError: no such file.
        DataError: no row can be used, or the prompts are not an object of texts.
    """
    recorded = read_verdicts(require_file(path))
    if not recorded.verdicts:
        raise DataError(str(path), recorded.skipped or ["no verdict in it"])
    texts = _texts(prompts)
    judge = f"recorded in {path.name}"
    run = store.runs.create(
        study=digest(["import", text_digest(path.read_text("utf-8-sig", "replace"))]),
        name=name or _name(path),
        kind="import",
        config={"name": name or _name(path), "kind": "import", "source": path.name, "judge": {"kind": judge}},
    )
    evidence = store.evidence
    items = _items(recorded.verdicts)
    evidence.add_items(run.id, [(item, "search") for item in items.values()])
    for position, entrant in enumerate(_entrants(recorded.verdicts, texts)):
        evidence.add_entrant(run.id, EntrantRow(entrant, position))
    samples = _Samples()
    for ordinal, verdicts in enumerate(_by_match(recorded.verdicts)):
        match, responses = _match(verdicts, items[verdicts[0].input], samples)
        for response in responses:
            evidence.add_response(run.id, response, "recorded")
        orders = [verdict.shown_first or "one" for verdict in verdicts]
        evidence.add_match(run.id, ordinal, match, judge=judge, orders=orders)
    evidence.flush()
    store.runs.set_state(run.id, "finished")
    return Imported(run.id, len(recorded.verdicts), recorded.skipped)


def _texts(path: Path | None) -> Mapping[str, str]:
    if path is None:
        return {}
    text, _ = read_text(require_file(path))
    try:
        found = json.loads(text)
    except ValueError as error:
        raise DataError(str(path), [f"not JSON: {error}"]) from error
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise DataError(str(path), ["an object of prompt texts by name is needed"])
    return found


def _name(path: Path) -> str:
    kept = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in path.stem)
    return kept.strip("-._")[:40] or "import"


def _items(verdicts: Iterable[RecordedVerdict]) -> dict[int | str, Item]:
    """An item for each input; texts are numbered as they come, since the file gives them no row."""
    inputs = dict.fromkeys(verdict.input for verdict in verdicts)
    return {
        found: Item({"input": str(found)}, row=found if isinstance(found, int) else number)
        for number, found in enumerate(inputs)
    }


def _entrants(verdicts: Iterable[RecordedVerdict], texts: Mapping[str, str]) -> list[Entrant]:
    names = dict.fromkeys(name for verdict in verdicts for name in (verdict.prompt_one, verdict.prompt_two))
    return [
        Entrant(name, Prompt.simple(texts.get(name) or _UNKNOWN.format(name=name))) for name in sorted(names)
    ]


def _by_match(verdicts: Iterable[RecordedVerdict]) -> list[list[RecordedVerdict]]:
    """Verdicts on the same two responses to the same input belong to one match, in file order."""
    matches: dict[tuple[Any, ...], list[RecordedVerdict]] = {}
    for verdict in verdicts:
        key = (
            *(verdict.prompt_one, verdict.prompt_two, verdict.input),
            *(verdict.response_one, verdict.response_two),
        )
        matches.setdefault(key, []).append(verdict)
    return list(matches.values())


class _Samples:
    """Numbers the different responses of a prompt to an input: recorded runs draw afresh for each pair."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], dict[str, int]] = {}

    def number(self, entrant: str, item: str, text: str, *, other: int | None = None) -> int:
        seen = self._seen.setdefault((entrant, item), {})
        if text not in seen:
            seen[text] = len(seen)
        number = seen[text]
        # Self-play with twice the same text still is two draws.
        return number if number != other else number + 1_000_000


def _match(verdicts: list[RecordedVerdict], item: Item, samples: _Samples) -> tuple[Match, list[Response]]:
    head = verdicts[0]
    one, two = head.response_one or "", head.response_two or ""
    sample_one = samples.number(head.prompt_one, item.id, one)
    same = head.prompt_one == head.prompt_two
    sample_two = samples.number(head.prompt_two, item.id, two, other=sample_one if same else None)
    match = Match(
        one=head.prompt_one,
        two=head.prompt_two,
        item=item.id,
        group=item.group,
        stage="self-play" if same else "search",
        verdicts=tuple(
            Verdict(found.winner, found.shown_first, found.justification, number, "import")
            for number, found in enumerate(verdicts)
        ),
        sample_one=sample_one,
        sample_two=sample_two,
    )
    responses = [
        Response(head.prompt_one, item.id, sample_one, one, one),
        Response(head.prompt_two, item.id, sample_two, two, two),
    ]
    return match, responses
