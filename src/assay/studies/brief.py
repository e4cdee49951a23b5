"""What the advisors of a study are told in every round, and what a proposal must pass."""

from collections.abc import Callable, Sequence

from assay.optimize import Brief
from assay.prompts.admission import identities, refusal
from assay.records import PARTS, Chat, Entrant, Prompt
from assay.studies.study import Study


def make_brief(study: Study, answerer: Chat) -> Brief:
    """What the advisors of a study are told in every round."""
    search = study.config.search
    changeable = frozenset(study.config.changeable or PARTS)
    if answerer.capabilities.prefill is False:
        changeable -= {"prefill"}
    told = search.criteria == "told" and study.judge_prompt is not None
    return Brief(
        templates=study.templates,
        changeable=changeable,
        required=study.required,
        criteria="\n\n".join(study.judge_prompt.templates) if told and study.judge_prompt else None,
        max_chars=search.max_chars,
        feedback_tokens=search.feedback_tokens,
        confidence=search.confidence,
    )


def make_admission(study: Study) -> Callable[[Prompt, Entrant, Sequence[Entrant]], str | None]:
    """The check a proposed prompt must pass before a call is spent on it."""
    texts = [text for item in study.splits.search for text in item.fields.values()]
    examples = [text for item in study.examples for text in item.fields.values()]
    changeable = frozenset(study.config.changeable or PARTS)

    def admit(prompt: Prompt, parent: Entrant, entrants: Sequence[Entrant]) -> str | None:
        return refusal(
            prompt,
            parent.prompt,
            required=study.required,
            changeable=changeable,
            max_chars=study.config.search.max_chars,
            search_texts=texts,
            known=frozenset().union(*(identities(entrant.prompt) for entrant in entrants)),
            examples_allowed=examples,
        )

    return admit
