"""The improvement prompt: what an advisor is told about the prompt it shall improve."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from assay.prompts.template import render
from assay.prompts.tokens import estimate_tokens
from assay.records import PARTS, Entrant, Item, Match, Prompt, Response, Verdict
from assay.search.replies import reply_tags
from assay.search.select import tally
from assay.stats.winrates import Winrate

TEMPLATE_NAMES = ("advice", "match", "repair")
_WITHHELD = "(not told)"
_NONE_YET = "(none yet)"
_CUT = 4_000
_NAMED = 20


def shipped_template(name: str) -> str:
    """The text of a template that comes with Assay: ``advice``, ``match`` or ``repair``."""
    return files("assay.search").joinpath("templates", f"{name}.md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Templates:
    """The editable texts an advisor is asked with.

    Attributes:
        advice: fields ``current_prompt``, ``changeable_parts``, ``required_fields``, ``feedback``,
            ``judging_criteria``, ``earlier_prompts``, ``max_chars``, ``reply_tags``.
        match: one match in the feedback; fields ``outcome``, ``input``, ``response``, ``other_response``,
            ``reasons``.
        repair: sent when a reply could not be used; fields ``fault``, ``reply_tags``, ``required_fields``.
    """

    advice: str = field(default_factory=lambda: shipped_template("advice"))
    match: str = field(default_factory=lambda: shipped_template("match"))
    repair: str = field(default_factory=lambda: shipped_template("repair"))


@dataclass(frozen=True, slots=True)
class Brief:
    """What does not change between the rounds of a run.

    Attributes:
        templates: the texts.
        changeable: parts that may be changed.
        required: fields that must stay.
        criteria: the judge's criteria; None withholds them.
        max_chars: longest prompt allowed, in characters.
        feedback_tokens: estimated tokens the matches shown may take.
        confidence: of the intervals told.
    """

    templates: Templates
    changeable: frozenset[str]
    required: frozenset[str]
    criteria: str | None
    max_chars: int
    feedback_tokens: int = 12_000
    confidence: float = 0.95


def write_advice(
    brief: Brief,
    current: Entrant,
    entrants: Sequence[Entrant],
    matches: Sequence[Match],
    items: Mapping[str, Item],
    response: Callable[[str, str, int], Response | None],
) -> str:
    """The whole improvement prompt for one advisor.

    Args:
        brief: what stays the same.
        current: the entrant to improve.
        entrants: all admitted so far, in order.
        matches: search and self-play matches, in the order issued; sealed ones are refused.
        items: search items by id.
        response: finds a response by entrant, item and sample.

    Raises:
        ValueError: a match of the sealed split was handed in.
    """
    if any(match.stage == "proof" for match in matches):
        raise ValueError("advisors never see proof matches")
    values = {
        "current_prompt": show_parts(current.prompt),
        "changeable_parts": ", ".join(part for part in PARTS if part in brief.changeable),
        "required_fields": required_fields(brief.required),
        "feedback": _feedback(brief, current.name, matches, items, response),
        "judging_criteria": brief.criteria if brief.criteria is not None else _WITHHELD,
        "earlier_prompts": _earlier(brief, current, entrants, matches),
        "max_chars": str(brief.max_chars),
        "reply_tags": reply_tags(brief.changeable),
    }
    return render(brief.templates.advice, values)


def write_repair(brief: Brief, fault: str) -> str:
    """What an advisor is told when its reply could not be used."""
    values = {
        "fault": fault,
        "reply_tags": reply_tags(brief.changeable),
        "required_fields": required_fields(brief.required),
    }
    return render(brief.templates.repair, values)


def required_fields(required: Iterable[str]) -> str:
    """The fields that must stay, as they are written in a prompt."""
    return ", ".join(f"{{{name}}}" for name in sorted(required))


def show_parts(prompt: Prompt, prefix: str = "current") -> str:
    """A prompt's parts between tags that name them."""
    return "\n".join(
        f"<{prefix}_{part}>\n{text}\n</{prefix}_{part}>" for part, text in prompt.parts().items()
    )


def _feedback(
    brief: Brief,
    name: str,
    matches: Sequence[Match],
    items: Mapping[str, Item],
    response: Callable[[str, str, int], Response | None],
) -> str:
    """Winrates against each opponent, then matches: lost first, then tied, then won, while they fit."""
    mine = [match for match in matches if name in (match.one, match.two) and match.outcome is not None]
    lines = _standings(brief, name, mine)
    room = brief.feedback_tokens - estimate_tokens("\n".join(lines))
    left_out = 0
    for outcome, match, flipped in _worst_first(name, mine):
        shown = _show_match(brief.templates.match, outcome, match, flipped, items, response)
        if shown is None:
            continue
        cost = estimate_tokens(shown)
        if cost > room:
            left_out += 1
            continue
        room -= cost
        lines.append(shown)
    if left_out:
        lines.append(f"({left_out} more matches are left out for length.)")
    return "\n".join(lines) if lines else _NONE_YET


