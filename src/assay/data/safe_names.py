"""Names of models as parts of file names, on every system.

Model ids hold slashes and colons; Windows and network shares allow fewer signs than Linux, end no name with a
dot or a blank, and do not tell case apart. The true id belongs into a column of the file; these names are for
people who look into a folder.
"""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

_MOST_BYTES = 80
_FORBIDDEN = re.compile(r'[/\\:?*"<>|\x00-\x1f\x7f\ud800-\udfff]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_BETWEEN = re.compile(r"_+(?=sep(?:_|$))", re.IGNORECASE)


def safe_name(model_id: str) -> str:
    """A model's id as a part of a file name.

    Signs that some system forbids become ``-``, and so does what would read as the ``_sep_`` between two
    names. A safe name is its own safe name. Two ids may come to the same name: see :func:`safe_names`.

    Args:
        model_id: such as ``ollama/qwen2-vl:2b``.

    Returns:
        Between 1 and 80 bytes of UTF-8.
    """
    name = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", model_id))
    name = _BETWEEN.sub("-", name).strip(" ._-")
    if not name:
        return f"model-{_mark(model_id)}"
    if _RESERVED.match(name):
        name = f"model-{name}"
    return name if len(name.encode()) <= _MOST_BYTES else _cut(name, model_id)


def safe_names(model_ids: Iterable[str]) -> dict[str, str]:
    """Safe names that differ even where upper and lower case do not count, by id.

    Ids whose names would be alike each get a mark of their own, whatever order they come in.

    Args:
        model_ids: all that are to lie in one folder.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for model_id in dict.fromkeys(model_ids):
        alike[safe_name(model_id).casefold()].append(model_id)
    return {
        model_id: safe_name(model_id) if len(ids) == 1 else _cut(safe_name(model_id), model_id)
        for ids in alike.values()
        for model_id in ids
    }


def _cut(name: str, model_id: str) -> str:
    """A name cut to the limit, with the mark of its id at its end."""
    mark = f"-{_mark(model_id)}"
    head = name.encode()[: _MOST_BYTES - len(mark)].decode(errors="ignore")
    return head.rstrip(" ._-") + mark


def _mark(model_id: str) -> str:
    return hashlib.sha256(model_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
