"""Values of documents that stand in a prompt: a prompt that quotes a true answer must not play."""

import re
from collections.abc import Iterable
from functools import lru_cache

from assay.metrics.normalise import normalise
from assay.records import Prompt

_SHORTEST = 4


def leaked_value(prompt: Prompt, values: Iterable[str], allowed: Iterable[str]) -> str | None:
    """A true value that a prompt quotes, or None.

    Values of fewer than four characters are too common to tell. What stands in one of the allowed texts (the
    first prompt, the questions) was there before.

    Args:
        prompt: the prompt.
        values: true values of the segment.
        allowed: texts that may hold them.
    """
    text = "\n".join(normalise(template, "casefold") for template in prompt.templates)
    known = "\n".join(normalise(it, "casefold") for it in allowed)
    for value in values:
        given = normalise(value, "casefold")
        if len(given) < _SHORTEST or given not in text:
            continue
        if _whole(given).search(text) and not _whole(given).search(known):
            return value
    return None


@lru_cache(maxsize=4096)
def _whole(value: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(value)}(?!\w)")
