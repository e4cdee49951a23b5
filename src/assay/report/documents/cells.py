"""Cells as a report shows them: one answering model, one field, every prompt that was tried."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assay.drawing import visible
from assay.report.documents.claims import Claim, HeldOut
from assay.report.documents.figures import Figures
from assay.report.documents.names import prompt_name
from assay.report.words import is_simulation, model_label
from assay.store import Decision, EntrantRow, Proposal

_ALPHA = 0.05
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Answerer:
    """A model that answers.

    Attributes:
        name: as the study has it.
        id: identity of the model.
        family: as the study names it; empty where it does not.
        backend: what serves it; empty where unknown.
    """

    name: str
    id: str = ""
    family: str = ""
    backend: str = ""

    @property
    def label(self) -> str:
        """The name for people; a simulation is called so under any name the study gave it."""
        return f"{visible(self.name)} (simulation)" if is_simulation(self.id) else model_label(self.name)


@dataclass(frozen=True, slots=True)
class Advisor:
    """Who proposes prompts, with its family where the study names one."""

    name: str
    family: str = ""

    def is_kin(self, answerer: Answerer) -> bool:
        """Whether both are said to be of one family."""
        return bool(self.family) and self.family == answerer.family


@dataclass(frozen=True, slots=True)
class Segment:
    """A field that is asked for.

    Attributes:
        key: document class and question type.
        shown: the key as people read it.
        doc_class: class of the documents.
        question: an example of the question.
        parts: question types that one answer holds; empty where it is the value itself.
    """

    key: str
    shown: str
    doc_class: str = ""
    question: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PromptView:
    """A prompt and how it did.

    Attributes:
        row: the entrant as stored.
        search: on the search documents; None where it was not tried yet.
        proof: on the sealed documents; None where it was not tried on them.
        guard: the guarded field it made too much worse; empty where none.
        strategy: how its advisor was asked; empty where unknown.
    """

    row: EntrantRow
    search: Figures | None
    proof: Figures | None
    guard: str = ""
    strategy: str = ""

    @property
    def name(self) -> str:
        """Unique in the run."""
        return self.row.entrant.name

    @property
    def shown(self) -> str:
        """The name within its cell."""
        return prompt_name(self.name)

    @property
    def rank(self) -> tuple[float, float, float, float, int]:
        """Sort key, best first: score, lower CER, higher exact match, fewer tokens, shorter prompt."""
        chars = sum(map(len, self.row.entrant.prompt.templates))
        found = self.search
        if found is None:
            return (2.0, 0.0, 0.0, 0.0, chars)
        score = -1.0 if found.score is None else found.score
        figures = (-round(score, 9), round(found.cer, 9), -round(found.exact, 9), round(found.tokens, 6))
        return (*figures, chars)


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell.

    Attributes:
        place: number in the report, from 1; it names the page.
        number: of the cell in the run.
        answerer: the model that answers.
        segment: the field asked for.
        prompts: the first one, then the others in the order they were admitted.
        proposals: about this cell, in order.
        decisions: the champion after each round.
        claim: None while there is none.
    """

    place: int
    number: str
    answerer: Answerer
    segment: Segment
    prompts: tuple[PromptView, ...]
    proposals: tuple[Proposal, ...] = ()
    decisions: tuple[Decision, ...] = ()
    claim: Claim | None = None

    @property
    def title(self) -> str:
        """The cell in words."""
        return f"{self.segment.shown} \u00b7 {self.answerer.name}"

    @property
    def first(self) -> PromptView:
        """The user's prompt."""
        return self.prompts[0]

    @property
    def champion(self) -> PromptView:
        """The best prompt on the search documents, as decided; the first one before any decision."""
        name = self.decisions[-1].data.get("champion") if self.decisions else None
        return self.prompt(str(name)) or self.first

    @property
    def returned(self) -> PromptView:
        """The prompt to use; the champion so far while there is no outcome."""
        found = self.prompt(self.claim.returned) if self.claim else None
        return found or self.champion

    @property
    def candidate(self) -> PromptView | None:
        """The prompt that was tested against the first one."""
        return self.prompt(self.claim.candidate) if self.claim and self.claim.candidate else None

    @property
    def standings(self) -> tuple[PromptView, ...]:
        """All prompts, best first."""
        return tuple(sorted(self.prompts, key=lambda it: it.rank))

    @property
    def runner_up(self) -> PromptView | None:
        """The best of the prompts that are not returned."""
        returned = self.returned
        return next((it for it in self.standings if it.name != returned.name and it.search), None)

    @property
    def tried(self) -> int:
        """How many prompts were measured on the search documents; at least 1."""
        return max(1, sum(it.search is not None for it in self.prompts))

    @property
    def confidence(self) -> float:
        """Of an interval on search documents that holds for the prompt chosen among all that were tried."""
        return 1.0 - _ALPHA / self.tried

    @property
    def refused(self) -> tuple[Proposal, ...]:
        """Proposals that were not admitted."""
        return tuple(it for it in self.proposals if it.refusal is not None)

    def prompt(self, name: str | None) -> PromptView | None:
        """The prompt of that name, or None."""
        return next((it for it in self.prompts if it.name == name), None)

    def best_of(self, advisor: str) -> PromptView | None:
        """The best prompt of one advisor on the search documents, of those that no guard refused."""
        own = (it for it in self.standings if it.row.advisor == advisor and it.search and not it.guard)
        return next(own, None)

    def held_out(self, name: str) -> HeldOut | None:
        """How a prompt did on documents that were not used to choose it."""
        return self.claim.held_out.get(name) if self.claim else None

    @property
    def shown_cer(self) -> float | None:
        """CER of the returned prompt: held out where measured, else on search documents."""
        held = self.held_out(self.returned.name)
        if held is not None:
            return held.cer
        return self.returned.search.cer if self.returned.search else None


def strategy_of(proposal: Proposal | None) -> str:
    """How the advisor of a proposal was asked, as its advice says; empty where it does not."""
    if proposal is None:
        return ""
    _, tag, rest = proposal.advice.partition("<strategy>")
    name = rest.partition("</strategy>")[0].strip()
    return name if tag and len(name) <= _LONGEST else ""


def guards_lost(decision: Decision | None) -> Mapping[str, str]:
    """Guarded field by name of the prompt that lost too much on it, as the last decision has them."""
    refused: Any = decision.data.get("refused", ()) if decision else ()
    return {str(name): str(guard) for name, guard in refused}
