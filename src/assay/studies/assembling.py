"""Putting a study together: every file it names is read, and all faults are told at once."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from assay.data.items import Inputs, load_items
from assay.data.split import Splits
from assay.data.tables import read_table
from assay.data.text_files import read_text, require_file
from assay.errors import StudyError, UsageError
from assay.judges.labels import LabelContract
from assay.judges.load import UserFunction, load_function
from assay.judges.prompt import check_judge_prompt
from assay.prompts.files import read_prompt
from assay.prompts.template import suspicious_fields
from assay.records import Item, Prompt
from assay.search import TEMPLATE_NAMES, Templates, shipped_template
from assay.studies.config import StudyConfig, TemplatesConfig, check_study, read_study
from assay.studies.reading import Reading
from assay.studies.references import check_references
from assay.studies.study import Study

Value = TypeVar("Value")


def load_study(path: Path, overrides: Mapping[str, Any] | None = None) -> Study:
    """Read a study file and every file it names.

    Args:
        path: study.yaml.
        overrides: values by dotted field name that replace what the file says.

    Raises:
        UsageError: there is no such file.
        StudyError: every fault at once.
    """
    data = read_study(path, overrides)
    base = path.resolve().parent
    try:
        config = check_study(data, str(path))
    except StudyError as error:
        raise StudyError(str(path), [*error.faults, *_absent_files(data, base)]) from None
    return assemble(config, base, str(path))


_FILES = ("inputs.file", "prompt", "judge.prompt", *(f"search.templates.{name}" for name in TEMPLATE_NAMES))


def _absent_files(data: Mapping[str, Any], base: Path) -> Iterator[str]:
    """Files that are named and not there, for a study whose fields have faults already."""
    for field_name in _FILES:
        value: Any = data
        for part in field_name.split("."):
            value = value.get(part) if isinstance(value, Mapping) else None
        if isinstance(value, str) and value:
            try:
                require_file(base / value)
            except UsageError as error:
                yield f"{field_name}: {error}"


def assemble(
    config: StudyConfig,
    base: Path,
    name: str,
    *,
    prompt: Prompt | None = None,
    judge_prompt: Prompt | None = None,
    inputs: Inputs | None = None,
    function: UserFunction | None = None,
) -> Study:
    """Put a study together; what is not handed in is read from the files the configuration names.

    Raises:
        StudyError: every fault at once.
    """
    reading = Reading(base)
    first = prompt or reading.attempt("prompt", lambda: read_prompt(base / config.prompt))
    judge = config.judge
    if judge.kind == "llm" and judge_prompt is None and judge.prompt is not None:
        judge_file = base / judge.prompt
        judge_prompt = reading.attempt("judge.prompt", lambda: read_prompt(judge_file))
    if judge.kind == "function" and function is None and judge.function is not None:
        named = judge.function
        function = reading.attempt("judge.function", lambda: load_function(named, base))
    loaded = inputs or reading.attempt("inputs", lambda: _load_inputs(config, base))
    templates = advice_templates(config.search.templates, reading)
    reading.attempt("judge.label", lambda: LabelContract(**judge.label.model_dump()))
    if loaded is not None:
        reading.faults += _absent_examples(config, loaded.items)
    if first is None or loaded is None or reading.faults:
        raise StudyError(name, reading.faults)
    examples, items = _set_examples_aside(config, loaded.items)
    if not items:
        raise StudyError(name, ["inputs.examples: every row is an example or shares its group"])
    study = Study(config, base, first, items, examples, judge_prompt, function, templates, loaded.notes)
    faults, notes = check_together(study)
    if faults:
        raise StudyError(name, faults)
    return replace(study, notes=(*loaded.notes, *notes))


def check_together(study: Study) -> tuple[list[str], list[str]]:
    """What only shows when the parts of a study are seen together: faults, and notes."""
    faults: list[str] = []
    notes = [f"prompt: {suspicion}" for suspicion in suspicious_fields(study.prompt, study.fields)]
    if not study.required:
        named = ", ".join(f"{{{field}}}" for field in sorted(study.fields))
        faults.append(f"prompt: it uses none of the fields of the inputs ({named}), so every answer is alike")
    if study.judge_prompt is not None:
        found = check_judge_prompt(study.judge_prompt, study.fields, study.contract)
        faults += [f"judge.prompt: {fault}" for fault in found.faults]
        notes += [f"judge.prompt: {warning}" for warning in found.warnings]
    if study.config.judge.kind == "metric":
        found_faults, found_notes = check_references(study)
        faults, notes = [*faults, *found_faults], [*notes, *found_notes]
    found_faults, found_notes = check_splits(
        study.splits, rounds=study.config.search.rounds, proof_share=study.config.inputs.proof_share
    )
    return [*faults, *found_faults], [*notes, *found_notes]


def check_splits(splits: Splits, *, rounds: int, proof_share: float) -> tuple[list[str], list[str]]:
    """Whether both sides of a study have the items they need: faults, and notes.

    Args:
        splits: items by side.
        rounds: of the search.
        proof_share: share of groups that was to be sealed.
    """
    faults: list[str] = []
    in_all = len(splits.search) + len(splits.proof)
    if rounds and len(splits.search) < 2:
        faults.append(
            f"inputs: {len(splits.search)} of {in_all} inputs are for the search; at least 2 are "
            "needed: add inputs, or change inputs.proof_share or seed"
        )
    if proof_share > 0 and not splits.proof:
        faults.append(
            "inputs: no input is left for the proof: add inputs, or change inputs.proof_share or seed"
        )
    sides = (("search", splits.search_groups), ("proof", splits.proof_groups))
    notes = [
        f"inputs: only {groups} groups are for the {side}: little can be shown with so few"
        for side, groups in sides
        if 0 < groups < 8
    ]
    return faults, notes


def advice_templates(config: TemplatesConfig, reading: Reading) -> Templates:
    """The advisors' texts: the files named, else those that come with Assay."""
    named = config.model_dump()
    texts: dict[str, str] = {}
    for name in TEMPLATE_NAMES:
        if named[name] is None:
            texts[name] = shipped_template(name)
            continue
        read = partial(read_template, reading.base / named[name])
        texts[name] = reading.attempt(f"search.templates.{name}", read) or ""
    return Templates(**texts)


def read_template(path: Path) -> str:
    """The text of an advisor's template."""
    return read_text(require_file(path))[0]


def _load_inputs(config: StudyConfig, base: Path) -> Inputs:
    named = config.inputs
    table = read_table(base / named.file, encoding=named.encoding)
    loaded = load_items(
        table,
        fields=named.fields,
        group=named.group,
        max_chars=named.max_chars,
        reference=named.reference,
        absent_fields=named.absent_fields == "allowed",
    )
    return Inputs(loaded.items, (*table.notes, *loaded.notes))


def _absent_examples(config: StudyConfig, items: tuple[Item, ...]) -> Iterator[str]:
    """An example that is not found would stay in the matches in silence."""
    rows = {item.row for item in items}
    if absent := sorted(set(config.inputs.examples) - rows):
        yield (
            f"inputs.examples: {', '.join(map(str, absent))} came, but there is no such row or it was set "
            f"aside (a repeated row counts where it stands first); rows are counted from 0, "
            f"the last usable one is {max(rows)}"
        )


def _set_examples_aside(
    config: StudyConfig, items: tuple[Item, ...]
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Declared examples may stand in prompts, so they and their groups play no match."""
    rows = set(config.inputs.examples)
    examples = tuple(item for item in items if item.row in rows)
    groups = {item.group for item in examples}
    return examples, tuple(item for item in items if item.group not in groups)
