"""``sim/advisor``: reads feedback on a prompt and edits it, sometimes badly, at a rate its skill sets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assay.models.embedded import advisor_edits as edits
from assay.models.embedded.advisor_lexicon import (
    DEPTH,
    NUMBER,
    SHAPE,
    TITLES,
    advised,
    complaints,
    criteria_named,
)
from assay.models.embedded.advisor_reading import Assignment, read_assignment
from assay.models.embedded.advisor_wordings import (
    ADJECTIVES,
    BLOAT,
    CONTRADICTIONS,
    FLOWERY,
    FLUFF,
    PLAIN,
)
from assay.models.embedded.chance import Chance
from assay.models.embedded.simulation import Options, Simulation, number
from assay.records import Request

_CRITERION_WEIGHT = 0.35
_BAD_EDITS = 0.75
_BAD_REPAIRS = 0.2
_ROLE = "You write follow-up questions to an answer."
_OPENED = "<questions>\n\n<question>"

Parts = dict[str, str]


@dataclass(frozen=True, slots=True)
class AdvisorOptions(Options):
    """Options of the advisor.

    Attributes:
        skill: 0 to 1. Bad edits come at the rate 0.75 (1 - skill); skill also raises how well complaints are
            weighed, how many are dealt with at once and how plainly the advice is worded.
    """

    skill: float = number(0.5, 0.0, 1.0)


class SimAdvisor(Simulation):
    """A simulation that edits prompts for follow-up questions; see ``docs/simulations.md``.

    Args:
        name: as a study writes it.
        options: the options, checked.
    """

    known = "improve the prompt of a writer of follow-up questions"

    def __init__(self, name: str = "sim/advisor", options: AdvisorOptions | None = None) -> None:
        self.options = options or AdvisorOptions()
        super().__init__(name, self.options)

    def compose(self, request: Request, chance: Chance) -> str:
        """Answer with a summary of changes and the new parts.

        Raises:
            Rejected: the request holds no current part of a prompt.
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


class _Edit:
    """One proposal in the making."""

    def __init__(self, task: Assignment, skill: float, chance: Chance) -> None:
        self.task = task
        self.skill = skill
        self.chance = chance
        self.new: Parts = {}
        self.notes: list[str] = []

    def improve(self) -> None:
        """Give advice on the themes that cost most matches; polish where nothing is left to advise."""
        themes = self._themes()
        if themes:
            self._advise(themes)
        else:
            self._polish()

    def _themes(self) -> list[str]:
        """Themes not advised on yet, by complaints per lost match and criteria, blurred by lack of skill."""
        task = self.task
        counted = complaints(task.lost)
        wanted = criteria_named(task.criteria)
        blur = 1.0 - self.skill
        scores = {
            theme: counted[theme] / max(1, len(task.lost))
            + _CRITERION_WEIGHT * (theme in wanted)
            + self.chance.gauss(blur * 0.6)
            for theme in TITLES
            if counted[theme] or theme in wanted or not (counted or wanted)
        }
        known = advised("\n".join(task.parts.values()))
        left = [theme for theme in sorted(scores, key=lambda theme: -scores[theme]) if theme not in known]
        return left[: self.chance.between(1, 2) + round(4.0 * self.skill)]

    def _advise(self, themes: list[str]) -> None:
        """Put the advice into one part, and what concerns the form where it works best."""
        self.notes = [f"it now works against {', '.join(TITLES[theme] for theme in themes)}"]
        changeable = self.task.changeable
        writable = [part for part in ("user", "system") if part in changeable]
        if "prefill" in changeable and (not writable or (SHAPE in themes and self.chance.happens(0.6))):
            self._write_prefill(themes if not writable else [SHAPE])
            themes = [theme for theme in themes if theme != SHAPE]
        if not writable:
            return
        part = writable[0] if self.chance.happens(0.7) else writable[-1]
        self._write_part(part, themes)

    def _write_part(self, part: str, themes: list[str]) -> None:
        text = self.task.parts.get(part) or _ROLE
        if SHAPE in themes and edits.with_closed_example(text) != text:
            text = edits.with_closed_example(text)
            themes = [theme for theme in themes if theme != SHAPE]
        lines = [line for line in map(self._worded, themes) if line not in text]
        if self.chance.happens(0.1 + 0.4 * (1.0 - self.skill)):
            lines.append(self._fluff())
        new = edits.with_advice(text, lines, self.chance.between(0, 2))
        if new != self.task.parts.get(part, ""):
            self.new[part] = new

    def _worded(self, theme: str) -> str:
        plain = self.chance.happens(0.35 + 0.6 * self.skill)
        line = self.chance.pick((PLAIN if plain else FLOWERY)[theme])
        return line.replace("{count}", self.task.count)

    def _fluff(self) -> str:
        text = "\n".join(self.task.parts.values())
        return self.chance.pick([line for line in FLUFF if line not in text] or list(BLOAT))

    def _write_prefill(self, themes: list[str]) -> None:
        """Open the tags in the prefill, and announce the questions where that is all that may change."""
        current = self.task.parts.get("prefill", "")
        chosen = [theme for theme in themes if theme not in (SHAPE, NUMBER)]
        said = [self.chance.pick(ADJECTIVES[theme]) for theme in chosen]
        if any(theme == DEPTH for theme in chosen):
            said.sort(key=len)
        lead = f"Here are {self.task.count} questions, all of them {', '.join(said)}:" if said else ""
        tags = current if "<question" in current.lower() else self._opening()
        if current and "<question" not in current.lower():
            lead = f"{current} {lead}".strip()
        new = f"{lead}\n\n{tags}".strip()
        self.new["prefill"] = new if new != current else f"Here are the questions.\n\n{new}"

    def _opening(self) -> str:
        """The tags the prompt's form begins with; none where the prompt asks for none."""
        everything = "\n".join(self.task.parts.values()) + self.task.criteria
        if "<questions>" in everything:
            return _OPENED
        return "<question>" if "<question>" in everything else ""

    def _polish(self) -> None:
        """Reword a line, or add one that says nothing: there is no complaint left to act on."""
        present = [part for part in self.task.changeable if part in self.task.parts]
        part = self.chance.pick(present or self.task.changeable)
        if part == "prefill":
            self._write_prefill([])
            self.notes = ["the opening of the reply is fixed"]
            return
        text = self.task.parts.get(part) or _ROLE
        theme = self.chance.pick(sorted(advised(text)) or [NUMBER])
        line = self._worded(theme)
        new = edits.reworded(text, theme, line) if line not in text else text
        if new == text:
            new = edits.with_advice(text, [self._fluff()], self.chance.between(0, 2))
        self.new[part] = new
        self.notes = ["small changes of wording; the points named in the feedback are in the prompt already"]

    def reply(self, *, tagged: bool = True) -> str:
        """The answer in the form asked for; ``tagged`` false forgets the tags around the new parts."""
        notes = "; ".join(self.notes) or "small changes of wording"
        blocks = [f"<changes>I changed the prompt: {notes}.</changes>"]
        for part, text in self.new.items():
            blocks.append(f"<new_{part}>\n{text}\n</new_{part}>" if tagged else f"New {part} part:\n{text}")
        return "\n\n".join(blocks)

    def largest(self) -> str:
        """The changeable part a careless edit goes into: the user part where it may change."""
        return "user" if "user" in self.task.changeable else self.task.changeable[0]

    def current(self, part: str) -> str:
        """The text of a part as edited so far."""
        return self.new.get(part, self.task.parts.get(part, ""))


