"""Running a study of documents from synchronous code, and its result."""

import html
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay.api.result import Cost, cost_of, prompt_data
from assay.api.running import run_reported
from assay.errors import UsageError
from assay.records import Progress, Prompt
from assay.store import Run, Store
from assay.studies.documents.cast import check_models
from assay.studies.documents.draft import DocumentDraft
from assay.studies.documents.running import KIND, run_documents
from assay.studies.documents.stress import StressStudy, run_stress
from assay.studies.documents.study import DocumentStudy, make_study
from assay.studies.stage import Options


@dataclass(frozen=True)
class FieldResult:
    """What a run found for one answering model and one segment.

    Attributes:
        answerer: name of the answering model.
        segment: key of the segment.
        display: the segment as people read it.
        outcome: ``proven``, ``not proven``, ``worse`` or ``cross-validated``.
        prompt: the prompt to use.
        prompt_name: its name in the run.
        advisor: who proposed it; None for the user's own.
        candidate: the prompt that was tested, or None.
        candidate_name: its name in the run.
        candidate_advisor: who proposed that.
        candidate_cer: its mean CER per item on documents that were not used to choose; None where not
            measured.
        further_items: further questions that would settle a gain of the size seen with 80 % power; None where
            it is settled, or no number would.
        first_cer: mean CER per item of the first prompt on documents that were not used to choose; None where
            not measured.
        held_out_cer: the same of the prompt to use.
        low, high: interval of its mean clipped CER there, at the confidence of the study; see
            ``docs/metrics.md``.
        held_out_n: items behind these figures.
        reason: the outcome as a sentence.
    """

    answerer: str
    segment: str
    display: str
    outcome: str
    prompt: Prompt
    prompt_name: str
    advisor: str | None
    candidate: Prompt | None
    candidate_name: str | None
    candidate_advisor: str | None
    candidate_cer: float | None
    further_items: int | None
    first_cer: float | None
    held_out_cer: float | None
    low: float | None
    high: float | None
    held_out_n: int
    reason: str

    @property
    def changed(self) -> bool:
        """Whether the prompt to use is another one than the user's."""
        return not self.prompt_name.endswith(":first")

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        return {
            "answerer": self.answerer,
            "segment": self.segment,
            "display": self.display,
            "outcome": self.outcome,
            "prompt": prompt_data(self.prompt_name, self.prompt),
            "advisor": self.advisor,
            "candidate": prompt_data(self.candidate_name, self.candidate),
            "candidate_advisor": self.candidate_advisor,
            "candidate_cer": self.candidate_cer,
            "further_items": self.further_items,
            "first_cer": self.first_cer,
            "held_out_cer": self.held_out_cer,
            "low": self.low,
            "high": self.high,
            "held_out_n": self.held_out_n,
            "reason": self.reason,
        }


@dataclass(frozen=True)
class DocumentResult:
    """What a run of a study of documents found.

    Attributes:
        run: id of the run.
        outcome: of all prompts together: ``proven``, ``not proven``, ``worse`` or ``cross-validated``.
        reason: as a sentence.
        fields: one result for each answering model and segment.
        cer_first, cer_returned: mean CER per item on documents that were not used to choose, of the first
            prompts and of those to use; None where not measured.
        cost: what it cost.
        calls_made: calls this run sent.
        calls_cached: calls it found already paid.
        report: the report's first page, or None where none was written; the tables lie beside it.
        details: everything the outcome holds.
    """

    run: str
    outcome: str
    reason: str
    fields: tuple[FieldResult, ...]
    cer_first: float | None
    cer_returned: float | None
    cost: Cost
    calls_made: int
    calls_cached: int
    report: Path | None
    details: dict[str, Any]

    def prompt(self, segment: str, answerer: str | None = None) -> Prompt:
        """The prompt to use for a segment, by its key or as people read it.

        Raises:
            UsageError: there is no such segment, or several answering models and none is named.
        """
        named = [it for it in self.fields if segment in (it.segment, it.display)]
        mine = [it for it in named if answerer in (None, it.answerer)]
        if len(mine) != 1:
            known = ", ".join(f"{it.answerer}: {it.segment}" for it in (named or self.fields))
            raise UsageError(f"{segment!r} of {answerer or 'any answering model'} names {len(mine)}; {known}")
        return mine[0].prompt

    def to_data(self) -> dict[str, Any]:
        """JSON form, the shape scripts rely on."""
        return {
            "run": self.run,
            "outcome": self.outcome,
            "reason": self.reason,
            "kind": self.details.get("kind"),
            "fields": [it.to_data() for it in self.fields],
            "cer_first": self.cer_first,
            "cer_returned": self.cer_returned,
            "overall": self.details.get("overall"),
            "opened_times": self.details.get("opened_times"),
            "cost": self.cost.to_data(),
            "calls": {"made": self.calls_made, "cached": self.calls_cached},
            "report": str(self.report) if self.report else None,
        }

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        rows = "".join(
            "<tr>"
            + "".join(
                f"<td style='text-align:left;white-space:pre-wrap'>{html.escape(str(cell))}</td>"
                for cell in (it.answerer, it.display, it.outcome, _rate(it.held_out_cer), it.prompt.user)
            )
            + "</tr>"
            for it in self.fields
        )
        return (
            f"<p><strong>{html.escape(self.outcome)}</strong>: {html.escape(self.reason)}</p><table>"
            f"<tr><th>model</th><th>field</th><th>outcome</th><th>held-out CER</th><th>prompt</th></tr>{rows}"
            f"</table>"
        )


