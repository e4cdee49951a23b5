"""A run's prompt and matches as files other programs read. Sealed matches do not exist before opening."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any, Literal

from assay.errors import UsageError
from assay.prompts.files import prompt_to_text, prompt_to_yaml
from assay.records import Prompt
from assay.store import Store

What = Literal["prompt.txt", "prompt.yaml", "prompts.jsonl", "matches.jsonl", "matches.csv"]
EXPORTS: tuple[What, ...] = ("prompt.txt", "prompt.yaml", "prompts.jsonl", "matches.jsonl", "matches.csv")

_BY_FIELD, _BY_REQUEST = "documents", "images"
"""Kinds of runs that return a prompt for each field, and for each request."""

_LOOP = "loop"
"""Name of the procedure of a study of pictures that its result is of."""

_COLUMNS = (
    *("run", "match", "stage", "one", "two", "item", "group", "sample_one", "sample_two"),
    *("outcome", "failure", "input", "response_one", "response_two", "verdicts"),
)


def returned_prompt(store: Store, run_id: str, name: str | None = None) -> tuple[str, Prompt]:
    """The prompt a run returns, or the entrant of the given name.

    Raises:
        UsageError: no such run or entrant, or the run has no outcome yet and no name was given.
    """
    run = store.runs.get(run_id)
    entrants = {row.entrant.name: row.entrant.prompt for row in store.evidence.entrants(run_id)}
    wanted = name or (run.outcome or {}).get("returned")
    if wanted is None and run.kind == _BY_FIELD and run.outcome:
        raise UsageError(
            f"run {run_id} returns a prompt for each field: take them all with --what prompts.jsonl, or name "
            "one with --entrant, e.g. 1.01:first"
        )
    if wanted is None and run.kind == _BY_REQUEST:
        raise UsageError(
            f"run {run_id} is of pictures and has a prompt for each request: take them all with --what "
            f"prompts.jsonl, or name a procedure's rewriting template with --entrant, e.g. {_LOOP}"
        )
    if wanted is None:
        raise UsageError(
            f"run {run_id} has no outcome yet, so it returns no prompt: name one with --entrant "
            f"({', '.join(entrants) or 'it has none'})"
        )
    if wanted not in entrants:
        raise UsageError(f"run {run_id} has no entrant {wanted!r}; it has {', '.join(entrants) or 'none'}")
    return wanted, entrants[wanted]


def export(store: Store, run_id: str, what: What, entrant: str | None = None) -> str:
    """One export as text.

    Args:
        store: the store.
        run_id: the run.
        what: which export.
        entrant: for prompts: which one, instead of the one the run returns.

    Raises:
        UsageError: see :func:`returned_prompt`.
    """
    if what == "prompts.jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in returned_prompts(store, run_id))
    if what in ("prompt.txt", "prompt.yaml"):
        _, prompt = returned_prompt(store, run_id, entrant)
        return prompt_to_text(prompt) if what == "prompt.txt" else prompt_to_yaml(prompt)
    rows = matches(store, run_id)
    if what == "matches.jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return _csv(rows)


def returned_prompts(store: Store, run_id: str) -> Iterator[dict[str, Any]]:
    """What a run returns: one prompt, or one for each answering model and field, or for each request.

    Of pictures, requests that are done are there before the run is.

    Raises:
        UsageError: no such run, or it has no outcome yet.
    """
    run = store.runs.get(run_id)
    if run.kind == _BY_REQUEST:
        yield from _request_prompts(store, run_id)
        return
    if run.kind != _BY_FIELD or run.outcome is None:
        name, prompt = returned_prompt(store, run_id)
        yield {"name": name, "outcome": (run.outcome or {}).get("outcome"), **prompt.parts()}
        return
    rows = {row.entrant.name: row for row in store.evidence.entrants(run_id)}
    for claim in run.outcome["claims"]:
        row = rows[claim["returned"]]
        yield {
            "answerer": claim["answerer"],
            "segment": claim["segment"],
            "outcome": claim["outcome"],
            "name": claim["returned"],
            "advisor": row.advisor,
            **row.entrant.prompt.parts(),
        }


def _request_prompts(store: Store, run_id: str) -> Iterator[dict[str, Any]]:
    """The prompt of the picture that the loop chose, by request; None where every picture is blocked."""
    loops = {row.item: row for row in store.loops.loops(run_id, _LOOP)}
    for item, _ in store.evidence.items(run_id):
        if item.id not in loops:
            continue
        chosen = loops[item.id].chosen
        prompts = {row.cycle: row.prompt for row in store.loops.cycles(run_id, _LOOP, item.id)}
        yield {
            "request": item.fields["request"],
            "prompt": prompts[chosen[0]] if chosen is not None else None,
            "cycle": chosen[0] if chosen is not None else None,
            "how": loops[item.id].how,
        }


def matches(store: Store, run_id: str) -> Iterator[dict[str, Any]]:
    """Every match of a run with its texts and verdicts, in the order issued.

    Raises:
        UsageError: no such run, or one of documents or pictures, where no matches are played.
    """
    kind = store.runs.get(run_id).kind
    if kind == _BY_REQUEST:
        raise UsageError(
            f"run {run_id} is of pictures, which are measured and play no matches; every picture is in "
            "pictures.csv beside its report"
        )
    if kind.startswith(_BY_FIELD):
        raise UsageError(
            f"run {run_id} is of documents: its prompts are measured and play no matches; every answer is in "
            "answers.csv beside its report"
        )
    fields = {item.id: dict(item.fields) for item, _ in store.evidence.items(run_id)}
    shown = {(made.entrant, made.item, made.sample): made.shown for made in store.evidence.responses(run_id)}
    for number, match in enumerate(store.evidence.matches(run_id)):
        yield {
            "run": run_id,
            "match": number,
            "stage": match.stage,
            "one": match.one,
            "two": match.two,
            "item": match.item,
            "group": match.group,
            "sample_one": match.sample_one,
            "sample_two": match.sample_two,
            "outcome": match.outcome,
            "failure": match.failure,
            "input": fields.get(match.item, {}),
            "response_one": shown.get((match.one, match.item, match.sample_one)),
            "response_two": shown.get((match.two, match.item, match.sample_two)),
            "verdicts": [
                {
                    "winner": verdict.winner,
                    "shown_first": verdict.shown_first,
                    "repeat": verdict.repeat,
                    "source": verdict.source,
                    "reason": verdict.reason,
                }
                for verdict in match.verdicts
            ],
        }


def _csv(rows: Iterator[dict[str, Any]]) -> str:
    """Flat rows: what is nested is written as JSON, and a cell never begins a spreadsheet formula."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