def _lose_field(edit: _Edit) -> str:
    """A required field is taken for an example and written over."""
    edit.improve()
    holders = [
        part for part in edit.task.changeable if any(f in edit.current(part) for f in edit.task.required)
    ]
    if not holders:
        return _bloat(edit)
    edit.new[holders[0]] = edits.without_field(edit.current(holders[0]), edit.task.required)
    return edit.reply()


def _bloat(edit: _Edit) -> str:
    """The prompt grows by hundreds of words that ask for nothing."""
    part = edit.largest()
    edit.new[part] = "\n\n".join([*edit.chance.shuffled(BLOAT), edit.current(part)]).strip()
    edit.notes.append("more background for the writer")
    return edit.reply()


def _contradict(edit: _Edit) -> str:
    """Advice is added that works against the criteria."""
    part = edit.largest()
    lines = edit.chance.shuffled(CONTRADICTIONS)[:3]
    edit.new[part] = edits.with_advice(edit.current(part), lines)
    edit.notes.append("more freedom for the writer")
    return edit.reply()


def _copy_input(edit: _Edit) -> str:
    """An input of the feedback is quoted word for word as an example."""
    if not edit.task.inputs:
        return _bloat(edit)
    edit.improve()
    part = edit.largest()
    example = edit.chance.pick(edit.task.inputs)
    edit.new[part] = f"{edit.current(part)}\n\nAn example of a text you may be given:\n{example}".strip()
    edit.notes.append("an example was added")
    return edit.reply()


def _forget_tags(edit: _Edit) -> str:
    """The new parts come without their tags."""
    edit.improve()
    return edit.reply(tagged=False)


def _unchanged(edit: _Edit) -> str:
    """The current text comes back as it was."""
    part = next((part for part in edit.task.changeable if part in edit.task.parts), None)
    if part is None:
        return _forget_tags(edit)
    edit.new[part] = edit.task.parts[part]
    edit.notes.append("clearer wording")
    return edit.reply()


_BAD: tuple[Callable[[_Edit], str], ...] = (
    _lose_field,
    _bloat,
    _contradict,
    _copy_input,
    _forget_tags,
    _unchanged,
)

NAMED_SKILLS: Mapping[str, float] = {
    "sim/advisor": 0.5,
    "sim/advisor-strong": 0.9,
    "sim/advisor-poor": 0.15,
}
"""Skill of the advisors that can be named without an option."""
