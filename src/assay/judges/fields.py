"""Measuring what a prompt brought for a field, or for several fields of a page, against the truth."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from assay.metrics.deciding import MEANINGS, DecidingMetric, score_of
from assay.metrics.normalise import Profile, normalise
from assay.metrics.text import Measures, measure
from assay.prompts.postprocess import apply as postprocess
from assay.records import Entrant, Item, PartScore, Response, canonical_json, digest

FIELDS_VERSION = 1
_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL | re.IGNORECASE)
_SHORTEST_ECHO = 3
_EXAMPLE_BEFORE = re.compile(
    r"(?:\A|[\n\"'\u201c\u00ab(]|\b(?:example|instance|like|such as|e\.g|eg|например|вроде)\b[:,.]*)"
    r"[ \t\"'\u201c\u00ab]*\Z"
)
_KEPT_CHARS = 4_000


class FieldJudge:
    """Measures answers about document fields; no model is asked.

    Args:
        metric: which score decides.
        profile: what is made alike in answer and truth before they are compared.
        profiles: other profiles by question type; by document class where the class alone is the key.
        show: what is done to a response before it is measured (see :mod:`assay.prompts.postprocess`).

    Attributes:
        id: hash of metric, profiles, post-processing and the version of the measures.
        name: ``metric (profile)``.
    """

    def __init__(
        self,
        metric: DecidingMetric,
        profile: Profile = "nfc_strip",
        profiles: Mapping[str, Profile] | None = None,
        show: Mapping[str, Any] | None = None,
    ) -> None:
        self.metric: DecidingMetric = metric
        self.profile: Profile = profile
        self.profiles = dict(profiles or {})
        self._show = show
        self.name = f"{metric} ({profile})"
        shown = canonical_json(show)
        self.id = digest(["fields", FIELDS_VERSION, metric, profile, sorted(self.profiles.items()), shown])

    @property
    def wanted(self) -> str:
        """What is wanted, in words for people and advisors."""
        return f"{self.metric}: {MEANINGS[self.metric]}"

    def measure(self, entrant: Entrant, item: Item, response: Response) -> tuple[PartScore, ...]:
        """Measure a response, part by part where the item's truth holds several.

        A response that failed is measured as an empty answer with the lowest score and a CER of at least 1,
        whatever the truth: a prompt must not gain by making the model decline. One that should hold several
        parts and cannot be read is an empty answer for each of them, measured in the same way.
        """
        truths = parts_of(item)
        text = "" if response.failure is not None else postprocess(self._show, response.text)
        if truths is None:
            return (self._part("", item.reference or "", text, entrant, item, response),)
        answers, fault = read_parts(text, tuple(truths))
        return tuple(
            self._part(part, truth, answers.get(part, ""), entrant, item, response, fault)
            for part, truth in truths.items()
        )

    def _part(
        self,
        part: str,
        truth: str,
        answer: str,
        entrant: Entrant,
        item: Item,
        response: Response,
        fault: str | None = None,
    ) -> PartScore:
        profile = self.profiles.get(part or question_type_of(item), self.profile)
        found = measure_field(truth, answer, profile)
        score = score_of(found, self.metric)
        if response.failure is not None or fault:
            score = None if score is None else 0.0
            # An empty answer is right about a field that is not there; no answer is not.
            found = replace(found, cer=max(found.cer, 1.0), wer=max(found.wer, 1.0), anls=0.0, exact=False)
        echoed = not found.exact and is_echo(answer, entrant)
        return PartScore(
            part=part,
            answer=answer[:_KEPT_CHARS],
            score=score,
            cer=found.cer,
            exact=found.exact,
            echoed=echoed,
            measures=_kept(found, profile, echoed, fault or response.failure),
        )


def question_type_of(item: Item) -> str:
    """What an item asks for; its document class where the class alone is the key."""
    return item.fields.get("question_type") or item.fields.get("doc_class", "")


def measure_field(truth: str, answer: str, profile: Profile = "nfc_strip") -> Measures:
    """Measure an answer; where the field is not on the page, saying so is as right as saying nothing."""
    found = measure(truth, answer, profile)
    if found.empty_reference and found.says_absent:
        return measure(truth, "", profile)
    return found


def parts_of(item: Item) -> dict[str, str] | None:
    """Truth by part where an item asks for several; None where its reference is the value itself."""
    if "parts" not in item.fields or item.reference is None:
        return None
    found: dict[str, str] = json.loads(item.reference)
    return found


def read_parts(text: str, parts: tuple[str, ...]) -> tuple[dict[str, str], str | None]:
    """Read an answer that must be one JSON object, and why it could not be read.

    A code fence around it is the one thing allowed beside it. A key that is missing or null is an empty
    answer; numbers are taken as they are written; a nested value or a key that stands twice is a fault.
    """
    fenced = _FENCE.match(text)
    try:
        found = json.loads(
            fenced[1] if fenced else text, parse_int=str, parse_float=str, object_pairs_hook=_once
        )
    except (ValueError, RecursionError):
        return {}, "the answer is not one JSON object"
    if not isinstance(found, dict):
        return {}, "the answer is JSON, but not an object"
    nested = [part for part in parts if isinstance(found.get(part), dict | list)]
    if nested:
        return {}, f"the value of {nested[0]!r} is not a text"
    return {part: _text(found.get(part)) for part in parts}, None


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def is_echo(answer: str, entrant: Entrant) -> bool:
    """Whether an answer repeats a value that the prompt gives as an example.

    That is a value in quotes, on a line of its own, or after words such as "for example" and "like". Shorter
    than three characters is too little to tell.
    """
    given = normalise(answer, "casefold")
    if len(given) < _SHORTEST_ECHO:
        return False
    inside = re.compile(rf"(?<!\w){re.escape(given)}(?!\w)")
    for template in entrant.prompt.templates:
        text = template.casefold()
        if any(_EXAMPLE_BEFORE.search(text[: found.start()]) for found in inside.finditer(text)):
            return True
    return False


def _kept(found: Measures, profile: str, echoed: bool, fault: str | None) -> dict[str, Any]:
    kept: dict[str, Any] = {
        "cer": found.cer,
        "wer": found.wer,
        "anls": found.anls,
        "exact": found.exact,
        "edits": found.edits,
        "reference_chars": found.reference_chars,
        "answer_chars": found.answer_chars,
        "profile": profile,
    }
    flags = {
        "empty_reference": found.empty_reference,
        "hallucinated": found.hallucinated,
        "says_absent": found.says_absent,
        "echoed": echoed,
    }
    kept |= {name: True for name, flag in flags.items() if flag}
    return kept | ({"fault": fault} if fault else {})
