"""A search on a table of its own: prompts say how good they are, answers repeat it, the judge believes."""

import asyncio
import re
from dataclasses import replace

from assay.arena import Answerer, Arena
from assay.records import Settings
from assay.search import Brief, Journal, ModelAdvisor, Search, SearchPlan, Templates
from support.players import Asker, ScriptedJudge, asked, entrant, items

FIRST = entrant("first", "quality 1 {text}")
PLAN = SearchPlan(rounds=2, proposals=1, pairing="newest-vs-older", orders="both")


def quality(text):
    return int(re.search(r"quality (\d+)", text)[1])


def answer(request, sample):
    text = asked(request)
    return f"quality {quality(text)}, {text.splitlines()[-1]}, draw {sample}"


def believe(item, one, two, shown_first):
    first, second = quality(one), quality(two)
    return "tie" if first == second else "one" if first > second else "two"


def proposal(number):
    """A reply that proposes a prompt of this quality; text is passed on as it is."""
    return number if isinstance(number, str) else f"<new_user>quality {number} {{text}}</new_user>"


def advisor(name, *proposals):
    """An advisor that makes these proposals by the number of its turn; the last one ever after."""
    made = [proposal(number) for number in proposals]
    asker = Asker(lambda request, sample: made[min(sample, len(made) - 1)])
    return ModelAdvisor(name, asker, f"{name}'s model", Settings())


def admit(prompt, parent, entrants):
    if any(entrant.prompt == prompt for entrant in entrants):
        return "The text is the same as a prompt already in this run."
    return None if "{text}" in prompt.user else "The field {text} is lost."


class Table:
    """A search and all it touches. A second table on the same store and run is a resumed process."""

    def __init__(
        self,
        store,
        *advisors,
        run=None,
        decide=believe,
        say=answer,
        rows=12,
        affords=lambda _: True,
        admits=admit,
        **plan,
    ):
        self.store = store
        self.run = run or store.runs.create(study="study", name="search", kind="text", config={}).id
        self.asker, self.judge = Asker(say), ScriptedJudge(decide)
        self.journal = Journal(store, run=self.run, study="study", judge="judge", answerer="model")
        self.afforded = []
        arena = Arena(
            Answerer(self.asker, "the model", self.journal.response), self.judge, self.journal.match, width=8
        )
        parts = frozenset({"system", "user", "prefill"})
        self.search = Search(
            plan=replace(PLAN, **plan),
            brief=Brief(Templates(), parts, frozenset({"text"}), None, 5_000),
            first=FIRST,
            advisors=advisors,
            arena=arena,
            played=items(rows),
            journal=self.journal,
            admit=admits,
            affords=lambda entrants: self.afforded.append(entrants) or affords(entrants),
        )

    def go(self):
        try:
            return asyncio.run(self.search.run())
        finally:
            self.store.evidence.flush()

    def decisions(self, kind):
        return [
            decision.data for decision in self.store.evidence.decisions(self.run) if decision.kind == kind
        ]

    @property
    def proposals(self):
        return self.store.evidence.proposals(self.run)

    @property
    def entrants(self):
        return self.store.evidence.entrants(self.run)

    def met(self):
        """Pairs that played in the search, in order."""
        matches = self.store.evidence.matches(self.run, "search")
        return list(dict.fromkeys((match.one, match.two) for match in matches))

    def hand_in(self, name, number):
        reply = {"advisor": name, "reply": proposal(number)}
        self.store.commands.add("study:study", "propose", reply)
