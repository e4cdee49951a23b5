"""The words of the simulated judge: what it says of a set, and why it prefers one."""

import re
from collections.abc import Mapping

from assay.models.embedded.chance import Chance
from assay.models.embedded.judge_measures import (
    ANSWERED,
    AUTHOR,
    LENGTH,
    LOOKUP,
    NUMBER,
    READERS,
    REFERENCE,
    REPEATS,
    TAGS,
    Finding,
    QuestionSet,
)

PLACES = ("one", "two")

_FAULTS: Mapping[str, tuple[str, ...]] = {
    TAGS: (
        "not every question stands in a proper pair of tags",
        "the tags are broken, so the questions cannot be taken out cleanly",
        "the required tags are missing or left open",
    ),
    NUMBER: (
        "it holds {count} questions, which is not the number asked for",
        "the number of questions is wrong ({count})",
    ),
    REFERENCE: (
        "{some} {refer|refers} to something that is never named ({quote})",
        "{some} cannot be understood without having the source at hand ({quote})",
        "there are unclear references in {some} ({quote})",
    ),
    LENGTH: (
        "{some} {carry|carries} far more words than needed ({quote})",
        "{some} {are|is} long-winded ({quote})",
        "the wording of {some} is padded ({quote})",
    ),
    REPEATS: (
        "{some} {ask|asks} what another question already asks",
        "{some} {come|comes} close to a duplicate of another",
        "the set overlaps with itself: {some} {repeat|repeats} an earlier one",
    ),
    LOOKUP: (
        "{some} could be settled by a quick search ({quote})",
        "{some} {ask|asks} for textbook facts that are easily found online ({quote})",
        "anyone could look up the answer to {some} ({quote})",
    ),
    ANSWERED: (
        "{some} {ask|asks} for what the answer has already said ({quote})",
        "{some} merely {hand|hands} the source's own statement back ({quote})",
    ),
    AUTHOR: (
        "{some} {make|makes} no use of the author's own experience",
        "the author is not spoken to in {some}",
        "{some} could be put to anybody rather than to this author",
    ),
    READERS: (
        "{some} {have|has} little to do with the source ({quote})",
        "{some} would not interest readers of this answer ({quote})",
    ),
}

_MERITS: Mapping[str, tuple[str, ...]] = {
    TAGS: ("every question is properly tagged", "the format is right"),
    NUMBER: ("the number of questions is right",),
    REFERENCE: ("each question can be understood by itself", "no reference is left hanging"),
    LENGTH: ("the wording is tight", "no words are wasted"),
    REPEATS: ("each question takes up something else", "nothing is asked twice"),
    LOOKUP: ("the questions ask for knowledge that no search brings", "these are not textbook questions"),
    ANSWERED: ("the questions lead on from the answer instead of restating it",),
    AUTHOR: ("the author is asked about things lived through", "the author will want to reply"),
    READERS: ("readers of the answer will want to know this too", "all of it stays with the subject"),
}

_DECISIVE = (
    "Set {better} is better, above all because in set {worse} {fault}.",
    "I prefer set {better}: in set {worse} {fault}.",
    "What decides it is that in set {worse} {fault}; set {better} does better there.",
)
_CLOSE = (
    "Taken together, set {better} is the better one by a small margin.",
    "There is little between them, but set {better} reads slightly better.",
)
_TIED = (
    "The two sets are about equally good, so neither is preferred.",
    "I find no difference that would justify a preference: both sets are equally good.",
)
_NOTHING = "there is no question to be found"
_COUNTED = ("none", "one question", "two questions", "three questions", "four questions")
_LONGEST_QUOTE = 70
_AGREEMENT = re.compile(r"\{(\w+)\|(\w+)\}")

Findings = Mapping[str, Finding]


def describe(place: int, found: QuestionSet, findings: Findings, ranked: list[str], chance: Chance) -> str:
    """One line on a set: up to four faults, the worst first, or two merits where there are none.

    Args:
        place: 0 for the set shown first, 1 for the other.
        found: the set.
        findings: its measures by criterion.
        ranked: criteria with a fault in this set, the worst first.
        chance: for the choice of words.
    """
    if not found.questions:
        said = [_NOTHING]
    elif ranked:
        said = [fault(name, found, findings[name], chance) for name in ranked[:4]]
        clean = [name for name in findings if findings[name].amount == 0.0]
        if clean and chance.happens(0.4):
            said.append(f"on the other hand {chance.pick(_MERITS[chance.pick(clean)])}")
    else:
        said = [chance.pick(_MERITS[name]) for name in chance.shuffled(list(findings))[:2]]
    return f"Set {PLACES[place]}: {'; '.join(said)}."


def fault(name: str, found: QuestionSet, finding: Finding, chance: Chance) -> str:
    """A clause that names a fault, with a count and a quotation where there is one."""
    if not found.questions:
        return _NOTHING
    places = finding.places or tuple(range(len(found.questions)))
    values = {
        "count": str(len(found.questions)),
        "some": _some(len(places), len(found.questions)),
        "quote": _quoted(found.questions[places[0]]),
    }
    form = 2 if len(places) == 1 else 1
    agreed = _AGREEMENT.sub(lambda verb: verb[form], chance.pick(_FAULTS[name]))
    return agreed.format_map(values)


def _some(count: int, total: int) -> str:
    if count >= total:
        return "all questions" if total > 1 else "the question"
    return _COUNTED[count] if count < len(_COUNTED) else f"{count} questions"


def _quoted(question: str) -> str:
    """A short quotation without angle and square brackets: it can pose neither as a label nor as a mark."""
    clean = question.translate(str.maketrans("", "", "<>[]"))
    if len(clean) > _LONGEST_QUOTE:
        clean = clean[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "\u2026"
    return f"\u201c{clean}\u201d"


def conclude(better: int | None, decisive: str | None, chance: Chance) -> str:
    """The sentence before the label.

    Args:
        better: place of the better set; None for a tie.
        decisive: the clause that names the other set's decisive fault, or None.
        chance: for the choice of words.
    """
    if better is None:
        return chance.pick(_TIED)
    values = {"better": PLACES[better], "worse": PLACES[1 - better], "fault": decisive or ""}
    return chance.pick(_DECISIVE if decisive else _CLOSE).format_map(values)
