"""``sim/template-advisor``: mends templates that prompts for pictures are rewritten with, sometimes badly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assay.errors import Rejected
from assay.models.embedded import template_advisor_lexicon as words
from assay.models.embedded.advisor_edits import without_field
from assay.models.embedded.advisor_reading import Assignment, read_assignment
from assay.models.embedded.chance import Chance
from assay.models.embedded.simulation import Options, Simulation, number
from assay.records import Request

_BAD_EDITS = 0.75
_BAD_REPAIRS = 0.2


@dataclass(frozen=True, slots=True)
class TemplateAdvisorOptions(Options):
    """Options of the template advisor.

    Attributes:
        skill: 0 to 1. Bad edits come at the rate 0.75 (1 - skill); skill also raises how many faults are
            mended at once, how well the worst are told from the others and how plainly the lines are worded.
    """

    skill: float = number(0.5, 0.0, 1.0)


class SimTemplateAdvisor(Simulation):
    """A simulation that edits rewriting templates of image studies; see ``docs/simulations.md``.

    It reads the template and knows from experience what such templates need. It sees no picture.

    Args:
        name: as a study writes it.
        options: the options, checked.
    """

    known = "improve a template that prompts for pictures are rewritten with"

    def __init__(
        self, name: str = "sim/template-advisor", options: TemplateAdvisorOptions | None = None
    ) -> None:
        self.options = options or TemplateAdvisorOptions()
        super().__init__(name, self.options)

    def compose(self, request: Request, chance: Chance) -> str:
        """Answer with a summary of changes and the new parts.

        Raises:
            Rejected: the request holds no current part of a template.
        """
        task = read_assignment(request)
        if task is None:
            raise self.unknown_task("the request holds no <current_user> or other current part to improve")
        edit = _Edit(task, self.options.skill, chance)
        rate = _BAD_EDITS * (1.0 - self.options.skill) * (_BAD_REPAIRS if task.repair else 1.0)
        if chance.happens(rate):
            return chance.pick(_BAD)(edit)
        edit.improve()
        return edit.reply()

    def unknown_task(self, what: str) -> Rejected:
        """The error for a request that is about something else.

        Args:
            what: what was missing in the request, as a clause.
        """
        return Rejected(
            f"{self.name} is a simulation that only knows how to {self.known}, and {what}. "
            "Name a real model instead, e.g. anthropic/<model> or openai/<model>."
        )


class _Edit:
    """One proposal in the making."""

    def __init__(self, task: Assignment, skill: float, chance: Chance) -> None:
        self.task = task
        self.skill = skill
        self.chance = chance
        self.new: dict[str, str] = {}
        self.notes: list[str] = []

    def improve(self) -> None:
        """Mend some of the faults; where there is none, word a line anew."""
        faults = self._chosen(words.faults_of("\n".join(self.task.parts.values())))
        for fault in faults:
            self._mend(fault)
        if not faults:
            self._reword()
        self.notes += [words.TITLES[fault] for fault in faults]

    def _chosen(self, faults: list[str]) -> list[str]:
        """The faults to deal with now, the worst first as far as skill can tell."""
        blur = 4.0 * (1.0 - self.skill)
        ranks = {fault: rank + self.chance.gauss(blur) for rank, fault in enumerate(faults)}
        most = self.chance.between(1, 2) + round(4.0 * self.skill)
        return sorted(ranks, key=lambda fault: ranks[fault])[:most]

    def _mend(self, fault: str) -> None:
        if fault == words.FLOWERY:
            for part in self.task.changeable:
                self._set(part, words.without_embellishment(self.current(part)))
        elif fault in words.BLOCKS:
            self._set(self.place("user"), _with_block(self.current(self.place("user")), self._worded(fault)))
        else:
            part = self.place("system")
            self._set(part, _with_line(self.current(part), self._worded(fault)))

    def _worded(self, fault: str) -> str:
        if fault in words.BLOCKS:
            return self.chance.pick(words.BLOCKS[fault])
        plain = self.chance.happens(0.35 + 0.65 * self.skill)
        return self.chance.pick((words.LINES if plain else words.VAGUE)[fault])

    def _reword(self) -> None:
        """Say once more, in other words, what is said already."""
        part = self.place("system")
        said = self.current(part)
        lines = [line for fault in words.LINES for line in words.LINES[fault] if line not in said]
        self._set(part, _with_line(said, self.chance.pick(lines or list(words.BLOAT))))
        self.notes.append("small changes of wording; nothing that such a template needs is left out")

    def _set(self, part: str, text: str) -> None:
        if part == "system" and not text:
            text = words.ROLE
        if text != self.task.parts.get(part, ""):
            self.new[part] = text

    def place(self, wanted: str) -> str:
        """The part where something goes: the one wanted where it is there and may change."""
        there = [part for part in self.task.changeable if part in self.task.parts]
        return wanted if wanted in there else (there or list(self.task.changeable))[-1]

    def current(self, part: str) -> str:
        """The text of a part as edited so far."""
        return self.new.get(part, self.task.parts.get(part, ""))

    def reply(self, *, tagged: bool = True) -> str:
        """The answer in the form asked for; ``tagged`` false forgets the tags around the new parts."""
        notes = "; ".join(self.notes) or "small changes of wording"
        blocks = [f"<changes>I changed the template: {notes}.</changes>"]
        for part, text in self.new.items():
            blocks.append(f"<new_{part}>\n{text}\n</new_{part}>" if tagged else f"New {part} part:\n{text}")
        return "\n\n".join(blocks)


def _with_block(text: str, block: str) -> str:
    """A text with a block of lines at its end, but before a last line that leads into the answer."""
    rows = text.rstrip().split("\n")
    if rows[-1].endswith(":"):
        return "\n".join([*rows[:-1], block, rows[-1]])
    return "\n".join([*rows, block])


def _with_line(text: str, line: str) -> str:
    """A text with a sentence more: at its end, or before what it shows where it shows something."""
    rows = text.rstrip().split("\n")
    shows = next((place for place, row in enumerate(rows) if "{" in row or row.startswith("[block")), None)
    if shows is None:
        return f"{text.rstrip()}\n{line}".strip()
    at = shows - 1 if shows and rows[shows - 1].endswith(":") else shows
    return "\n".join([*rows[:at], line, *rows[at:]])


def _lose_field(edit: _Edit) -> str:
    """A required field is taken for an example and written over."""
    edit.improve()
    holders = [
        part for part in edit.task.changeable if any(it in edit.current(part) for it in edit.task.required)
    ]
    if holders:
        edit.new[holders[0]] = without_field(edit.current(holders[0]), edit.task.required)
    return edit.reply()


def _harm(edit: _Edit) -> str:
    """Embellishment is asked for."""
    part = edit.place("system")
    lines = edit.chance.shuffled(words.HARMFUL)[:2]
    edit.new[part] = _with_line(edit.current(part), " ".join(lines))
    edit.notes.append("the prompts should be livelier")
    return edit.reply()


def _hide(edit: _Edit) -> str:
    """What was missing in the picture is shown no more."""
    part = edit.place("user")
    rows = edit.current(part).split("\n")
    kept = [
        row
        for place, row in enumerate(rows)
        if "{missing}" not in row
        and not (row.endswith(":") and "{missing}" in "".join(rows[place + 1 :][:1]))
    ]
    if kept == rows:
        return _harm(edit)
    edit.new[part] = "\n".join(kept)
    edit.notes.append("less for the rewriter to read")
    return edit.reply()


def _bloat(edit: _Edit) -> str:
    """The template grows by sentences that ask for nothing."""
    part = edit.place("system")
    edit.new[part] = "\n".join([*edit.chance.shuffled(words.BLOAT), edit.current(part)]).strip()
    edit.notes.append("more background")
    return edit.reply()


def _forget_tags(edit: _Edit) -> str:
    """The new parts come without their tags."""
    edit.improve()
    return edit.reply(tagged=False)


def _unchanged(edit: _Edit) -> str:
    """The current text comes back as it was."""
    part = edit.place("user")
    edit.new[part] = edit.task.parts.get(part, "")
    edit.notes.append("clearer wording")
    return edit.reply()


_BAD: tuple[Callable[[_Edit], str], ...] = (_lose_field, _harm, _hide, _bloat, _forget_tags, _unchanged)

NAMED_TEMPLATE_SKILLS: Mapping[str, float] = {
    "sim/template-advisor": 0.5,
    "sim/template-advisor-strong": 0.9,
    "sim/template-advisor-poor": 0.15,
}
"""Skill of the template advisors that can be named without an option."""
