"""The library in a few lines: ``assay.optimize(...)`` and ``assay.compare(...)``."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from assay.api.result import Result
from assay.api.running import run_study
from assay.data.items import Inputs, load_items
from assay.data.tables import Table, read_table
from assay.errors import UsageError
from assay.judges.load import UserFunction
from assay.prompts.files import read_prompt
from assay.records import Prompt
from assay.store import DEFAULT_URL, Store
from assay.studies.assembling import assemble
from assay.studies.config import check_study
from assay.studies.stage import Options
from assay.studies.study import Study

InputsLike = str | Path | Sequence[str] | Sequence[Mapping[str, str]]
PromptLike = str | Path | Prompt
JudgeLike = PromptLike | Callable[..., Any]
ModelLike = str | Mapping[str, Any]

_HERE = "(in memory)"


def optimize(
    *,
    inputs: InputsLike,
    prompt: PromptLike,
    judge: JudgeLike,
    answerer: ModelLike,
    judge_model: ModelLike | None = None,
    advisors: Sequence[ModelLike] = (),
    rounds: int = 4,
    fields: Mapping[str, str] | None = None,
    group: str | None = None,
    seed: int = 1,
    caps: Mapping[str, float] | None = None,
    name: str = "study",
    store: str = DEFAULT_URL,
    new: bool = False,
    reuse_proof: bool = False,
    report: bool = True,
    say: Callable[[str], None] | None = None,
    **settings: Any,
) -> Result:
    """Search for a prompt that beats ``prompt`` under ``judge``, and prove it on inputs the search never saw.

    Runs anywhere, also in a notebook, whose display shows the result. The same call goes on with an
    unfinished run and returns a finished one; nothing is paid twice.

    Args:
        inputs: a file (.csv, .tsv, .jsonl, .parquet), texts (their field is ``input``), or mappings of field
            to text.
        prompt: the first prompt: text of its user part with ``{fields}``, a file (a ``Path``), or a Prompt.
        judge: the judge prompt (text, ``Path`` or Prompt) with ``{response_one}`` and ``{response_two}``, or
            a function: ``f(fields, one, two) -> "one" | "two" | "tie"``, or with ``judge_mode="score"``
            ``f(fields, response) -> float``.
        answerer: the model that answers, e.g. ``"openai/gpt-5-mini"``, or a mapping with its settings.
        judge_model: the model that judges; not for a function.
        advisors: models that propose; none needed where ``rounds`` is 0.
        rounds: rounds of proposals.
        fields: column (or key) by template field; by default every one, under its own name.
        group: column whose equal values belong together and are split together.
        seed: of the split and of every draw.
        caps: ``usd``, ``calls``, ``tokens``: what may be spent at most.
        name: of the study.
        store: store URL.
        new: start another run even where one is there.
        reuse_proof: allow proof inputs that another run has opened.
        report: whether to write the HTML report.
        say: told what is worth a line.
        settings: further fields of a study: ``changeable``, ``postprocess``, ``search``, ``proof``,
            ``proof_share``, ``judge_mode``, ``judge_options``.

    Raises:
        StudyError: every fault of the arguments at once.
        AssayError: the run cannot go on; the same call goes on from there.
    """
    study = _study(
        inputs=inputs,
        prompt=prompt,
        judge=judge,
        answerer=answerer,
        judge_model=judge_model,
        fields=fields,
        group=group,
        seed=seed,
        caps=caps,
        name=name,
        settings={**settings, "search": {**settings.get("search", {}), "rounds": rounds}},
        advisors=advisors,
    )
    options = Options(new=new, reuse_proof=reuse_proof, say=say or _quiet)
    with Store(store) as opened:
        return run_study(study, opened, options, report=report)


def compare(
    first: PromptLike,
    second: PromptLike,
    *,
    inputs: InputsLike,
    judge: JudgeLike,
    answerer: ModelLike,
    judge_model: ModelLike | None = None,
    fields: Mapping[str, str] | None = None,
    group: str | None = None,
    seed: int = 1,
    caps: Mapping[str, float] | None = None,
    name: str = "comparison",
    store: str = DEFAULT_URL,
    new: bool = False,
    reuse_proof: bool = False,
    report: bool = True,
    say: Callable[[str], None] | None = None,
    **settings: Any,
) -> Result:
    """Play two prompts against each other on every input; arguments as for :func:`optimize`.

    ``proven`` means that ``second`` is better. Comparing a second pair of prompts on the same inputs with the
    same judge is another look at them and needs ``reuse_proof``; ``details["opened_times"]`` then says how
    often they were looked at.

    Raises:
        StudyError: every fault of the arguments at once.
        AssayError: the run cannot go on; the same call goes on from there.
    """
    study = _study(
        inputs=inputs,
        prompt=first,
        judge=judge,
        answerer=answerer,
        judge_model=judge_model,
        fields=fields,
        group=group,
        seed=seed,
        caps=caps,
        name=name,
        # Nothing is searched, so nothing is kept apart: any number of inputs will do.
        settings={**settings, "proof_share": 0.0, "search": {**settings.get("search", {}), "rounds": 0}},
        advisors=(),
    )
    options = Options(new=new, reuse_proof=reuse_proof, say=say or _quiet)
    with Store(store) as opened:
        return run_study(replace(study, second=_prompt(second)), opened, options, report=report)


def _study(
    *,
    inputs: InputsLike,
    prompt: PromptLike,
    judge: JudgeLike,
    answerer: ModelLike,
    judge_model: ModelLike | None,
    fields: Mapping[str, str] | None,
    group: str | None,
    seed: int,
    caps: Mapping[str, float] | None,
    name: str,
    settings: Mapping[str, Any],
    advisors: Sequence[ModelLike],
) -> Study:
    allowed = {"changeable", "postprocess", "search", "proof", "proof_share", "judge_mode", "judge_options"}
    if unknown := sorted(set(settings) - allowed):
        raise UsageError(f"unknown argument {', '.join(unknown)}; further fields are {sorted(allowed)}")
    function = judge if callable(judge) and not isinstance(judge, Prompt) else None
    data: dict[str, Any] = {
        "name": name,
        "seed": seed,
        "inputs": {"file": _HERE, "proof_share": settings.get("proof_share", 0.5)},
        "prompt": _HERE,
        "models": {
            "answerer": _model(answerer),
            "judge": _model(judge_model) if judge_model is not None else None,
            "advisors": [_model(advisor) for advisor in advisors],
        },
        "judge": {
            "kind": "function" if function else "llm",
            "function" if function else "prompt": _HERE,
            "mode": settings.get("judge_mode", "pairwise"),
            **settings.get("judge_options", {}),
        },
        "caps": dict(caps or {}),
        "search": settings["search"],
        **{key: settings[key] for key in ("changeable", "postprocess", "proof") if key in settings},
    }
    return assemble(
        check_study(data, name),
        Path.cwd(),
        name,
        prompt=_prompt(prompt),
        judge_prompt=None if function else _prompt(judge),  # type: ignore[arg-type]
        inputs=_inputs(inputs, fields, group),
        function=UserFunction.of(function) if function else None,
    )


def _prompt(given: PromptLike) -> Prompt:
    if isinstance(given, Prompt):
        return given
    return read_prompt(given) if isinstance(given, Path) else Prompt.simple(given)


def _model(given: ModelLike) -> dict[str, Any]:
    return {"model": given} if isinstance(given, str) else dict(given)


def _inputs(given: InputsLike, fields: Mapping[str, str] | None, group: str | None) -> Inputs:
    if isinstance(given, str | Path):
        return load_items(read_table(given), fields=fields, group=group)
    rows = [{"input": row} if isinstance(row, str) else dict(row) for row in given]
    return load_items(Table("inputs", _columns(rows), rows), fields=fields, group=group)


def _columns(rows: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    missing = [number for number, row in enumerate(rows) if set(row) != set(names)]
    if missing:
        raise UsageError(f"inputs {missing[:10]} lack some of the fields {list(names)}")
    return names


def _quiet(_: str) -> None:
    """Say nothing."""