def _standings(brief: Brief, name: str, mine: Sequence[Match]) -> list[str]:
    opponents = dict.fromkeys(other for match in mine for other in (match.one, match.two) if other != name)
    lines = []
    for other in opponents:
        result, _ = tally(mine, name, other, confidence=brief.confidence)
        if result is not None:
            lines.append(
                f"Winrate against {other}: {result.winrate:.2f} in {result.n} matches "
                f"(interval {result.low:.2f} to {result.high:.2f})."
            )
    if not opponents and mine:
        lines.append("So far the prompt has only met itself (two draws for each input).")
    return lines


def _worst_first(name: str, mine: Sequence[Match]) -> list[tuple[str, Match, bool]]:
    """Matches as (word for the outcome, match, whether the prompt was the second one), lost ones first."""
    seen = []
    for match in mine:
        points = match.seen_from(name)
        if points is None:
            continue
        flipped = match.one != name
        word = "lost" if points < 0.5 else "tied" if points == 0.5 else "won"
        seen.append((points, word, match, flipped))
    seen.sort(key=lambda entry: entry[0])
    return [(word, match, flipped) for _, word, match, flipped in seen]


def _show_match(
    template: str,
    outcome: str,
    match: Match,
    flipped: bool,
    items: Mapping[str, Item],
    response: Callable[[str, str, int], Response | None],
) -> str | None:
    one = response(match.one, match.item, match.sample_one)
    two = response(match.two, match.item, match.sample_two)
    item = items.get(match.item)
    if one is None or two is None or item is None:
        return None
    mine, other = (two, one) if flipped else (one, two)
    values = {
        "outcome": outcome,
        "input": _cut("\n".join(item.fields.values())),
        "response": _cut(mine.shown),
        "other_response": _cut(other.shown),
        "reasons": _cut("\n\n".join([*_truth(item), *(_reason(it, flipped) for it in match.verdicts)])),
    }
    return render(template, values)


def _truth(item: Item) -> list[str]:
    """The true answer of a search item, where there is one to measure against."""
    if item.reference is None:
        return []
    if not item.reference.strip():
        return ["(The true answer is empty: there is nothing to find.)"]
    return [f"(The true answer: {item.reference})"]


def _reason(verdict: Verdict, flipped: bool) -> str:
    """A judge's words, with a note of which response is which in them."""
    if verdict.source == "metric":
        mine, other = ("two", "one") if flipped else ("one", "two")
        return (
            f"(In these words {mine} is the current prompt's response, {other} the other.)\n{verdict.reason}"
        )
    if verdict.shown_first is None:
        return verdict.reason
    place = "first" if (verdict.shown_first == "one") != flipped else "second"
    return f"(The judge read the response of the current prompt {place}.)\n{verdict.reason}"


def _earlier(brief: Brief, current: Entrant, entrants: Sequence[Entrant], matches: Sequence[Match]) -> str:
    """Earlier prompts with their record: the newest whole, as many as half the feedback's room holds."""
    room = brief.feedback_tokens // 2
    shown: list[str] = []
    left_out: list[str] = []
    for entrant in reversed(entrants):
        if entrant.name == current.name:
            continue
        result, _ = tally(matches, entrant.name, current.name, confidence=brief.confidence)
        text = _show_earlier(entrant, result)
        cost = estimate_tokens(text)
        if cost > room:
            left_out.append(f"{entrant.name}: {_record(result)}")
            continue
        room -= cost
        shown.append(text)
    lines = shown[::-1]
    if left_out:
        named = "; ".join(left_out[:_NAMED])
        lines.append(f"({len(left_out)} more are left out for length. Won against the current: {named}.)")
    return "\n".join(lines) or _NONE_YET


def _record(result: Winrate | None) -> str:
    return f"{result.winrate:.2f} of {result.n} matches" if result else "not played"


def _show_earlier(entrant: Entrant, result: Winrate | None) -> str:
    share = _record(result)
    body = _cut(show_parts(entrant.prompt, "earlier"))
    return (
        f'<earlier_prompt name="{entrant.name}">\nWon against the current prompt: {share}\n{body}\n'
        "</earlier_prompt>"
    )


def _cut(text: str) -> str:
    """Shorten a long text in the middle, and say so."""
    if len(text) <= _CUT:
        return text
    half = _CUT // 2
    return f"{text[:half]}\n[... {len(text) - _CUT} characters left out ...]\n{text[-half:]}"
