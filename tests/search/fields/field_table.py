"""A search for fields on a table of its own: prompts say how good they are, and the answers obey.

Every item is a document; its truth is a number that no other document has.
"""

import asyncio
import re
from dataclasses import replace

from assay.arena.scoring import Scorer, Tally
from assay.judges.fields import FieldJudge
from assay.prompts.admission import identities, refusal
from assay.prompts.template import render_prompt
from assay.records import Image, Item, Prompt, Reply, Settings, Usage
from assay.search import Journal
from assay.search.fields import (
    Cell,
    Field,
    FieldPlan,
    FieldSearch,
    FieldTemplates,
    ModelProposer,
    PersonProposer,
)
from assay.search.fields.advice import FieldBrief
from assay.search.fields.cell_search import CellSearch, Evidence
from assay.search.fields.people import FieldReplies
from assay.store import ScoreRow
from support.players import Asker, asked, coin

FIELD = Field("form phone", "form", "phone", "What is the phone?")
CITY = Field("form city", "form", "city", "Which city?")
PLAN = FieldPlan(rounds=1, strategies=("reflect",))


def documents(count, field=FIELD):
    """Items that hold their document's name, and the truth about it."""
    return tuple(
        Item(
            {"question": field.question, "page": f"page {number}"},
            group=f"document {number}",
            row=number,
            segment=field.key,
            images=(Image(f"{number:064x}", "image/png", 16, 16),),
            reference=f"{field.question_type[:2].title()}{number:03d}-{number * 37 % 100:02d}",
        )
        for number in range(count)
    )


def cell(number="1.01", field=FIELD, *, count=12, share=0.3, proof=(), guards=()):
    first = Prompt.simple(f"q={share} {field.key} {{page}}")
    return Cell(number, "reader", field, first, documents(count, field), proof, guards)


def proposal(share, key="form phone"):
    """A reply that proposes a prompt of this quality; a text is passed on as it is."""
    if not isinstance(share, int | float):
        return share
    return f"<changes>now {share}</changes><new_user>q={share} {key} {{page}}</new_user>"


def advisor(name, *shares, strategy=None):
    """An advisor that makes these proposals by the number of its turn; the last one ever after."""

    def say(request, sample):
        key = re.search(r"^key: (.*)$", asked(request), re.MULTILINE)
        return proposal(shares[min(sample, len(shares) - 1)], key[1] if key else "form phone")

    return ModelProposer(name, Asker(say), f"{name}'s model", Settings(), strategy)


PERSON = PersonProposer("Ann")


class FieldTable:
    """The search and all it touches. A second table on the same store and run is a resumed process."""

    def __init__(
        self,
        store,
        *proposers,
        cells=None,
        run=None,
        given=None,
        say=None,
        affords=lambda: True,
        brief=None,
        pages=0,
        **plan,
    ):
        self.store = store
        self.run = run or store.runs.create(study="study", name="fields", kind="documents", config={}).id
        self.cells = cells or (cell(),)
        self.asker = Asker(say or self.answer)
        self.judge = FieldJudge("cer")
        self.journal = Journal(store, run=self.run, study="study", judge="judge", answerer="model")
        self.told = []
        tally = Tally(self.told.append)
        self.brief = brief or FieldBrief(FieldTemplates(), self.judge.wanted, frozenset({"user", "system"}))
        self._pages = pages
        scorer = Scorer(
            self.asker,
            "the model",
            render=lambda entrant, item, extra: render_prompt(entrant.prompt, {**item.fields, **extra}),
            measure=self.judge.measure,
            record=self.record,
            tally=tally,
            width=4,
        )
        self.searches = [
            CellSearch(
                place,
                it,
                settings=Settings(),
                scorer=scorer,
                brief=self.brief,
                journal=self.journal,
                evidence=Evidence(self.evidence, self.pages),
                refusal=self.refuse,
            )
            for place, it in enumerate(self.cells)
        ]
        self.search = FieldSearch(
            replace(PLAN, **plan),
            self.searches,
            proposers=proposers,
            given=given or {},
            replies=FieldReplies(self.journal),
            journal=self.journal,
            tally=tally,
            affords=affords,
        )

    def answer(self, request, sample):
        share, page = re.search(r"q=([\d.]+).*(page \d+)", asked(request)).groups()
        field = CITY if "city" in asked(request) else FIELD
        true = next(it for it in documents(60, field) if it.fields["page"] == page).reference
        right = coin(page) < float(share)
        return Reply(true if right else f"Answer: {true}", usage=Usage(10, 4))

    def record(self, entrant, item, stage, response, parts):
        self.journal.response(response)
        for part in parts:
            row = ScoreRow(entrant.name, item.id, stage, part.answer, part.score, part.measures, part.part)
            self.store.scores.add(self.run, "judge", row)

    def evidence(self, entrant):
        return [
            (row.item, row.part, row.answer, row.score)
            for row in self.store.scores.of_entrant(self.run, entrant)
        ]

    def pages(self, worst):
        images = {item.id: item.images for it in self.cells for item in it.items}
        return tuple(image for item in worst[: self._pages] for image in images[item])

    def refuse(self, it, prompt, parent, entrants):
        return refusal(
            prompt,
            parent.prompt,
            required=frozenset({"page"}),
            changeable=frozenset({"user", "system"}),
            max_chars=500,
            search_texts=(),
            known=frozenset().union(*(identities(entrant.prompt) for entrant in entrants)),
        )

    def go(self):
        try:
            return asyncio.run(self.search.run())
        finally:
            self.store.evidence.flush()

    def hand_in(self, share, *, segment="form phone", name="Ann", answerer=""):
        told = {"advisor": name, "reply": proposal(share, segment), "segment": segment, "answerer": answerer}
        self.store.commands.add("study:study", "propose", told)

    @property
    def proposals(self):
        return self.store.evidence.proposals(self.run)

    @property
    def entrants(self):
        return self.store.evidence.entrants(self.run)

    def decisions(self, kind):
        found = self.store.evidence.decisions(self.run)
        return [decision.data for decision in found if decision.kind == kind]
