"""How the simulated judge understands a judge prompt: its criteria, their weights, and how to answer.

This table belongs to the judge alone; see :mod:`assay.models.embedded.writer_lexicon`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

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
)

_NAMED: dict[str, str] = {
    TAGS: r"(appears?|stands?|placed?|put|wrapped|enclosed|sits?|be|is|are) (between|inside|within"
          r"|in)\b[^\n]{0,40}(tag|<)"
          r"|question tags?|well-formed|properly (tagged|formatted)|correct(ly)? (format|tagged)"
          r"|follows? the format",
    NUMBER: r"\b(there (should|must) be|exactly|must (have|contain|hold)|should (have|contain|hold)"
            r"|has|have|number of|"
            r"set of|asks?)\b[^.\n]{0,25}\b(\d+|three|four|five|six|seven|eight|ten) (\w+[ "
            r"-]?)?(questions|of them)"
            r"|wrong number|number of questions",
    REFERENCE: r"ambigu\w+|dangling|unclear (pronoun|reference|what)|unresolved|point(s|ing)? (at|to) nothing"
               r"|\bpronouns?\b|(without|needs?|needing|lacks?|missing|having|seen|only with) (\w+ "
               r"){0,5}(context|post|source)"
               r"|(understood|understandable|sense|read|clear|understand)\b[^.\n]{0,60}(alone|itself|themselves|own)\b"
               r"|self[- ]contained|stands? alone",
    LENGTH: r"(extra|more|unneeded|needless|unnecessary|superfluous|too many|wasted?|fewer|every) "
            r"words?|long-?\s?winded"
            r"|\bword(y|iness)\b|verbos\w+|\bconcis\w+|\bpadd(ed|ing)\b|\bbrief\w*|\bbrevity"
            r"|\bsuccinct|\btoo long\b|\brambl\w+",
    REPEATS: r"\bdistinct|duplicat\w+|\brepeat\w*|repetit\w+|\boverlap\w*|redundan\w+|same (thing"
             r"|question|point)"
             r"|different (things|from|topics|aspects|angles)|\bvaried\b|\bvariety\b",
    LOOKUP: r"(easily|readily|quick(ly)?|not|n't|hard(er)?|hardly|anyone|could|can|simply|one)\b[^.\n]{0,45}"
            r"\b(found|find|look(ed)? up|search\w*|google\w*|online|encyclop\w+)|\btrivia\b|textbook"
            r"|general knowledge",
    ANSWERED: r"(already|has just|have just)\b[^.\n]{0,30}(answer\w*|said|say\w*|cover\w*|explain\w*"
              r"|stated?|told|tells?|given)"
              r"|beyond (what )?the (answer|text|post|source)|restat\w+|new ground",
    AUTHOR: r"(author|writer|answerer|person who)\b[^.\n]{0,70}(answer|reply|respond|know|experience"
            r"|tell|happy|able|likely|like)"
            r"|personal experience|first-?hand",
    READERS: r"(people|readers?|anyone|those|audience|somebody|others)\b[^.\n]{0,80}(interest\w*"
             r"|care|curious|enjoy|value|want)"
             r"|\brelevan\w+|\bon[- ]topic|off[- ]topic|related to|about the (subject|topic|text|post)",
}  # fmt: skip
_CRITERIA = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _NAMED.items()}

_HEADINGS = (
    (
        1.6,
        re.compile(
            r"\brequir\w+|\bmust\b|\bmandatory|\bfirst of all|\bmost important|\babove all", re.IGNORECASE
        ),
    ),
    (
        1.3,
        re.compile(
            r"\b(bad|worse|poor|fault\w*|flaw\w*|penali\w+|avoid|weakness\w*|never|loses?)\b", re.IGNORECASE
        ),
    ),
)
_DENIED = re.compile(r"\b(neither|none|nor|otherwise|if both)\b", re.IGNORECASE)
_BULLET = re.compile(r"^\s*([-*\u2022]|\d+[.)])\s")
_ABOUT_QUESTIONS = re.compile(r"\bquestions?\b|\bfollow-?\s?ups?\b", re.IGNORECASE)
_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
_COUNT = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)}) (?:follow-?\s?up |\w+ )?(?:questions|of them)", re.IGNORECASE
)
_LABEL = re.compile(r"<([A-Za-z][\w.\-]*)>\s*([^<>\n]{1,60}?)\s*</\1>")
_SOURCE_TAGS = frozenset(("question", "questions"))
_TIE = re.compile(r"\bties?\b|\btied\b|\bdraw\b|\bneither\b|\bequal(ly)?\b|\bboth sets?\b", re.IGNORECASE)


@dataclass(frozen=True)
class LabelForm:
    """How the judge prompt wants the verdict written.

    Attributes:
        tag: name of the tag.
        words: word for the first place, for the second, and for a tie where one may be called.
        sentences: the whole sentence the prompt gives for a word, where it gives one.
    """

    tag: str = "label"
    words: tuple[str, ...] = ("one", "two", "tie")
    sentences: Mapping[str, str] | None = None

    def written(self, place: int) -> str:
        """The verdict for a place: 0 first, 1 second, 2 tie."""
        word = self.words[place]
        return (self.sentences or {}).get(word) or f"<{self.tag}>{word}</{self.tag}>"


@dataclass(frozen=True)
class Brief:
    """A judge prompt as the judge understands it.

    Attributes:
        weights: weight of each criterion it names.
        number: how many questions there should be, or None.
        label: how to write the verdict.
    """

    weights: Mapping[str, float]
    number: int | None
    label: LabelForm


@lru_cache(maxsize=64)
def read_brief(instructions: str) -> Brief | None:
    """Read the instructions of a judge prompt, source and responses taken out; None if it is another task."""
    if not _ABOUT_QUESTIONS.search(instructions):
        return None
    weights = _weights(instructions)
    if not weights:
        return None
    count = _COUNT.search(instructions)
    number = (_NUMBERS.get(count[1].lower()) or int(count[1])) if count else None
    return Brief(weights, number, _label_form(instructions))


def _weights(instructions: str) -> dict[str, float]:
    """Each criterion named, by the strongest line that names it; a heading's weight holds for its list."""
    weights: dict[str, float] = {}
    heading = 1.0
    for line in instructions.split("\n"):
        if not line.strip() or _verdict_tags(line):
            continue
        own = _emphasis(line)
        if not _BULLET.match(line):
            heading = own
        weight = max(heading, own)
        for name, pattern in _CRITERIA.items():
            if pattern.search(line):
                weights[name] = max(weight, weights.get(name, 0.0))
    return weights


