"""Replies of people to advice about a field, as they were handed in."""

from collections.abc import Sequence
from dataclasses import dataclass

from assay.records import Prompt
from assay.search.fields.cells import Cell
from assay.search.journal import Journal
from assay.search.propose import Draft, Refuse, consider
from assay.store import Command


@dataclass(frozen=True, slots=True)
class FieldReply:
    """One reply.

    Attributes:
        id: number of the command that carries it.
        advisor: who is credited.
        segment: key of the segment it is for.
        answerer: name of the answering model it is for; empty for all.
        text: the reply.
    """

    id: int
    advisor: str
    segment: str
    answerer: str
    text: str

    def is_for(self, cell: Cell) -> bool:
        """Whether the reply is meant for a cell."""
        return self.segment == cell.field.key and self.answerer in ("", cell.answerer)

    def draft(self, parent: Prompt, refuse: Refuse) -> Draft:
        """The reply read and checked."""
        return consider(self.text, parent, refuse, (self.text,))


class FieldReplies:
    """Replies of people to a study, taken by rounds.

    Args:
        journal: of the run.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def fixed(self, number: int) -> bool:
        """Whether it is decided which replies a round takes."""
        return self._journal.decided(_step(number)) is not None

    def waiting(self, number: int) -> Sequence[FieldReply]:
        """Replies that a round may take: those it took, else those nobody took yet."""
        decided = self._journal.decided(_step(number))
        commands = self._journal.replies_of_people()
        if decided is not None:
            wanted = set(decided["replies"])
            return [_reply(it) for it in commands if it.id in wanted]
        return [_reply(it) for it in commands if not it.done]

    def take(self, number: int) -> Sequence[FieldReply]:
        """The replies of a round; decided, durably, before they are used."""
        taken = self.waiting(number)
        # Noted also when empty: a reply that comes later must not slip into a round that is over.
        self._journal.decide(_step(number), "people", lambda: {"replies": [reply.id for reply in taken]})
        for reply in taken:
            self._journal.take_reply(reply.id)
        return taken


def _step(number: int) -> str:
    return f"round-{number}-people"


def _reply(command: Command) -> FieldReply:
    told = command.arguments
    return FieldReply(
        command.id, told["advisor"], told.get("segment", ""), told.get("answerer", ""), told["reply"]
    )
