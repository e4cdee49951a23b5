"""Cells: one answering model and one segment of questions that share a prompt."""

from dataclasses import dataclass

from assay.records import Item, Prompt


@dataclass(frozen=True, slots=True)
class Field:
    """What a segment asks for.

    Attributes:
        key: document class and question type, one space between; the class alone where there is no type.
        doc_class: class of the documents.
        question_type: what is asked; empty where a prompt asks for several parts.
        question: the question as an annotation writes it, as an example.
        display: the key as people read it.
        parts: question types that one answer holds, each a key of a JSON object; empty where the whole answer
            is the value.
        descriptions: what the field is and how its value looks, for advisors; one for each part, in order,
            or one for the whole; empty texts where the study says nothing.
    """

    key: str
    doc_class: str
    question_type: str
    question: str
    display: str = ""
    parts: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The key as people read it."""
        return self.display or self.key


@dataclass(frozen=True, slots=True)
class Guard:
    """A field that must not get worse by more than a margin when a prompt changes.

    Attributes:
        name: key or part it is known by.
        margin: mean score it may lose, in [0, 1].
        part: the part of the cell's own answers that is guarded; empty where items of another segment are.
        items: search items of another segment that every prompt of the cell must also answer.
        proof: sealed items of that segment.
        filled: whether what is guarded are the cell's own items whose value is there: a prompt that says
            "absent" of everything must not win by the items where that is right. The mean alone is looked
            at, on the search and on the sealed items; nothing need be shown.
    """

    name: str
    margin: float
    part: str = ""
    filled: bool = False
    items: tuple[Item, ...] = ()
    proof: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One answering model and one segment.

    Attributes:
        number: unique in the run, answerer and segment, e.g. ``1.03``; its entrants' names begin with it.
        answerer: name of the answering model.
        family: its family, such as ``qwen``; empty where it is not known.
        field: what the segment asks for.
        first: the first prompt.
        items: search items.
        proof: sealed items.
        guards: what must not get worse.
    """

    number: str
    answerer: str
    field: Field
    first: Prompt
    items: tuple[Item, ...]
    proof: tuple[Item, ...] = ()
    guards: tuple[Guard, ...] = ()
    family: str = ""

    @property
    def answers(self) -> int:
        """Answers that trying one prompt takes, those about guarded fields among them."""
        return len(self.items) + sum(len(guard.items) for guard in self.guards)

    @property
    def proof_answers(self) -> int:
        """The same on sealed items."""
        return len(self.proof) + sum(len(guard.proof) for guard in self.guards)

    def name(self, short: str) -> str:
        """Name of an entrant of this cell, unique in the run."""
        return f"{self.number}:{short}"


def short_name(entrant: str) -> str:
    """The name of an entrant within its cell."""
    return entrant.rpartition(":")[2]


def cell_of(entrant: str) -> str:
    """The number of the cell an entrant belongs to."""
    return entrant.rpartition(":")[0]
