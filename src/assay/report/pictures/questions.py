"""The questions that were asked about a request's pictures, with their kinds, out of the stored reply."""

from collections.abc import Mapping, Sequence
from typing import Any

from assay.judges.pictures.questions import holding
from assay.judges.pictures.replies import Unread, between, questions_of
from assay.records.looks import Look, Question, Said
from assay.store import Store


class QuestionBook:
    """Finds the questions of a request; they are the same for all its pictures.

    Args:
        store: where replies are.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[frozenset[str], tuple[Question, ...]] = {}

    def forget(self) -> None:
        """Let go of what is known: the next request has other questions."""
        self._known.clear()

    def of(self, look: Look) -> tuple[Question, ...]:
        """The questions of a look, in order; without kinds where the reply that made them is not there."""
        if not look.answers:
            return ()
        asked = frozenset(look.answers)
        if asked not in self._known:
            self._known[asked] = self._read(look, asked) or tuple(Question(text) for text in look.answers)
        return self._known[asked]

    def _read(self, look: Look, asked: frozenset[str]) -> tuple[Question, ...]:
        for key in look.calls:
            call = self._store.calls.find(key)
            questions = _questions(call.reply.text) if call is not None and call.reply is not None else ()
            if questions and {it.text for it in questions} == asked:
                return questions
        return ()


def _questions(text: str) -> tuple[Question, ...]:
    """Questions of a reply: those in their tags, else those of its first paragraph."""
    try:
        return questions_of(between(text, "questions"))
    except Unread:
        pass
    try:
        return questions_of(text.strip().partition("\n\n")[0])
    except Unread:
        return ()


def failed(questions: Sequence[Question], answers: Mapping[str, Said]) -> list[bool | None]:
    """For each question whether it fails; None where nobody could tell."""
    return [None if held is None else not held for held in holding(questions, answers)]


def look_of(data: Mapping[str, Any] | None) -> Look | None:
    """A stored look."""
    return None if data is None else Look.from_data(data)
