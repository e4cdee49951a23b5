"""Options that replace what a study file says, and reading the file with them."""

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
Rounds = Annotated[int | None, typer.Option("--rounds", help="Rounds of proposals.")]
Seed = Annotated[int | None, typer.Option("--seed", help="Seed of the split and of every draw.")]
MaxUsd = Annotated[float | None, typer.Option("--max-usd", help="Cap on dollars over all roles.")]
MaxCalls = Annotated[int | None, typer.Option("--max-calls", help="Cap on model calls over all roles.")]
MaxTokens = Annotated[int | None, typer.Option("--max-tokens", help="Cap on tokens over all roles.")]

# A whole prompt must fit into a reply, as in the study that `assay init` writes.
_ADVISOR_TOKENS = 2_048
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
    from assay.studies.assembling import load_study

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


def is_documents(study: str) -> bool:
    """Whether a study file is of a study of documents.

    Raises:
        UsageError: there is no such file.
        StudyError: it is not YAML.
    """
    from assay.api.running import study_path
    from assay.studies.config import read_study
    from assay.studies.documents.draft import is_document_study

    return is_document_study(read_study(study_path(study)))


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
