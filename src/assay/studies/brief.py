"""What the advisors of a study are told in every round, and what a proposal must pass."""

from collections.abc import Callable, Sequence

from assay.prompts.admission import identities, refusal
from assay.records import PARTS, Chat, Entrant, Prompt
from assay.search import Brief
from assay.studies.searched import Searched


def changeable_parts(study: Searched, answerer: Chat | None = None) -> frozenset[str]:
    """The parts a proposal may change: those the study names, by default all that the answerer takes.

    A prefill that nobody asked for is not tried on a model of which it is not known that it takes one.
    """
    named = frozenset(study.config.changeable or PARTS)
    takes = answerer.capabilities.prefill if answerer is not None else True
    if takes is None:
        takes = study.config.changeable is not None or study.prompt.prefill is not None
    return named if takes else named - {"prefill"}


def make_brief(study: Searched, answerer: Chat | None = None) -> Brief:
    """What the advisors of a study are told in every round.

    Without an answerer what it does not take is not known, and nothing is left out for it.
    """
    search = study.config.search
    return Brief(
        templates=study.templates,
        changeable=changeable_parts(study, answerer),
        required=study.required,
        criteria=study.criteria if search.criteria == "told" else None,
        max_chars=search.max_chars,
        feedback_tokens=search.feedback_tokens,
        confidence=search.confidence,
    )


def make_admission(
    study: Searched, answerer: Chat | None = None
) -> Callable[[Prompt, Entrant, Sequence[Entrant]], str | None]:
    """The check a proposed prompt must pass before a call is spent on it.

    Without an answerer (nothing is called yet) what it does not take is not known.
    """
    texts = [text for item in study.splits.search for text in item.fields.values()]
    texts += [item.reference for item in study.splits.search if item.reference]
    examples = [text for item in study.examples for text in item.fields.values()]
    changeable = changeable_parts(study, answerer)

    def admit(prompt: Prompt, parent: Entrant, entrants: Sequence[Entrant]) -> str | None:
        general = refusal(
            prompt,
            parent.prompt,
            required=study.required,
            changeable=changeable,
            max_chars=study.config.search.max_chars,
            search_texts=texts,
            known=frozenset().union(*(identities(entrant.prompt) for entrant in entrants)),
            examples_allowed=examples,
        )
        particular = [f"{fault[:1].upper()}{fault[1:]}." for fault in study.prompt_faults(prompt)]
        return " ".join([*([general] if general else []), *particular]) or None

    return admit