def _emphasis(line: str) -> float:
    if _DENIED.search(line):
        return 1.0
    return next((weight for weight, pattern in _HEADINGS if pattern.search(line)), 1.0)


def _verdict_tags(line: str) -> list[re.Match[str]]:
    return [hit for hit in _LABEL.finditer(line) if hit[1].lower() not in _SOURCE_TAGS]


def _label_form(instructions: str) -> LabelForm:
    """Tag and words of the label as the prompt shows them, ``label`` with one, two, tie by default."""
    shown: dict[str, dict[str, str]] = {}
    for line in instructions.split("\n"):
        hits = _verdict_tags(line)
        for hit in hits:
            words = shown.setdefault(hit[1], {})
            for word in re.split(r"\s*[|/]\s*", hit[2]):
                words.setdefault(word, _sentence(line) if len(hits) == 1 and word == hit[2] else "")
    for tag, words in shown.items():
        if len(words) in (2, 3):
            usual = ("one", "two", "tie")[: len(words)]
            return LabelForm(tag, usual if set(words) == set(usual) else tuple(words), words)
    return LabelForm(words=("one", "two", "tie") if _TIE.search(instructions) else ("one", "two"))


def _sentence(line: str) -> str:
    """A list line that is nothing but the verdict's sentence; a line that explains is not copied."""
    text = _BULLET.sub("", line).strip()
    around = _LABEL.sub("", text)
    return text if len(around.split()) <= 6 and ":" not in around and " if " not in around else ""
