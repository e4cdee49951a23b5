"""``sim/field-advisor``: sees in mistakes what is wrong with answers, and words a prompt against it."""

# ruff: noqa: RUF001 - Russian prompts are meant to be Russian

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assay.errors import Rejected
from assay.models.embedded.chance import Chance
from assay.models.embedded.field_advisor_diagnosis import counted, kind_fault
from assay.models.embedded.field_advisor_lexicon import (
    ADVICE,
    CHATTER,
    FENCE,
    HARMFUL,
    KEYS,
    LABEL,
    LINE,
    TITLES,
    USELESS,
    Advice,
)
from assay.models.embedded.field_advisor_reading import FieldTask, read_field_task
from assay.models.embedded.reader_family import FAMILIES, liking
from assay.models.embedded.simulation import Options, Simulation, choice, number
from assay.records import Request

_BAD = 0.6
_BAD_REPAIRS = 0.2
_WORTH_A_WORD = 0.12
_HARDLY_BETTER = 0.9
_FAILED = 4.0
_STALE = 1.5
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FieldAdvisorOptions(Options):
    """Options of the field advisor.

    Attributes:
        skill: 0 to 1. Bad proposals come at the rate 0.6 (1 - skill); skill also raises how many faults are
            dealt with at once and how well it remembers what did not help.
        seed: its taste in wordings is drawn from it, 0 to 99,999.
        family: advisors and answerers of one family lean towards the same wordings.
    """

    skill: float = number(0.5, 0.0, 1.0)
    seed: float = number(1.0, 0.0, 99_999.0)
    family: str = choice("none", *FAMILIES)


class SimFieldAdvisor(Simulation):
    """A simulation that writes prompts for one field of a document; see ``docs/simulations.md``.

    It sees what the request holds and no more: which wordings an answerer obeys it has to find out.

    Args:
        name: as a study writes it.
        options: the options, checked.
    """

    known = "improve the prompt of one field of a document"

    def __init__(self, name: str = "sim/field-advisor", options: FieldAdvisorOptions | None = None) -> None:
        self.options = options or FieldAdvisorOptions()
        super().__init__(name, self.options)

    def compose(self, request: Request, chance: Chance) -> str:
        """Answer with changes and a new prompt, or with criticism where that is asked for.

        Raises:
            Rejected: the request describes no field or holds no current prompt.
        """
        task = read_field_task(request)
        if task is None:
            raise self.unknown_task("the request holds no <field> with a <current_prompt> to improve")
        proposal = _Proposal(task, self.options, self.name.partition("?")[0], chance)
        if task.criticise:
            return proposal.criticism()
        rate = _BAD * (1.0 - self.options.skill) * (_BAD_REPAIRS if task.repair else 1.0)
        return proposal.bad() if chance.happens(rate) else proposal.good()

    def unknown_task(self, what: str) -> Rejected:
        """The error for a request that is not about a field's prompt.

        Args:
            what: what was missing in the request, as a clause.
        """
        return Rejected(
            f"{self.name} is a simulation that only knows how to {self.known}, and {what}. "
            "Name a real model instead, e.g. anthropic/<model> or openai/<model>."
        )


