"""A cell whose answerer keeps the label until its prompt holds a phrase, as optimisers see it."""

import asyncio
from dataclasses import replace

from assay.arena.scoring import Trial
from assay.records import Entrant, Item, Prompt
from assay.search.fields.advice import FieldBrief, FieldTemplates
from assay.search.fields.cells import Cell, Field
from assay.search.fields.choice import standing_of
from assay.search.fields.proposers import Situation

PHRASE = "Give the value alone."
FIRST = Prompt.simple("What is the surname?")
SURNAMES = (
    "Вересаева",
    "Quillfeather",
    "Молчун",
    "Brackenby",
    "Thistlewood",
    "Оладьина",
    "Penhallow",
    "Зимородок",
)
"""Invented people."""


class World:
    """Answers prompts, counts what it was asked for, and refuses what it is told to."""

    def __init__(self, *, masked=True, size=8, right=lambda prompt: PHRASE in prompt.user, first=FIRST):
        self.items = tuple(
            Item({"question": "surname?"}, f"page {n}", n, reference=SURNAMES[n % len(SURNAMES)])
            for n in range(size)
        )
        self.brief = FieldBrief(FieldTemplates(), "mean CER", frozenset({"user"}), masked=masked)
        self.cell = Cell(
            "1.00", "a model", Field("card surname", "card", "surname", "surname?"), first, self.items
        )
        self.answered: set[tuple[str, str]] = set()
        self.attempts: list[tuple[Prompt, int]] = []
        self.texts: dict[str, dict[str, str]] = {}
        self.right = right
        self.fail = None

    def trial(self, prompt, item):
        right = self.right(prompt)
        self.texts.setdefault(prompt.id, {})[item.id] = (
            item.reference if right else f"Surname: {item.reference}"
        )
        score = 1.0 if right else 0.5
        return Trial(
            entrant="probe",
            item=item.id,
            group=item.group,
            stage="probe",
            score=score,
            cer=1.0 - score,
            clipped=1.0 - score,
            exact=float(right),
            tokens=4,
        )

    async def attempt(self, prompt, count):
        await asyncio.sleep(0)
        self.attempts.append((prompt, count))
        if self.fail is not None:
            raise self.fail
        self.answered |= {(prompt.id, item.id) for item in self.items[:count]}
        return [self.trial(prompt, item) for item in self.items[:count]]

    def situation(self, **changes):
        current = Entrant("1.00:first", self.cell.first)
        standing = standing_of(current, [self.trial(current.prompt, item) for item in self.items])
        made = Situation(
            brief=self.brief,
            cell=self.cell,
            current=current,
            tried=((current, standing),),
            mistakes=(),
            pages=(),
            sample=0,
            refuse=lambda prompt: None,
            attempt=self.attempt,
            texts_of=lambda prompt: self.texts.get(prompt.id, {}),
        )
        return replace(made, **changes)


def prompt_reply(text):
    """A reply with a new user part."""
    return f"<changes>what and why</changes>\n<new_user>{text}</new_user>"
