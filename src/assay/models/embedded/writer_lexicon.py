"""How the simulated writer understands instructions: virtues it is asked for, in many wordings.

This table belongs to the writer alone. Judge and advisor have their own, so that advice can be misunderstood
as between real models.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assay.models.embedded.layout import Layout

STANDALONE, DISTINCT, CONCISE, INSIGHT = "standalone", "distinct", "concise", "insight"
VOICE, FRESH, TOPICAL, COUNT, FORM = "voice", "fresh", "topical", "count", "form"
VIRTUES = (STANDALONE, DISTINCT, CONCISE, INSIGHT, VOICE, FRESH, TOPICAL, COUNT, FORM)

_ASKED: dict[str, tuple[tuple[float, str], ...]] = {
    STANDALONE: (
        (0.85, r"stand(s|ing)? (up )?(alone|on (its|their) own)|self[- ](contained|sufficient|explanatory)"),
        (0.75, (r"without (needing|reading|seeing|having|knowing|access|any|the|extra|further)\b[^.\n]{0,40}"
               r"\b(context|answer|source|post|text|original|background)")),
        (0.8, (r"(\b(no|avoid\w*|without|never|not|free of|free from|replace|rather than)\b|n't)[^.\n]{0,30}"
              r"\b(pronouns?|ambigu\w+|vague\w*|dangling|unclear)")),
        (0.7, (r"\b(understood?|mak(e|es) sense|clear|readable)\b[^.\n]{0,40}"
              r"\b(who (has|have) not|on (its|their) own|by (itself|themselves)|out of context|in "
              r"isolation|alone)")),
        (0.65, (r"\b(name|spell out|mention|state|identify)\b[^.\n]{0,35}\b(subject|topic|noun|thing"
               r"|what it)\b")),
        (0.55, r"instead of[^.\n]{0,15}\b(it|this|that|they)\b[\"'\u201d]?"),
        (0.35, r"\b(unambiguous|explicit)(ly)?\b"),
    ),
    DISTINCT: (
        (0.85, (r"\bdistinct|non-?overlapping|no overlap|(\b(not|never|no two|none)\b|n't)[^.\n]{0,25}"
               r"\b(overlap|repeat|the same|duplicat\w+|alike)")),
        (0.75, (r"different (aspect|angle|point|side|part|topic|theme|idea|subject|facet)s?"
               r"|\beach\b[^.\n]{0,40}\bdifferent\b|differ from (each|one)|clearly different")),
        (0.65, (r"\b(avoid|without|no|free of)\b[^.\n]{0,30}\b(repeat\w*|repetition\w*|redundan\w+"
               r"|duplicat\w+)")),
        (0.45, r"\b(variety|varied|diverse|unique)\b"),
    ),
    CONCISE: (
        (0.85, r"\b(concise(ly|ness)?|succinct(ly)?|brief(ly)?|brevity|terse)\b|\bshort\b(?! on)"),
        (0.85, (r"\b(under|at most|no more than|fewer than|less than|max(imum)?( of)?|up to|within)\W+"
               r"(\d+|ten|twelve|fifteen|eighteen|twenty) words")),
        (0.8, (r"\b(no|avoid|cut|drop|without|remove|any|skip|waste)\b[^.\n]{0,25}\b(unnecessary"
              r"|extra|needless|"
              r"superfluous|filler|padding|wordy|wordiness|verbos\w+|unneeded|wasted?|no words?) "
              r"?(words?)?")),
        (0.5, (r"\b(to the point|crisp|compact|single sentence|one sentence|few words|direct|plain "
              r"language)\b")),
    ),
    INSIGHT: (
        (0.85, (r"(\bnot\b|n't|cannot|\bhard(er)? to|hardly|\bnever|nowhere|difficult to|impossible "
               r"to|beyond what)"
               r"[^.\n]{0,45}\b(look(ed|ing)? up|finds?|found|search\w*|google\w*|online|web"
               r"|encyclop\w+|textbook)")),
        (0.75, (r"\bsearch(es|ing)?( engines?)?\b[^.\n]{0,30}\b(answer|find|settle|would not|cannot|reveal)"
               r"|\b(wikipedia|encyclop\w+|look-?ups?)\b")),
        (0.6, r"\b(insights?|first-?hand|insider|tacit|hard-won|lessons? learned)\b"),
        (0.55, (r"\b(avoid|no|not|never|rather than|instead of)\b[^.\n]{0,30}\b(definition|factual"
               r"|fact|basic|trivia|"
               r"textbook|generic|general knowledge)s?")),
        (0.3, r"\b(thought-?provoking|prob(e|ing)|in-depth|open-ended)\b"),
    ),
    VOICE: (
        (0.8, (r"\b(author|writer|answerer|person who|poster|expert)\b[^.\n]{0,60}\b(experience\w*"
              r"|expertise|knowledge|"
              r"knows?|answers?|able|opinion|views?|want|enjoy|seen|done|lived|happy|likely|glad|learned)")),
        (0.7, (r"\b(address|speak|talk|direct|put)\w*\b[^.\n]{0,25}\b(author|writer|answerer|person"
              r"|[\"']?you[\"']?)\b")),
        (0.6, (r"\b(personal|own|real|hands-on|lived|specific|practical)\b[^.\n]{0,15}"
              r"\b(experiences?|stor(y|ies)|observations?|opinions?|judge?ments?)")),
        (0.35, r"\b(experiences?|anecdotes?|practical)\b"),
    ),
    FRESH: (
        (0.85, (r"(\bnot\b|n't|\bnever|without|avoid\w*|rather than|instead of|\bno\b)[^.\n]{0,45}"
               r"\b(already|restat\w+|rehash\w*|covered|echo\w*|(repeat\w*|said)[^.\n]{0,15}\b(answer|text|source|post))")),
        (0.75, r"\b(go|goes|going|move|reach|dig|push|lead)\w*\b[^.\n]{0,12}\b(beyond|further than|past)\b"),
        (0.6, (r"\b(new (ground|information|territory|angles?|ideas?|points?)|unexplored|left (out"
              r"|open|unsaid)"
              r"|unanswered|leaves? (out|open))\b")),
        (0.3, r"\b(build|expand)\w*\b[^.\n]{0,25}\b(on|from|upon)\b"),
    ),
    TOPICAL: (
        (0.7, (r"\b(relevant|related|relate|tied|tie|connected|connect|linked|anchor\w*|rooted"
              r"|grounded|stick|stay|close)"
              r"\b[^.\n]{0,30}\b(to|in|on|with)\b[^.\n]{0,30}\b(topic|answer|source|text|post|subject|question)")),
        (0.65, r"\b(flow|follow|build|come|grow|arise|start)s?\b[^.\n]{0,30}\b(on|from|out of|upon|with)\b"),
        (0.6, r"\b(specific|concrete|particular)\b[^.\n]{0,12}\b(points?|details?|parts?|claims?|passages?)"),
        (0.55, (r"\b(interest\w*|appeal\w*|useful|valuable|value)\b[^.\n]{0,45}\b(reader|people"
               r"|audience|anyone|those)")),
        (0.5, r"\bon[- ]topic\b"),
    ),
    COUNT: (
        (0.75, (r"\b(exactly|precisely)\W+(\d+|three|four|five|six|seven|eight|ten)\b|no more and no "
               r"(fewer|less)"
               r"|\b(count|number)\b[^.\n]{0,25}\b(them|the questions|exactly|must|right)\b|not "
               r"(four|six|4|6)\b")),
    ),
    FORM: (
        (0.5, (r"\b(reply|respond|answer|write|output|format)\w*\b[^.\n]{0,30}\b(format|form|tags?"
              r"|xml|template)\b")),
        (0.5, (r"\b(clos(e|es|ing)|matching|opening|every tag|well-formed|end each)\b[^\n]{0,40}(tag"
              r"|</?question)")),
        (0.4, r"\b(between|inside|wrap\w*|enclose\w*|within)\b[^\n]{0,30}<questions?>"),
    ),
}  # fmt: skip

_UNASKED: dict[str, str] = {
    STANDALONE: r"(may|can|feel free to|free to)\b[^.\n]{0,30}\b(pronouns?|refer back|it\b|this\b)",
    DISTINCT: r"(may|can|fine|ok|okay|feel free)\b[^.\n]{0,30}\b(overlap|repeat|similar|same)",
    CONCISE: r"\b(at length|lengthy|elaborate(ly)?|long,|wordy|verbose(ly)?|(as|in) (much|full|great) detail|"
             r"background (information|before)|thorough(ly)?|exhaustive(ly)?|several sentences|long "
             r"questions)\b",
    INSIGHT: r"\b(basic facts?|simple facts?|definitions? (are|of)|easy to (look up|answer|check)"
             r"|general knowledge)\b",
    VOICE: r"\b(impersonal|do not address|never address|third person|not (mention|ask) (you|the author))\b",
    FRESH: r"\b(confirm|repeat|restate|summari[sz]e|check)\b[^.\n]{0,25}\bwhat\b[^.\n]{0,20}\b(says?"
           r"|said|states?)",
    TOPICAL: r"\b(any topic|wander|unrelated|other subjects?|off[- ]topic is)\b",
    COUNT: r"\b(as many as|any number of|roughly|about \d)\b",
    FORM: r"\b(no tags|without tags|plain text|numbered list|tags are optional|markdown)\b",
}  # fmt: skip

_PATTERNS = {
    virtue: [(weight, re.compile(pattern, re.IGNORECASE)) for weight, pattern in rows]
    for virtue, rows in _ASKED.items()
}
_REFUSED = re.compile(
    r"\b(avoid\w*|no|none|nor|not|never|without|rather than|instead of|don't|cut|skip)\b[^.\n]{0,50}$",
    re.IGNORECASE,
)
_AGAINST = {virtue: re.compile(pattern, re.IGNORECASE) for virtue, pattern in _UNASKED.items()}

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_COUNT = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})\b(?!\s+(?:words|sentences|of "
    rf"the))(?:\W+[\w\-]+){{0,4}}?\W+(?:questions|follow-?ups)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\bfollow-?\s?ups?\b|\b(write|ask|generate|give|come up|suggest|produce|list|compose|draft|pose"
    r"|create|provide|"
    r"think of|formulate|propose|need|want|make|prepare|offer|invent|reply with|respond with|here are)\b"
    r"(?:\W+[\w\-]+){0,8}?\W+questions\b",
    re.IGNORECASE,
)
_OPEN_TAG, _CLOSE_TAG = re.compile(r"<question>", re.IGNORECASE), re.compile(r"</question>", re.IGNORECASE)
_OUTER_TAG = re.compile(r"<questions>", re.IGNORECASE)

_HEARD = {
    # How far a part is heeded: manner above all from the system part, form and count from the user part.
    "system": {"manner": 0.97, "form": 0.75},
    "user": {"manner": 0.9, "form": 1.0},
    "prefill": {"manner": 0.75, "form": 0.7},
}
_MOST = 0.94
_AGAINST_WEIGHT = 0.8
_WORDS_AT_EASE = 190
_DILUTION = 450.0


@dataclass(frozen=True)
class Wishes:
    """What a writer is asked for.

    Attributes:
        wanted: whether it is asked for questions at all.
        count: number of questions asked for, or None.
        tagged: whether the reply is to carry question tags.
        outer: whether an outer ``<questions>`` pair is asked for.
        strength: how clearly each virtue is asked for, -0.4 (the opposite is asked for) to 0.94.
    """

    wanted: bool
    count: int | None
    tagged: bool
    outer: bool
    strength: Mapping[str, float]


def read_wishes(layout: Layout) -> Wishes:
    """Read the instructions of a request. Over-long instructions dilute every virtue alike."""
    return _read(layout.system, layout.user, layout.prefill, layout.examples)


@lru_cache(maxsize=256)
def _read(system: str, user: str, prefill: str, examples: str) -> Wishes:
    told = {"system": system, "user": user, "prefill": prefill}
    parts = {part: text.replace("\u2019", "'") for part, text in told.items()}
    everything = "\n".join(parts.values())
    share = dilution(len(f"{system} {user}".split()))
    strength = {virtue: share * _combined(virtue, parts) for virtue in VIRTUES}
    strength[COUNT] = max(strength[COUNT], 0.0)
    untaught = 1.0 - share * _form_by_example(parts, examples)
    strength[FORM] = min(_MOST, 1.0 - (1.0 - strength[FORM]) * untaught)
    if _OPEN_TAG.search(prefill):
        strength[FORM] = 1.0
    return Wishes(
        wanted=bool(_WANTED.search(everything)),
        count=_asked_count(parts),
        tagged=bool(_OPEN_TAG.search(everything)),
        outer=bool(_OUTER_TAG.search(everything)),
        strength=strength,
    )


def dilution(words: int) -> float:
    """How much of each instruction is still heeded among this many words, in (0, 1]; all up to 190 words."""
    return 1.0 / (1.0 + max(0, words - _WORDS_AT_EASE) / _DILUTION)


def _combined(virtue: str, parts: Mapping[str, str]) -> float:
    """Noisy-or over parts and wordings, less what is said against the virtue."""
    missed, against = 1.0, 0.0
    manner = "form" if virtue in (COUNT, FORM) else "manner"
    for part, text in parts.items():
        heard = _HEARD[part][manner]
        for weight, pattern in _PATTERNS[virtue]:
            if text and pattern.search(text):
                missed *= 1.0 - heard * weight
        if _asks_against(virtue, text):
            against = _AGAINST_WEIGHT
    return max(min(1.0 - missed, _MOST) - against, -0.4)


def _asks_against(virtue: str, text: str) -> bool:
    """Whether the opposite of a virtue is asked for, and not itself warned against."""
    found = _AGAINST[virtue].finditer(text)
    return any(not _REFUSED.search(text[max(0, hit.start() - 60) : hit.start()]) for hit in found)


def _form_by_example(parts: Mapping[str, str], examples: str) -> float:
    """A complete example of the form teaches it, a broken one only in part, worked answers best."""
    if _CLOSE_TAG.search(examples):
        return 0.92
    shown = [
        _HEARD[part]["form"] * (0.72 if _CLOSE_TAG.search(text) else 0.45)
        for part, text in parts.items()
        if _OPEN_TAG.search(text)
    ]
    return max(shown, default=0.0)


def _asked_count(parts: Mapping[str, str]) -> int | None:
    """The number of questions asked for; the user part has the last word."""
    for part in ("user", "system", "prefill"):
        found = _COUNT.search(parts[part])
        if found:
            word = found[1].lower()
            return max(1, min(_NUMBERS.get(word) or int(word), 20))
    return None
