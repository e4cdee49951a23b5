"""Collections of prompts by key: read from the tables people have, written as VLMHyperBench reads them."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assay.data.annotation_columns import plain_name
from assay.data.cell_quotes import without_quotes
from assay.data.csv_writing import write_csv
from assay.data.near import did_you_mean
from assay.data.rows import capped, listing, repeated
from assay.data.segments import segment_key, tidy
from assay.data.tables import Table, read_table
from assay.errors import DataError

_KEYS = ("doc type question type", "doc class question type", "segment", "key")
_CLASSES = ("doc class", "document class", "doc type", "document type", "class")
_TYPES = ("question type", "field")
_PROMPTS = ("optimal prompt", "prompt", "user prompt")
_CER = ("cer", "mean cer")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")


@dataclass(frozen=True, slots=True)
class CollectedPrompt:
    """One prompt of a collection.

    Attributes:
        key: key of the segment it is for.
        prompt: the text, exactly.
        cer: the character error rate the table states, or None.
        line: line of the table, from 1.
        source: file name of the table.
    """

    key: str
    prompt: str
    cer: float | None = None
    line: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Columns:
    prompt: str
    key: str | None
    doc_class: str | None
    question_type: str | None
    cer: str | None


def read_collection(
    path: str | Path, *, names: Mapping[str, str] | None = None, encoding: str | None = None
) -> tuple[CollectedPrompt, ...]:
    """Read a table of prompts: CSV with any separator, TSV, JSON Lines or Parquet.

    The key stands in one column (``doc type question type``, ``doc_class_question_type``, ``segment``,
    ``key``) or in two (``doc_class`` and ``question_type``); the prompt in ``prompt`` or ``optimal prompt``;
    a column ``cer`` may be there. A key may have several prompts. Quotes around a whole cell are taken off a
    key and stay in a prompt.

    Args:
        path: the table.
        names: keys by the names that the table may write them with, as
            :func:`assay.data.segments.key_lookup` gives them. With it, other names are faults.
        encoding: codec of a text file that is neither UTF-8 nor has a byte order mark.

    Raises:
        UsageError: no such file, or an unknown format or encoding.
        DataError: all faults found in the table.
    """
    table = read_table(path, encoding=encoding)
    columns = _columns(table)
    faults: list[str] = []
    found = []
    for number, row in enumerate(table.rows):
        line = table.lines[number] if table.lines else number + 1
        problems: list[str] = []
        key = _key(row, columns, names, problems)
        cer = _cer(row[columns.cer] if columns.cer is not None else "", problems)
        if not row[columns.prompt].strip():
            problems.append(f"the prompt of {key!r} is empty; write one or take the row out")
        faults += [f"line {line}: {problem}" for problem in problems]
        found.append(CollectedPrompt(key, row[columns.prompt], cer, line, table.name))
    if faults:
        raise DataError(table.name, capped(faults, "faults"))
    return tuple(found)


def write_collection(path: Path, prompts: Sequence[CollectedPrompt], *, overwrite: bool = False) -> None:
    """Write the table VLMHyperBench reads: ``prompt;doc_class_question_type;cer``, with a byte order mark.

    Args:
        path: the file; its folder must exist.
        prompts: one for each key.
        overwrite: whether a file of that name may be replaced.

    Raises:
        DataError: a key has two prompts.
        UsageError: the file is there and may not be replaced, or it cannot be written.
    """
    twice = repeated([each.key for each in prompts])
    if twice:
        faults = [f"the key {key!r} has two prompts; such a table holds one" for key in twice]
        raise DataError(path.name, faults)
    rows = [(each.prompt, each.key, each.cer) for each in prompts]
    write_csv(
        path,
        ("prompt", "doc_class_question_type", "cer"),
        rows,
        separator=";",
        mark=True,
        overwrite=overwrite,
    )


def _columns(table: Table) -> _Columns:
    by_name = {plain_name(column): column for column in reversed(table.columns)}

    def first(names: Sequence[str]) -> str | None:
        return next((by_name[name] for name in names if name in by_name), None)

    prompt, key, doc_class = first(_PROMPTS), first(_KEYS), first(_CLASSES)
    faults = []
    if prompt is None:
        faults.append(f"there is no column for the prompt (write 'prompt'){did_you_mean('prompt', by_name)}")
    if key is None and doc_class is None:
        faults.append("there is no column for the key (write 'segment', or 'doc_class' and 'question_type')")
    if faults or prompt is None:
        raise DataError(table.name, [*faults, f"columns are {listing(table.columns)}"])
    return _Columns(prompt, key, doc_class, first(_TYPES), first(_CER))


def _key(
    row: Mapping[str, str], columns: _Columns, names: Mapping[str, str] | None, problems: list[str]
) -> str:
    key = _written_key(row, columns, problems)
    if names is None or not key:
        return key
    if key not in names:
        problems.append(f"there is no segment {key!r}{did_you_mean(key, names)}")
    return names.get(key, key)


def _written_key(row: Mapping[str, str], columns: _Columns, problems: list[str]) -> str:
    if columns.key is not None:
        key = tidy(without_quotes(row[columns.key])[0])
        if not key:
            problems.append("the key is empty; write the class, a blank and the question type")
        return key
    doc_class = without_quotes(row[columns.doc_class or ""])[0]
    question_type = without_quotes(row[columns.question_type])[0] if columns.question_type else ""
    try:
        return segment_key(doc_class, question_type)
    except ValueError as problem:
        problems.append(str(problem))
        return ""


def _cer(written: str, problems: list[str]) -> float | None:
    bare = written.strip()
    if not bare:
        return None
    value = float(bare.replace(",", ".")) if _NUMBER.fullmatch(bare) else math.nan
    if not math.isfinite(value):
        problems.append(f"the cer {written!r} is no number from 0 (it may be above 1)")
        return None
    return value
