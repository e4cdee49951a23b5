"""The library for documents: ``assay.optimize_documents(...)``."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from assay.api.document_runs import DocumentResult, ready_study, run_document_study
from assay.errors import UsageError
from assay.records import Progress
from assay.store import DEFAULT_URL, Store
from assay.studies.documents.config import check_document_study
from assay.studies.documents.draft import draft_of
from assay.studies.stage import Options

ModelLike = str | Mapping[str, Any]
_FURTHER = ("prompt", "prompts", "per", "changeable", "postprocess", "guards", "privacy", "proof")


def optimize_documents(
    annotation: str | Path,
    *,
    answerers: Sequence[ModelLike],
    advisors: Sequence[ModelLike] = (),
    images: str | Path | None = None,
    metric: str = "cer",
    profile: str = "nfc_strip",
    rounds: int = 2,
    strategies: Sequence[str] = ("reflect", "history"),
    seed: int = 1,
    caps: Mapping[str, float] | None = None,
    name: str = "documents",
    store: str = DEFAULT_URL,
    new: bool = False,
    reuse_proof: bool = False,
    report: bool = True,
    say: Callable[[str], None] | None = None,
    pages: Mapping[str, Any] | None = None,
    **settings: Any,
) -> DocumentResult:
    """Find the best prompt for each field of each class of document, for each answering model.

    Runs anywhere, also in a notebook. The same call goes on with an unfinished run and returns a finished
    one; nothing is paid twice.

    Args:
        annotation: table of questions: picture, question, answer, class, type; see ``docs/documents.md``.
        answerers: models that answer, as a study file writes them (a name, or a mapping).
        advisors: models, people (``{"person": name}``) or optimisers that propose prompts.
        images: folder that image paths start from; by default the table's.
        metric: what decides: ``cer``, ``exact_match``, ``wer``, ``anls``, ``filled_recall`` or
            ``exact_negatives``.
        profile: what is made alike in answer and truth before they are compared.
        rounds: rounds of proposals, at least 0.
        strategies: how advisors are asked, round by round.
        seed: of the split and of every draw.
        caps: ``usd``, ``calls``, ``tokens`` over all roles together.
        name: of the study.
        store: store URL.
        new: start another run although one is there.
        reuse_proof: allow sealed documents that an earlier run has opened.
        report: whether to write report and tables.
        say: told what is worth a line.
        pages: further fields of the section ``documents`` of a study file, such as ``longest_side``.
        settings: further fields of a study file: ``prompt``, ``prompts``, ``per``, ``changeable``,
            ``postprocess``, ``guards``, ``privacy``, ``proof``.

    Raises:
        StudyError, DataError: every fault at once, before anything is spent.
        AssayError: the run cannot go on; all is saved and the same call goes on.
    """
    if unknown := sorted(set(settings) - set(_FURTHER)):
        raise UsageError(f"unknown argument {', '.join(unknown)}; further fields are {list(_FURTHER)}")
    table = Path(annotation).resolve()
    named: dict[str, Any] = {"annotation": table.name, **dict(pages or {})}
    if images is not None:
        named["images"] = str(Path(images).resolve())
    data = {
        "name": name,
        "kind": "documents",
        "seed": seed,
        "documents": named,
        "models": {"answerers": list(answerers), "advisors": list(advisors)},
        "judge": {"metric": metric, "profile": profile},
        "search": {"rounds": rounds, "strategies": list(strategies)},
        "caps": dict(caps or {}),
        **settings,
    }
    draft = draft_of(check_document_study(data, name), table.parent, name)
    with Store(store) as opened:
        study = ready_study(draft, opened, _silent)
        options = Options(new=new, reuse_proof=reuse_proof, say=say or _quiet)
        return run_document_study(study, opened, options, report=report)


def _silent(_: Progress) -> None:
    """Tell nobody."""


def _quiet(_: str) -> None:
    """Say nothing."""
