"""Reading the key of a survey: which picture is whose."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assay.data.text_files import read_text, require_file
from assay.errors import DataError
from assay.records.survey import CHOICES, KeyPage, SurveyKey

_TEXTS = ("survey", "title", "question_text", "kind", "run", "description")


def read_key(path: Path) -> SurveyKey:
    """Read the ``key.json`` that was written beside a survey.

    Args:
        path: the file.

    Raises:
        UsageError: there is no such file.
        DataError: every fault of the file.
    """
    text, _ = read_text(require_file(path))
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise DataError(
            path.name, [f"no whole JSON ({problem}); take it from where the survey was built"]
        ) from problem
    faults = list(_faults(data))
    if faults:
        raise DataError(path.name, faults)
    return SurveyKey(
        **{name: data[name] for name in _TEXTS},
        seed=data["seed"],
        arms=tuple(data["arms"]),
        pages=tuple(_page(page) for page in data["pages"]),
        unasked=tuple(_page(page) for page in data["unasked"]),
    )


def _faults(data: Any) -> Iterator[str]:
    if not isinstance(data, dict) or data.get("format") != "assay-survey-key":
        yield "this is no key of a survey; it is the key.json beside the survey's folder"
        return
    if data.get("version") != 1:
        yield f"version is {data.get('version')!r}; this Assay reads 1"
        return
    for name in _TEXTS:
        if not isinstance(data.get(name), str):
            yield f"{name} is {data.get(name)!r}; a text is needed"
    if not isinstance(data.get("kind"), str) or data["kind"] not in CHOICES:
        yield f"kind is {data.get('kind')!r}; allowed are {', '.join(CHOICES)}"
    if type(data.get("seed")) is not int:
        yield f"seed is {data.get('seed')!r}; a whole number is needed"
    if not _are_texts(data.get("arms")):
        yield "arms is no list of names"
    for name in ("pages", "unasked"):
        pages = data.get(name)
        if not isinstance(pages, list):
            yield f"{name} is no list"
            continue
        yield from (
            f"{name}, place {place}: no whole page" for place, page in enumerate(pages) if not _is_page(page)
        )


def _is_page(page: Any) -> bool:
    if not isinstance(page, dict) or not _are_texts(
        [page.get(name) for name in ("name", "question", "request")]
    ):
        return False
    pictures = page.get("pictures")
    return isinstance(pictures, dict) and bool(pictures) and all(map(_are_texts, pictures.values()))


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


def _page(data: dict[str, Any]) -> KeyPage:
    pictures = {name: tuple(arms) for name, arms in data["pictures"].items()}
    return KeyPage(data["name"], data["question"], data["request"], pictures)
