"""Search inputs that a prompt copies: a prompt that quotes its exam says nothing about other inputs."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assay.records import Prompt

RUN_WORDS = 12
SHORT_INPUT_WORDS = 6

# Scripts that put no spaces between words count every character as a word.
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")

Words = tuple[str, ...]


def words(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation and white space."""
    return _WORD.findall(text.casefold())


def copied_passage(
    proposal: Prompt, current: Prompt, inputs: Iterable[str], allowed: Sequence[str] = ()
) -> str | None:
    """A passage of an input that a new prompt copies and the current one does not, or None.

    A passage is a run of at least 12 consecutive words of an input, or a whole input of 6 to 11 words; upper
    and lower case, white space and punctuation make no difference. The prompt's runs are looked up, so the
    time is proportional to the length of the inputs.

    Args:
        proposal: the new prompt.
        current: the prompt it was made from; what it already says is no copying.
        inputs: texts of the search side.
        allowed: declared examples; what stands in them may be copied.

    Returns:
        The words of the longest copy that begins where the first one was found.
    """
    known = [words(text) for text in (*current.templates, *allowed)]
    new = [words(template) for template in proposal.templates]
    runs = _runs(new) - _runs(known)
    vocabulary = frozenset(word for run in runs for word in run)
    for text in inputs:
        found = words(text)
        passage = _long_copy(found, runs, vocabulary)
        if not passage and SHORT_INPUT_WORDS <= len(found) < RUN_WORDS and _holds(new, found):
            passage = [] if _holds(known, found) else found
        if passage:
            return " ".join(passage)
    return None


def _runs(texts: Iterable[list[str]]) -> set[Words]:
    """Every 12 consecutive words of every text."""
    return {
        tuple(text[place : place + RUN_WORDS]) for text in texts for place in range(len(text) - RUN_WORDS + 1)
    }


def _long_copy(text: list[str], runs: set[Words], vocabulary: frozenset[str]) -> list[str]:
    """The first stretch of a text that is copied throughout; empty where there is none."""
    begin = end = 0
    for place in _candidates(text, vocabulary):
        if end and place != end - RUN_WORDS + 1:
            break
        if tuple(text[place : place + RUN_WORDS]) in runs:
            begin = begin if end else place
            end = place + RUN_WORDS
    return text[begin:end]


def _candidates(text: list[str], vocabulary: frozenset[str]) -> Iterator[int]:
    """Places where 12 words follow that all occur in the runs looked for: few, so few tuples are made."""
    streak = 0
    for place, word in enumerate(text, 1):
        streak = streak + 1 if word in vocabulary else 0
        if streak >= RUN_WORDS:
            yield place - RUN_WORDS


def _holds(texts: Iterable[list[str]], passage: list[str]) -> bool:
    sought = f" {' '.join(passage)} "
    return any(sought in f" {' '.join(text)} " for text in texts)
