"""Options that replace what a study file says, and reading the file with them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from assay.studies.documents.draft import DocumentDraft
    from assay.studies.study import Study

StudyFile = Annotated[str, typer.Argument(metavar="STUDY", help="A study file (study.yaml).")]
Answerer = Annotated[
    str | None,
    typer.Option("--answerer", help="Model that answers, e.g. openai/gpt-5-mini.", metavar="MODEL"),
]
Judge = Annotated[
    str | None, typer.Option("--judge", help="Model that judges (for a judge of kind llm).", metavar="MODEL")
]
Advisors = Annotated[
    list[str] | None,
    typer.Option("--advisor", help="Model that proposes; may be given several times.", metavar="MODEL"),
]
Generator = Annotated[
    str | None, typer.Option("--generator", help="Model that makes pictures (images only).", metavar="MODEL")
]
Critic = Annotated[
    str | None, typer.Option("--critic", help="Model that sees pictures (images only).", metavar="MODEL")
]
Rewriter = Annotated[
    str | None,
    typer.Option("--rewriter", help="Model that rewrites prompts (images only).", metavar="MODEL"),
]
Sample = Annotated[int | None, typer.Option("--sample", help="So many requests only (images only).", min=1)]
Rounds = Annotated[int | None, typer.Option("--rounds", help="Rounds of proposals.")]
Seed = Annotated[int | None, typer.Option("--seed", help="Seed of the split and of every draw.")]
MaxUsd = Annotated[float | None, typer.Option("--max-usd", help="Cap on dollars over all roles.")]
MaxCalls = Annotated[int | None, typer.Option("--max-calls", help="Cap on model calls over all roles.")]
MaxTokens = Annotated[int | None, typer.Option("--max-tokens", help="Cap on tokens over all roles.")]

# A whole prompt must fit into a reply, as in the study that `assay init` writes.
_ADVISOR_TOKENS = 2_048

_CAPPED = ("seed", "max_usd", "max_calls", "max_tokens")
_LOOP = ("generator", "critic", "rewriter", "sample")
_SEARCH = ("answerer", "judge", "advisors", "rounds", *_CAPPED)
_TAKES = {
    "text": _SEARCH,
    "documents": _SEARCH,
    "images": (*_LOOP, *_CAPPED),
    "image-template": (*_LOOP, "advisors", "rounds", *_CAPPED),
    "clarity": ("seed",),
}
_ENDPOINT = ("name", "base_url", "api_key_env", "price")


def load(
    study: str,
    *,
    answerer: str | None = None,
    judge: str | None = None,
    advisors: list[str] | None = None,
    rounds: int | None = None,
    seed: int | None = None,
    max_usd: float | None = None,
    max_calls: int | None = None,
    max_tokens: int | None = None,
) -> "Study":
    """Read a study file; what options give replaces what the file says.

    Another answerer or judge keeps the decoding settings of the file (stop sequences, token cap), and drops
    what belongs to the endpoint it replaces, so that no request goes to an address meant for another model.

    Raises:
        UsageError: there is no such file.
        StudyError: every fault at once.
    """
    from assay.api.running import study_path
    from assay.errors import UsageError
    from assay.studies.assembling import load_study

    kind = kind_of(study)
    if kind in ("images", "image-template", "clarity"):
        raise UsageError(f"{study} is a study of kind {kind}, and this command takes one of kind text")
    values: dict[str, Any] = {
        "models.advisors": [{"model": name, "max_tokens": _ADVISOR_TOKENS} for name in advisors or ()]
        or None,
        "search.rounds": rounds,
        "seed": seed,
        "caps.usd": max_usd,
        "caps.calls": max_calls,
        "caps.tokens": max_tokens,
    }
    overrides = {name: value for name, value in values.items() if value is not None}
    for role, model in (("answerer", answerer), ("judge", judge)):
        if model is not None:
            endpoint: dict[str, Any] = {"model": model, **dict.fromkeys(_ENDPOINT), "options": {}}
            overrides |= {f"models.{role}.{name}": value for name, value in endpoint.items()}
    return load_study(study_path(study), overrides)


def kind_of(study: str) -> str:
    """The kind that a study file says it is of, ``text`` where it says none.

    Raises:
        UsageError: there is no such file.
        StudyError: it is not YAML.
    """
    from assay.api.running import study_path
    from assay.studies.config import read_study

    return str(read_study(study_path(study)).get("kind", "text"))


def is_documents(study: str) -> bool:
    """Whether a study file is of a study of documents.

    Raises:
        UsageError: there is no such file.
        StudyError: it is not YAML.
    """
    return kind_of(study) == "documents"


def options_for(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """The options that a kind of study takes; one that it has no use for would do nothing in silence.

    Args:
        kind: of the study; of one that is unknown everything is left to who reads the study.
        given: values by name of the argument.

    Raises:
        UsageError: some are of no use; all are named.
    """
    from assay.errors import UsageError

    takes = _TAKES.get(kind, _SEARCH)
    wrong = [name for name, value in given.items() if value not in (None, []) and name not in takes]
    if wrong:
        named = ", ".join(f"--{'advisor' if name == 'advisors' else name}" for name in wrong)
        raise UsageError(f"{named}: a study of kind {kind} has no use for it; leave it out")
    return {name: value for name, value in given.items() if name in takes}


def load_documents(
    study: str,
    *,
    answerer: str | None = None,
    judge: str | None = None,
    advisors: list[str] | None = None,
    rounds: int | None = None,
    seed: int | None = None,
    max_usd: float | None = None,
    max_calls: int | None = None,
    max_tokens: int | None = None,
) -> "DocumentDraft":
    """Read a file of a study of documents; what options give replaces what the file says.

    Raises:
        UsageError: there is no such file, or an option that such a study has no use for.
        StudyError: every fault at once.
    """
    from assay.api.running import study_path
    from assay.errors import UsageError
    from assay.studies.documents.draft import load_document_draft

    if judge is not None:
        raise UsageError("--judge: a study of documents measures answers by a metric; leave it out")
    values: dict[str, Any] = {
        "models.answerers": [answerer] if answerer is not None else None,
        "models.advisors": list(advisors or ()) or None,
        "search.rounds": rounds,
        "seed": seed,
        "caps.usd": max_usd,
        "caps.calls": max_calls,
        "caps.tokens": max_tokens,
    }
    overrides = {name: value for name, value in values.items() if value is not None}
    return load_document_draft(study_path(study), overrides)
