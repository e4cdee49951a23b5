"""The captions file of COCO: one JSON document with ``images`` and ``annotations``."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assay.data.request_rows import WrittenRequest, WrittenRequests
from assay.data.rows import capped
from assay.data.text_files import read_text
from assay.errors import DataError

_FORM = (
    'a captions file is {"images": [{"id": 1, "file_name": "a.jpg"}], '
    '"annotations": [{"image_id": 1, "caption": "..."}]}'
)
_LINES = "; for requests of another form write one object per line and name the file .jsonl"


def read_captions(path: Path, *, encoding: str | None = None) -> WrittenRequests:
    """Read a captions file; the first caption of each picture is its request.

    Pictures stand in the order of ``images``. Those without a caption are left out and told, and so are
    captions of pictures that the file does not list.

    Raises:
        UsageError: an unknown encoding, or the file may not be read.
        DataError: all faults of the file.
    """
    text, _ = read_text(path, encoding=encoding)
    document = _document(path.name, text)
    faults: list[str] = []
    pictures = _pictures(document["images"], faults)
    captions = _captions(document["annotations"], faults)
    if faults:
        raise DataError(path.name, capped(faults, "faults"))
    rows = tuple(
        WrittenRequest(captions[key], row, f"picture {key} ({name!r})", picture=name, source_id=key)
        for row, (key, name) in enumerate(pictures.items())
        if key in captions
    )
    if not rows:
        raise DataError(path.name, ["no picture has a caption", _FORM])
    return WrittenRequests(path.name, rows, pictured=True, notes=_notes(pictures, captions))


def _document(name: str, text: str) -> Mapping[str, Any]:
    if not text.strip():
        raise DataError(name, ["the file is empty", _FORM])
    try:
        document = json.loads(text)
    except json.JSONDecodeError as problem:
        fault = f"not JSON: {problem.msg} at line {problem.lineno}, character {problem.colno}"
        raise DataError(name, [fault]) from problem
    except (ValueError, RecursionError) as problem:
        raise DataError(name, [f"not usable: {problem}"]) from problem
    lists = ("images", "annotations")
    if not isinstance(document, dict) or not all(isinstance(document.get(key), list) for key in lists):
        raise DataError(name, [f"the lists 'images' and 'annotations' are not there; {_FORM}{_LINES}"])
    return document


def _pictures(entries: list[Any], faults: list[str]) -> dict[str, str]:
    """File name by id."""
    found: dict[str, str] = {}
    for number, entry in enumerate(entries):
        key = _id(entry, "id")
        name = entry.get("file_name") if isinstance(entry, dict) else None
        if key is None or not isinstance(name, str) or not name.strip():
            faults.append(f"images[{number}]: an object with 'id' and the text 'file_name' is needed")
        elif key in found:
            faults.append(f"images[{number}]: the id {key} stands twice")
        else:
            found[key] = name.strip()
    return found


def _captions(entries: list[Any], faults: list[str]) -> dict[str, str]:
    """The first caption that is not blank, by the id of its picture."""
    found: dict[str, str] = {}
    for number, entry in enumerate(entries):
        key = _id(entry, "image_id")
        caption = entry.get("caption") if isinstance(entry, dict) else None
        if key is None or not isinstance(caption, str):
            faults.append(
                f"annotations[{number}]: an object with 'image_id' and the text 'caption' is needed"
            )
        elif caption.strip():
            found.setdefault(key, caption)
    return found


def _id(entry: Any, field: str) -> str | None:
    """A number or text that names a picture, as text."""
    value = entry.get(field) if isinstance(entry, dict) else None
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    return str(value).strip() or None


def _notes(pictures: Mapping[str, str], captions: Mapping[str, str]) -> tuple[str, ...]:
    bare = [key for key in pictures if key not in captions]
    strange = [key for key in captions if key not in pictures]
    notes = []
    if bare:
        notes.append(f"pictures without a caption, left out: {len(bare)}, the first is {bare[0]}")
    if strange:
        notes.append(
            f"pictures that have captions but are not listed, left out: {len(strange)}, "
            f"the first is {strange[0]}"
        )
    return tuple(notes)
