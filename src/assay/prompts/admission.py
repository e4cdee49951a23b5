"""Whether a prompt written by a model may play at all, decided before a call is spent on it."""

from collections.abc import Collection, Iterator, Sequence

from assay.data.near import nearest
from assay.prompts.copying import copied_passage
from assay.prompts.template import fields_used, suspicious_fields
from assay.records import Prompt, Turn

_QUOTED_CHARS = 120


def identities(prompt: Prompt) -> frozenset[str]:
    """The ids by which a prompt is known: its own, and that of its text with all white space made alike.

    Collect these of every prompt of a run for ``known`` in :func:`refusal`.
    """
    turns = tuple(Turn(turn.role, " ".join(turn.template.split())) for turn in prompt.turns)
    return frozenset({prompt.id, Prompt(turns, prompt.style).id})


def refusal(
    proposal: Prompt,
    current: Prompt,
    *,
    required: frozenset[str],
    changeable: frozenset[str],
    max_chars: int,
    search_texts: Sequence[str],
    known: Collection[str],
    examples_allowed: Sequence[str] = (),
) -> str | None:
    """Why a proposed prompt is refused, in sentences for the advisor and the report; None admits it.

    Refused are: an empty user part, a change to a part that may not change, a required field lost or moved
    to the prefill, text over the length limit, a prompt that was there before (white space aside), and
    passages copied from search inputs. All reasons are told at once.

    Args:
        proposal: the new prompt.
        current: the prompt it was made from.
        required: fields that must be used in a message before the prefill.
        changeable: names of the parts that may change (``system``, ``user``, ``prefill``). Few-shot turns and
            the template style never may.
        max_chars: most characters over all templates, >= 1.
        search_texts: texts of the inputs on the search side; never of the proof side.
        known: ids of the prompts already in the run, of the :func:`identities` of each.
        examples_allowed: texts of declared examples, which may be copied.
    """
    if identities(proposal) & (identities(current) | frozenset(known)):
        same = identities(proposal) & identities(current)
        what = "the current prompt" if same else "a prompt already in this run"
        return f"The text is the same as {what} (white space aside); a proposal must change something."
    reasons = [
        *_structure_reasons(proposal, current, changeable),
        *_field_reasons(proposal, required),
        *_length_reasons(proposal, max_chars),
    ]
    passage = copied_passage(proposal, current, search_texts, examples_allowed)
    if passage is not None:
        reasons.append(
            f'The prompt copies from one of the inputs it is tried on: "{_cut(passage)}". '
            "It must work on inputs it has not seen, so it may not quote them."
        )
    return " ".join(reasons) or None


def _structure_reasons(proposal: Prompt, current: Prompt, changeable: frozenset[str]) -> Iterator[str]:
    if not proposal.user.strip():
        yield "The user part is empty; it must say what is to be done."
    before, after = current.parts(), proposal.parts()
    fixed = [
        part
        for part in dict.fromkeys([*before, *after])
        if part not in changeable and before.get(part) != after.get(part)
    ]
    allowed = " and ".join(part for part in ("system", "user", "prefill") if part in changeable) or "nothing"
    for part in fixed:
        verb = "added" if part not in before else "removed" if part not in after else "changed"
        yield f"The {part} part was {verb}, but only {allowed} may change."
    if _examples(proposal) != _examples(current):
        yield "The example messages between system and user were changed; they must stay as they are."
    if proposal.style != current.style:
        yield f"The template style was changed to {proposal.style}; it must stay {current.style}."


def _examples(prompt: Prompt) -> tuple[Turn, ...]:
    first = prompt.system is not None
    last = len(prompt.turns) - (prompt.prefill is not None) - 1
    return prompt.turns[first:last]


def _field_reasons(proposal: Prompt, required: frozenset[str]) -> Iterator[str]:
    used = fields_used(proposal, required)
    in_prefill = fields_used(proposal.prefill or "", required)
    asked = frozenset[str]().union(
        *(fields_used(turn.template, required) for turn in _before_prefill(proposal))
    )
    strays = [suspicion.text for suspicion in suspicious_fields(proposal, required)]
    for name in sorted(required - used):
        near = nearest(f"{{{name}}}", strays)
        hint = f" (is {near} meant to be it?)" if near is not None else ""
        yield f"The field {{{name}}} is lost; it must stand in the prompt exactly so{hint}."
    for name in sorted(in_prefill - asked):
        yield (
            f"The field {{{name}}} stands only in the prefill, where the model answers; "
            "it must stand in a message before."
        )


def _before_prefill(prompt: Prompt) -> tuple[Turn, ...]:
    return prompt.turns[:-1] if prompt.prefill is not None else prompt.turns


def _length_reasons(proposal: Prompt, max_chars: int) -> Iterator[str]:
    length = sum(map(len, proposal.templates))
    if length > max_chars:
        yield f"The prompt has {length:,} characters; the limit is {max_chars:,}."


def _cut(text: str) -> str:
    return text if len(text) <= _QUOTED_CHARS else f"{text[:_QUOTED_CHARS].rsplit(' ', 1)[0]} ..."
