"""Proposers: a situation in, a draft out. The loop alone admits, scores and chooses."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from assay.arena import Ask
from assay.arena.scoring import Trial
from assay.errors import Rejected, SettingRefused
from assay.prompts.template import render
from assay.records import Entrant, Image, Message, Part, Prompt, Request, Settings
from assay.search.advice import required_fields
from assay.search.fields.advice import FieldBrief, Mistake, Strategy, write_field_advice
from assay.search.fields.cells import Cell
from assay.search.fields.choice import Standing
from assay.search.propose import Draft, Refuse, draft_from
from assay.search.replies import reply_tags

Try = Callable[[Prompt, int], Awaitable[Sequence[Trial]]]
"""Answers of a prompt on the first so many search items of the cell, measured; for optimisers that test."""


@dataclass(frozen=True, slots=True)
class Situation:
    """All a proposer may know of a cell: search documents only.

    Attributes:
        brief: what stays the same during a run.
        cell: the cell.
        current: the prompt to improve, the best so far.
        tried: prompts tried, with how they did, in the order they were admitted.
        mistakes: of the current prompt, worst first.
        pages: pictures of the worst mistakes, where the study allows advisors to see pages.
        sample: number of this request, so that the same question may be asked again.
        refuse: says why a prompt would be refused.
        attempt: tries a prompt on search items.
        texts_of: answers of the last attempt by item, for optimisers that read them.
    """

    brief: FieldBrief
    cell: Cell
    current: Entrant
    tried: tuple[tuple[Entrant, Standing], ...]
    mistakes: tuple[Mistake, ...]
    pages: tuple[Image, ...]
    sample: int
    refuse: Refuse
    attempt: Try
    texts_of: Callable[[Prompt], dict[str, str]]


class Proposer(Protocol):
    """Proposes prompts for cells, under a name that is unique in the study."""

    @property
    def name(self) -> str:
        """For the credit."""
        ...

    async def propose(self, situation: Situation, strategy: Strategy) -> tuple[str, Draft]:
        """What was asked (for the record) and what became of it.

        Raises:
            ModelError: the proposer's model cannot be reached or denies everything.
        """
        ...


@dataclass(frozen=True, slots=True)
class PersonProposer:
    """A person, whose replies come through ``assay propose --segment``."""

    name: str


@dataclass(frozen=True, slots=True)
class ModelProposer:
    """An advisor that is a model.

    Attributes:
        name: for the credit.
        ask: the way to the model.
        model: its identity.
        settings: decoding settings.
        strategy: how it is asked whatever the round says; None follows the round.
    """

    name: str
    ask: Ask
    model: str
    settings: Settings
    strategy: Strategy | None = None

    async def propose(self, situation: Situation, strategy: Strategy) -> tuple[str, Draft]:
        """Ask for a better prompt; the critique strategy asks twice."""
        chosen = self.strategy or strategy
        told = self._write(situation, chosen)
        if chosen != "critique":
            return told, await self._draft(situation, told)
        try:
            answer = await self.ask(self._request(situation, told), situation.sample)
        except SettingRefused:
            raise
        except Rejected as error:
            return told, Draft((), (), refusal=f"the advisor's model rejected the request: {error}")
        critique = answer.reply.text
        edit = self._write(situation, "edit", critique=_inner(critique))
        made = await self._draft(situation, edit)
        return edit, Draft(
            (critique, *made.replies), (answer.key, *made.calls), made.changes, made.prompt, made.refusal
        )

    def _write(self, situation: Situation, template: str, *, critique: str = "") -> str:
        return write_field_advice(
            situation.brief,
            template,
            situation.cell,
            situation.current,
            situation.tried,
            situation.mistakes,
            critique=critique,
        )

    def _request(self, situation: Situation, told: str) -> Request:
        return Request(self.model, (Message("user", _with_pages(told, situation.pages)),), self.settings)

    async def _draft(self, situation: Situation, told: str) -> Draft:
        return await draft_from(
            self.ask,
            self._request(situation, told),
            lambda fault: write_field_repair(situation.brief, fault),
            situation.current.prompt,
            situation.refuse,
            situation.sample,
        )


def write_field_repair(brief: FieldBrief, fault: str) -> str:
    """What an advisor is told when its reply could not be used."""
    values = {
        "fault": fault,
        "reply_tags": reply_tags(brief.changeable),
        "required_fields": required_fields(brief.required) or "(none)",
    }
    return render(brief.templates["repair"], values)


def _with_pages(told: str, pages: tuple[Image, ...]) -> str | tuple[Part, ...]:
    return (*pages, told) if pages else told


def _inner(critique: str) -> str:
    """The text between the critique's tags, else all of it."""
    _, opened, rest = critique.partition("<critique>")
    return (rest.partition("</critique>")[0] if opened else critique).strip()
