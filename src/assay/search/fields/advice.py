"""What an advisor is told about one field: description, answerer, metric, tried prompts, worst mistakes."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Literal, get_args

from assay.prompts.template import render
from assay.prompts.tokens import estimate_tokens
from assay.records import PARTS, Entrant, Item
from assay.search.advice import required_fields, show_parts
from assay.search.fields.cells import Cell, short_name
from assay.search.fields.choice import Standing
from assay.search.fields.masking import mask, phrasing, words_of
from assay.search.replies import reply_tags

Strategy = Literal["one-shot", "history", "battle", "few-shot", "critique", "reflect"]
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)
"""How an advisor is asked.

``one-shot`` describes the field and nothing of how prompts did. ``history`` adds the prompts tried, with
their scores, and asks what they have in common (OPRO; Yang et al. 2023). ``battle`` is the same, asked of two
advisors drawn by lot that do not know of each other. ``few-shot`` asks for made-up examples of the answer's
shape. ``critique`` asks for criticism first and for an edit that heeds it second, a gradient in words
(ProTeGi, Pryzant et al. 2023). ``reflect`` shows the worst mistakes and asks for their cause and a rewrite
(GEPA, Agrawal et al. 2025).
"""

TEMPLATE_NAMES = (*STRATEGIES, "edit", "repair")
_NONE_YET = "(none yet)"
_NOT_SHOWN = "(not shown)"
_CUT = 300
_MOST_TRIED = 12
_MOST_MISTAKES = 12


def shipped_field_template(name: str) -> str:
    """The text of a template for fields that comes with Assay, one of :data:`TEMPLATE_NAMES`."""
    return files("assay.search").joinpath("templates", "fields", f"{name}.md").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class FieldTemplates:
    """The editable texts advisors are asked with, by name."""

    texts: dict[str, str] = field(
        default_factory=lambda: {name: shipped_field_template(name) for name in TEMPLATE_NAMES}
    )

    def __getitem__(self, name: str) -> str:
        """The text of a template."""
        return self.texts[name]


@dataclass(frozen=True, slots=True)
class Mistake:
    """An answer that was not right.

    Attributes:
        document: the document it is about.
        part: the field, where one answer holds several; else empty.
        truth: the true value.
        answer: what was answered.
        score: deciding metric in [0, 1].
    """

    document: str
    part: str
    truth: str
    answer: str
    score: float


@dataclass(frozen=True, slots=True)
class FieldBrief:
    """What does not change during a run.

    Attributes:
        templates: the texts.
        metric: what is wanted, in words.
        changeable: parts that may be changed.
        required: fields that must stay.
        max_chars: longest prompt allowed.
        feedback_tokens: estimated tokens that tried prompts and mistakes may take together.
        masked: whether values of documents are shown by their shape only.
        private: words of the true values of every field of the study, as
            :func:`assay.search.fields.masking.words_of` gives them; masked wherever they stand.
    """

    templates: FieldTemplates
    metric: str
    changeable: frozenset[str]
    required: frozenset[str] = frozenset()
    max_chars: int = 4_000
    feedback_tokens: int = 4_000
    masked: bool = True
    private: frozenset[str] = frozenset()


def write_field_advice(
    brief: FieldBrief,
    strategy: str,
    cell: Cell,
    current: Entrant,
    tried: Sequence[tuple[Entrant, Standing]],
    mistakes: Sequence[Mistake],
    *,
    critique: str = "",
) -> str:
    """The whole message to one advisor about one cell.

    Args:
        brief: what stays the same.
        strategy: name of the template.
        cell: the cell; nothing of its sealed items is used.
        current: the prompt to improve.
        tried: prompts with how they did on the search documents, in the order they were admitted.
        mistakes: of the current prompt on search documents, worst first.
        critique: for the template ``edit``.
    """
    standings = {entrant.name: standing for entrant, standing in tried}
    values = {
        "field": _describe(cell),
        "answerer": answerer_told(cell),
        "metric": brief.metric,
        "current_prompt": show_parts(current.prompt),
        "current_figures": figures(standings[current.name]) if current.name in standings else _NONE_YET,
        "earlier_prompts": _earlier(brief, current, tried),
        "mistakes": _mistakes(brief, cell, mistakes),
        "answer_shapes": _shapes(cell),
        "form": _form(cell),
        "strategy": strategy,
        "critique": critique,
        "max_chars": str(brief.max_chars),
        "required_fields": required_fields(brief.required) or "(none)",
        "changeable_parts": ", ".join(part for part in PARTS if part in brief.changeable),
        "reply_tags": reply_tags(brief.changeable),
    }
    return render(brief.templates[strategy], values)


def answerer_told(cell: Cell) -> str:
    """The answering model for an advisor: its name, and its family where it is known."""
    return f"{cell.answerer} (family: {cell.family})" if cell.family else cell.answerer


def figures(standing: Standing) -> str:
    """How a prompt did, as attributes of a tag."""
    score = "none" if standing.score is None else f"{standing.score:.3f}"
    return (
        f'score="{score}" cer="{standing.cer:.3f}" exact="{standing.exact:.2f}" '
        f'tokens="{standing.tokens:.0f}" n="{standing.n}"'
    )


def _describe(cell: Cell) -> str:
    about = cell.field
    lines = [f"key: {about.key}", f"document class: {about.doc_class}"]
    if about.question_type:
        lines.append(f"question type: {about.question_type}")
    if about.shown != about.key:
        lines.append(f"shown to people as: {about.shown}")
    if about.parts:
        lines.append(f"one answer holds these fields: {', '.join(about.parts)}")
        told = zip(about.parts, about.descriptions, strict=False)
        lines += [f"description of {part}: {it}" for part, it in told if it]
    else:
        lines.append(f"question: {_question(cell)}")
        lines += [f"description: {it}" for it in about.descriptions if it]
    return "\n".join(lines)


def _question(cell: Cell) -> str:
    """The question as the annotation has it; where questions differ, one about a search document."""
    asked = [item.fields["question"] for item in cell.items if item.fields.get("question")]
    return cell.field.question if not asked or cell.field.question in asked else asked[0]


def _form(cell: Cell) -> str:
    if not cell.field.parts:
        return "The whole answer is taken as the value."
    keys = ", ".join(f'"{part}"' for part in cell.field.parts)
    return (
        f"The answer must be one JSON object with exactly these keys: {keys}. Each value is a text, empty "
        "where the page has none. Nothing may stand before or after it."
    )


def _earlier(brief: FieldBrief, current: Entrant, tried: Sequence[tuple[Entrant, Standing]]) -> str:
    """The best prompts tried besides the current one, worst of them first, as many as fit."""
    others = [(entrant, standing) for entrant, standing in tried if entrant.name != current.name]
    best = sorted(others, key=lambda pair: pair[1].rank)[:_MOST_TRIED]
    room, shown = brief.feedback_tokens // 2, []
    for entrant, standing in best:
        text = f'<tried name="{short_name(entrant.name)}" {figures(standing)}>\n{_body(entrant)}\n</tried>'
        room -= estimate_tokens(text)
        if room < 0:
            break
        shown.append(text)
    return "\n".join(shown[::-1]) or _NONE_YET


def _body(entrant: Entrant) -> str:
    parts = entrant.prompt.parts()
    return parts["user"] if set(parts) == {"user"} else show_parts(entrant.prompt, "earlier")


def _mistakes(brief: FieldBrief, cell: Cell, mistakes: Sequence[Mistake]) -> str:
    """The worst mistakes; alike ones once, with their number."""
    shown_words = _phrasing(brief, cell, mistakes)
    counted: dict[str, int] = {}
    for mistake in mistakes:
        text = _show(brief, mistake, shown_words)
        counted[text] = counted.get(text, 0) + 1
    room, lines = brief.feedback_tokens // 2, []
    for text, count in list(counted.items())[:_MOST_MISTAKES]:
        line = text if count == 1 else text.replace("<mistake", f'<mistake count="{count}"', 1)
        room -= estimate_tokens(line)
        if room < 0:
            break
        lines.append(line)
    return "\n".join(lines) or _NONE_YET


def _phrasing(brief: FieldBrief, cell: Cell, mistakes: Sequence[Mistake]) -> frozenset[str]:
    if not brief.masked:
        return frozenset()
    private = brief.private | words_of(truth for item in cell.items for truth in true_values(item))
    return phrasing(((mistake.document, mistake.answer) for mistake in mistakes), private)


def true_values(item: Item) -> Iterator[str]:
    """The true values of an item: several where one answer holds several, none where none is there."""
    if item.reference and "parts" in item.fields:
        yield from json.loads(item.reference).values()
    elif item.reference:
        yield item.reference


def _show(brief: FieldBrief, mistake: Mistake, shown: frozenset[str]) -> str:
    truth, answer = _cut(mistake.truth), _cut(mistake.answer)
    if brief.masked:
        truth, answer = mask(truth), mask(answer, shown)
    part = f' field="{mistake.part}"' if mistake.part else ""
    return f"<mistake{part}>\n<truth>{truth}</truth>\n<answer>{answer}</answer>\n</mistake>"


def _shapes(cell: Cell) -> str:
    """The shapes true values have, most frequent first; what an example may look like."""
    counted: dict[str, int] = {}
    for item in cell.items:
        if item.reference and not cell.field.parts:
            counted[mask(_cut(item.reference))] = counted.get(mask(_cut(item.reference)), 0) + 1
    most = sorted(counted, key=lambda shape: -counted[shape])[:5]
    return "\n".join(most) or _NOT_SHOWN


def _cut(text: str) -> str:
    return text if len(text) <= _CUT else f"{text[:_CUT]} [...]"