class _Proposal:
    """One reply in the making."""

    def __init__(self, task: FieldTask, options: FieldAdvisorOptions, base: str, chance: Chance) -> None:
        self._task = task
        self._skill = options.skill
        self._family = options.family
        self._owner = f"{base} {options.seed:g}"
        self._chance = chance
        self._russian = bool(_CYRILLIC.search(task.question or task.current.text))

    def criticism(self) -> str:
        """What is wrong, in plain words."""
        faults = self._faults()
        said = "; ".join(TITLES[fault] for fault in faults)
        told = f"The prompt does not prevent that {said}." if said else "The prompt leaves the form open."
        return f"<critique>{told} It should say so in other words than it does now.</critique>"

    def good(self) -> str:
        """A prompt against the faults seen."""
        faults = self._faults()
        text = self._worded(faults)
        known = {self._task.current.text, *(tried.text for tried in self._task.tried)}
        for _ in range(4):
            if text not in known:
                break
            text = self._worded([*faults, self._chance.pick(list(self._possible()))])
        titles = "; ".join(TITLES[fault] for fault in faults) or "the form is said more clearly"
        return self._reply(text, f"Seen: {titles}.")

    def bad(self) -> str:
        """A proposal that helps little, harms, or cannot be read."""
        chance, task = self._chance, self._task
        kind = chance.between(0, 4)
        if kind == 0:
            return f"Here is a better prompt for you:\n\n{self._opening()} Be careful."
        if kind == 1:
            return self._reply(task.current.text, "Clearer wording.")
        if kind == 2:
            return self._reply(self._whole([self._opening(), chance.pick(HARMFUL)]), "More room to think.")
        if kind == 3:
            lines = f"Question: {task.question or 'What does it say?'}\nAnswer: {self._example()}"
            return self._reply(self._whole([f"{self._opening()}\n{lines}"]), "An example was added.")
        return self._reply(self._whole([chance.pick(USELESS), self._opening()]), "A role was added.")

    def _faults(self) -> list[str]:
        """Faults worth a word, the most frequent first; guesses where no mistake is shown."""
        counts = counted(self._task.mistakes)
        for fault, title in TITLES.items():
            counts[fault] += 3 * (title in self._task.critique)
        total = sum(counts.values())
        seen = [fault for fault, count in counts.most_common() if count and count >= _WORTH_A_WORD * total]
        if not seen:
            seen = self._chance.shuffled(self._possible())
        if self._task.keys and total and KEYS not in seen:
            seen.append(KEYS)
        return seen[: max(1, round(1.0 + 3.0 * self._skill + self._chance.between(-1, 1)))]

    def _possible(self) -> tuple[str, ...]:
        task = self._task
        own = kind_fault(f"{task.question_type} {task.question}".lower(), task.shapes)
        return (FENCE, KEYS, CHATTER, own) if task.keys else (LABEL, CHATTER, LINE, own)

    def _worded(self, faults: list[str]) -> str:
        """The prompt: the field named, sentences that have worked kept, new ones for the faults."""
        current = self._said_in(self._task.current.text)
        kept = [
            advice
            for fault, listed in current.items()
            for advice in listed
            if fault not in faults or self._chance.happens(0.3 * (1.0 - self._skill))
        ]
        new = [self._picked(fault) for fault in faults]
        if self._chance.happens(0.25 * self._skill):
            new.append(self._picked(faults[0], skip=new))
        said = list(dict.fromkeys(self._text(advice) for advice in [*kept, *new]))
        lines = [f"{self._opening()} {' '.join(said)}"]
        if self._task.strategy == "few-shot" or self._chance.happens(0.12):
            lines.append(f"{'Например' if self._russian else 'For example'}: {self._example()}")
        return self._whole(lines)

    def _picked(self, fault: str, skip: list[Advice] | None = None) -> Advice:
        """The sentence it likes best for a fault, less those that were said without effect."""
        current = self._said_in(self._task.current.text).get(fault, [])
        stale = self._stale(fault)
        blur = 0.3 + 1.2 * (1.0 - self._skill)
        memory = 0.4 + 0.6 * self._skill

        def worth(advice: Advice) -> float:
            found = liking(self._owner, self._family, f"{fault}/{advice.name}") + self._chance.gauss(blur)
            found -= memory * _STALE * stale.get(advice.name, 0)
            return found - memory * _FAILED * (advice in current)

        left = [advice for advice in ADVICE[fault] if advice not in (skip or ())]
        return max(left, key=worth)

    def _stale(self, fault: str) -> dict[str, int]:
        """How many earlier prompts said each sentence and did hardly better than the one in use."""
        bar = self._task.current.cer
        counts: dict[str, int] = {}
        for tried in self._task.tried:
            if bar is not None and tried.cer is not None and tried.cer >= _HARDLY_BETTER * bar:
                for advice in self._said_in(tried.text).get(fault, []):
                    counts[advice.name] = counts.get(advice.name, 0) + 1
        return counts

    def _said_in(self, text: str) -> dict[str, list[Advice]]:
        found: dict[str, list[Advice]] = {}
        for fault, listed in ADVICE.items():
            there = [advice for advice in listed if advice.english in text or advice.russian in text]
            if there:
                found[fault] = there
        return found

    def _text(self, advice: Advice) -> str:
        return advice.russian if self._russian else advice.english

    def _opening(self) -> str:
        """A sentence that names what is asked for."""
        task = self._task
        if task.keys:
            keys = "\n".join(f'- "{key}": {key}' for key in task.keys)
            lead = (
                "Прочитай поля и верни объект JSON" if self._russian else "Read the fields into a JSON object"
            )
            return f"{lead}:\n{keys}\n"
        if self._russian or not task.question_type:
            return task.question or task.current.text.partition("\n")[0]
        return f"Read the {task.question_type.lower()} on this {task.doc_class.lower() or 'page'}."

    def _example(self) -> str:
        """A made-up value of the shape right answers have."""
        shapes = [line for line in self._task.shapes.splitlines() if line.strip()]
        shapes = shapes or [mistake.truth for mistake in self._task.mistakes if mistake.truth] or ["9999-99"]
        return "".join(self._filled(mark) for mark in self._chance.pick(shapes)[:40])

    def _filled(self, mark: str) -> str:
        if mark.isdigit():
            return str(self._chance.between(1, 9))
        if mark.isalpha():
            letter = self._chance.pick("абвгдеклмнорст" if self._russian else "abcdeghiklmnorst")
            return letter.upper() if mark.isupper() else letter
        return mark

    def _whole(self, lines: list[str]) -> str:
        """The lines with the fields that must stay, in the tags they had."""
        for name in self._task.required:
            if name not in "".join(lines):
                had = re.search(rf"<(\w+)>\s*{re.escape(name)}\s*</\1>", self._task.current.text)
                lines = [*lines, had[0] if had else f"<page>\n{name}\n</page>"]
        return "\n".join(lines)

    def _reply(self, text: str, changes: str) -> str:
        part = self._task.part
        return f"<changes>{changes}</changes>\n\n<new_{part}>\n{text}\n</new_{part}>"


NAMED_FIELD_SKILLS: Mapping[str, float] = {
    "sim/field-advisor": 0.5,
    "sim/field-advisor-strong": 0.9,
    "sim/field-advisor-poor": 0.15,
}
"""Skill of the field advisors that can be named without an option."""