def _rate(cer: float | None) -> str:
    return "" if cer is None else f"{cer:.3f}"


@dataclass(frozen=True)
class StressResult:
    """What frozen prompts came to on worse pages.

    Attributes:
        run: id of the run.
        base: id of the run whose prompts were tried.
        points: answerer, segment, kind, severity, cer, clipped, low, high, n; one for each.
        report: the report's first page, with the plots, or None where none was written.
    """

    run: str
    base: str
    points: tuple[dict[str, Any], ...]
    report: Path | None

    def to_data(self) -> dict[str, Any]:
        """JSON form."""
        report = str(self.report) if self.report else None
        return {"run": self.run, "base": self.base, "points": list(self.points), "report": report}


def ready_study(draft: DocumentDraft, store: Store, tell: Callable[[Progress], None]) -> DocumentStudy:
    """Make the pages of a study ready; its models are looked at before, since pages may take a while.

    Raises:
        StudyError, MissingExtra: models that cannot be used, all at once.
        DataError: pages that cannot be read, all at once.
    """
    check_models(draft, store)
    return make_study(draft, store, tell)


def run_document_study(
    study: DocumentStudy, store: Store, options: Options | None = None, *, report: bool = True
) -> DocumentResult:
    """Run a study of documents, or go on with it, or show it when it is finished; write report and tables.

    The report is written also when the run stops early.

    Raises:
        Interrupted: stopped; the same call goes on.
        AssayError: see :func:`assay.studies.documents.running.run_documents`.
    """
    ran, page = run_reported(run_documents(study, store, options), study, store, options, report=report)
    return document_result_of(store, ran.run, page)


def run_document_stress(
    stress: StressStudy, store: Store, options: Options | None = None, *, report: bool = True
) -> StressResult:
    """Try the prompts a study returned on pages made worse; write the report with its plots.

    Raises:
        Interrupted: stopped; the same call goes on.
        AssayError: see :func:`assay.studies.documents.stress.run_stress`.
    """
    ran, page = run_reported(run_stress(stress, store, options), stress, store, options, report=report)
    points = tuple((ran.run.outcome or {}).get("points", ()))
    return StressResult(ran.run.id, stress.base.id, points, page)


def document_result_of(store: Store, run: Run, report: Path | None) -> DocumentResult:
    """The result of a finished run of a study of documents.

    Raises:
        ValueError: the run is not finished, or of another kind.
    """
    if run.outcome is None or run.kind != KIND:
        raise ValueError(f"run {run.id} is not a finished run of kind {KIND}")
    rows = {row.entrant.name: row for row in store.evidence.entrants(run.id)}
    shown = {it["key"]: it["display"] for it in run.config.get("segments", ())}
    overall, cost = run.outcome["overall"], cost_of(store, run.id)
    return DocumentResult(
        run=run.id,
        outcome=run.outcome["outcome"],
        reason=run.outcome["reason"],
        fields=tuple(_field_result(it, rows, shown) for it in run.outcome["claims"]),
        cer_first=overall["cer_first"],
        cer_returned=overall["cer_returned"],
        cost=cost,
        calls_made=sum(line.made for line in cost.by_role),
        calls_cached=sum(line.calls - line.made for line in cost.by_role),
        report=report,
        details=run.outcome,
    )


def _field_result(claim: dict[str, Any], rows: dict[str, Any], shown: dict[str, str]) -> FieldResult:
    returned = rows[claim["returned"]]
    candidate = rows.get(claim["candidate"])
    measured = claim["returned_held_out"] or {}
    clipped = measured.get("clipped") or {}
    return FieldResult(
        answerer=claim["answerer"],
        segment=claim["segment"],
        display=shown.get(claim["segment"], claim["segment"]),
        outcome=claim["outcome"],
        prompt=returned.entrant.prompt,
        prompt_name=claim["returned"],
        advisor=returned.advisor,
        candidate=candidate.entrant.prompt if candidate else None,
        candidate_name=claim["candidate"],
        candidate_advisor=candidate.advisor if candidate else None,
        candidate_cer=(claim["candidate_held_out"] or {}).get("cer"),
        further_items=(claim["gain"] or {}).get("further") if claim["outcome"] == "not proven" else None,
        first_cer=(claim["first_held_out"] or {}).get("cer"),
        held_out_cer=measured.get("cer"),
        low=clipped.get("low"),
        high=clipped.get("high"),
        held_out_n=measured.get("n", 0),
        reason=claim["reason"],
    )
