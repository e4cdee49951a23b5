"""How the simulated advisor understands feedback: complaints, criteria, and advice already in a prompt.

This table belongs to the advisor alone; see :mod:`assay.models.embedded.writer_lexicon`.
"""

import re
from collections import Counter
from collections.abc import Iterable

CLARITY, BREVITY, VARIETY, DEPTH, NOVELTY, PERSON, RELEVANCE, SHAPE, NUMBER = (
    "clarity", "brevity", "variety", "depth", "novelty", "person", "relevance", "shape", "number",
)  # fmt: skip

TITLES = {
    CLARITY: "references that cannot be understood without the source",
    BREVITY: "too many words",
    VARIETY: "questions that repeat one another",
    DEPTH: "questions that a quick search settles",
    NOVELTY: "questions the answer has already dealt with",
    PERSON: "questions that do not speak to the author",
    RELEVANCE: "questions that leave the subject",
    SHAPE: "broken or missing tags",
    NUMBER: "a wrong number of questions",
}
"""What each theme is called in a summary of changes; the keys are all themes."""

_COMPLAINTS = {
    CLARITY: r"\brefer\w*|unclear|ambigu|pronoun|context|having the source|never named|vague",
    BREVITY: r"more words|long-winded|padded|wordy|verbose|lengthy|rambl|too long|unnecessary",
    VARIETY: r"duplicate|\brepeats?\b|overlap|already asks|redundan|too similar|same ground",
    DEPTH: r"search|look up|looked up|textbook|found online|easily f|generic|definition|superficial",
    NOVELTY: r"already said|already answered|statement back|restat|rehash",
    PERSON: r"\bauthor\b|to anybody|personal|experience",
    RELEVANCE: r"little to do|not interest|off.?topic|irrelevant|unrelated|leaves? the subject",
    SHAPE: r"\btags?\b|malformed|\bformat",
    NUMBER: r"number of questions|number asked|too (many|few) questions|instead of (five|5)",
}
_PRAISE = re.compile(
    r"\b(is|are) (right|tight|properly|clear|concise|distinct|specific|good)\b|^(on the other hand "
    r")?(no|nothing|none)\b"
    r"|by itself|instead of|not textbook|will want|lived through|stays? with|something else|that no search"
    r"|\b(avoids?|free of|does better|do better|strong|well)\b",
    re.IGNORECASE,
)
_CRITERIA = {
    CLARITY: r"ambigu|pronoun|reference|context|by itself|on its own|stand alone|point",
    BREVITY: r"words|concis|wordy|verbos|brief|\blong\b|padd",
    VARIETY: r"distinct|overlap|repeat|duplicat|same thing|different",
    DEPTH: r"easily found|look(ed)? up|online|search|textbook|trivia",
    NOVELTY: r"already|restat|beyond the",
    PERSON: r"author|writer|experience",
    RELEVANCE: r"interest|relevan|off.?topic|related|readers?\b",
    SHAPE: r"</question>|\btags?\b",
    NUMBER: r"\b(\d+|five|exactly|number of) (follow-?up )?questions|should be (\d+|five)",
}
_ADVISED = {
    CLARITY: r"stand(s|ing)? (alone|on (its|their))|pronoun|self.contained|without (the|seeing"
             r"|reading)|ambigu|vague",
    BREVITY: r"\bshort\b|concise|brief|\d+ words|twenty words|unnecessary|needless|padding|no filler",
    VARIETY: r"distinct|overlap|different (aspect|point|angle|side|thing)|repetition|repeat one "
             r"another|varied",
    DEPTH: r"easily found|look(ed)? up|search|online|insight|definitions?|textbook",
    NOVELTY: r"already (say|said|answer|cover|state)|beyond the|restat|left open",
    PERSON: r"author.{0,40}(experience|know|answer|happy|seen)|personal experience|own experience"
            r"|address the",
    RELEVANCE: r"(specific|concrete) (point|detail)|close to the|relevant|stay(s)? (on|with)"
               r"|interest\w*.{0,20}reader"
               r"|(flow|build)s? .{0,30}(answer|source)",
    SHAPE: r"<question>[^<]*</question>|close every|closing tag|between <question>",
    NUMBER: r"exactly (\d+|three|four|five|six|seven|eight|ten)|no more and no fewer|count (them|the "
            r"questions)",
}  # fmt: skip


def _compiled(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {theme: re.compile(pattern, re.IGNORECASE) for theme, pattern in table.items()}


_COMPLAINT, _CRITERION, _ADVICE = _compiled(_COMPLAINTS), _compiled(_CRITERIA), _compiled(_ADVISED)

_SIDE = re.compile(
    r"\b(?:set|response|list|version|candidate)\s+(one|two|1|2)\b|\b(first|second)\s+(?:set|response|list)\b",
    re.IGNORECASE,
)
_WINNER = re.compile(
    r"<\w+>\s*(one|two)\s*</\w+>|\b(?:set|response)\s+(one|two)\s+is\s+(?:\w+\s+)?better|prefer set "
    r"(one|two)",
    re.IGNORECASE,
)
_PLACE_TOLD = re.compile(r"\bread the response of the current prompt (first|second)\b[.)]*", re.IGNORECASE)
_SIDES = {"one": "one", "1": "one", "first": "one", "two": "two", "2": "two", "second": "two"}
_CLAUSE_END = re.compile(r"[.;:]\s+|\n+")


def complaints(reasons: Iterable[str]) -> Counter[str]:
    """How many of the reasons given in lost matches complain of each theme on the losing side."""
    found: Counter[str] = Counter()
    for reason in reasons:
        found.update(set(_complained(reason)))
    return found


def _complained(reason: str) -> Iterable[str]:
    """Themes of one match; each judge's words in it may be headed by where the prompt's response was read."""
    start, own = 0, None
    for told in _PLACE_TOLD.finditer(reason):
        yield from _complained_of(own, reason[start : told.start()])
        start, own = told.end(), _SIDES[told[1].lower()]
    yield from _complained_of(own, reason[start:])


def _complained_of(own: str | None, words: str) -> Iterable[str]:
    """Complaints about one side: the prompt's own where it is known, else the side that lost."""
    winner = _WINNER.search(words)
    loser = own or ({"one": "two", "two": "one"}[_first(winner)] if winner else None)
    for line in words.split("\n"):
        side = None
        for clause in _CLAUSE_END.split(line):
            named = _SIDE.search(clause)
            side = _SIDES[_first(named)] if named else side
            if (side and loser and side != loser) or _PRAISE.search(clause.strip()):
                continue
            yield from (theme for theme, pattern in _COMPLAINT.items() if pattern.search(clause))


def _first(match: re.Match[str]) -> str:
    return next(group.lower() for group in match.groups() if group)


def criteria_named(text: str) -> set[str]:
    """The themes that judging criteria name."""
    return {theme for theme, pattern in _CRITERION.items() if pattern.search(text)}


def advised(text: str) -> set[str]:
    """The themes a prompt already gives advice on."""
    return {theme for theme, pattern in _ADVICE.items() if pattern.search(text)}
