"""How a template asks for prompts: what the simulated rewriter hears in its instructions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLAUSE = re.compile(r"[.;:!?\n]+")
_NOT = re.compile(r"\b(?:no|not|never|without|avoid|leave out|don't|nor|rather than|instead of|omit|skip)\b")
_FLOWERY = re.compile(
    r"\b(?:vivid|detail(?:s|ed)?|rich|richly|beautiful|beauty|artistic|evocative|poetic|poetry|creative"
    r"|imaginative|imagination|story|stories|storytell\w*|stunning|atmosphere|atmospheric|cinematic|moody?"
    r"|dramatic|elaborate|expressive|descriptive|lush|adjectives|masterpiece|ornate|emotions?|inspir\w+"
    r"|breathtaking|colourful|colorful|lavish|metaphors?|lyrical)\b"
)
_BRIEF = re.compile(
    r"\b(?:brief|briefly|short|concise|concisely|few words|succinct|terse|leave out|shorter)\b"
)
_PLAIN = re.compile(r"\b(?:plain|simple|common|everyday|literal|ordinary)\b")
_CAPTION = re.compile(
    r"\b(?:form|style|manner|like|as|phrased?|written|write|worded|reads?)\b[^.\n]{0,40}\bcaption"
    r"|\bcaption of the (?:wanted|desired|ideal|right)\b"
)
_ALONE = re.compile(
    r"\balone\b|\bnothing else\b|\bonly the (?:new )?prompt\b|\bjust the prompt\b|\bprompt only\b"
    r"|\bno (?:explanations?|comments?|other words)\b"
)


@dataclass(frozen=True, slots=True)
class Manner:
    """What instructions ask for.

    Attributes:
        flowery: how many kinds of embellishment they ask for, 0 to 4.
        brief: whether they ask for brevity.
        plain: whether they ask for plain words.
        caption: whether they ask for the form of a caption.
        tagged: whether they name the tags of the answer.
        alone: whether they want the prompt and nothing else.
    """

    flowery: int = 0
    brief: bool = False
    plain: bool = False
    caption: bool = False
    tagged: bool = False
    alone: bool = False


def read_manner(instructions: str) -> Manner:
    """Hear what instructions ask for; what they ask not to do counts as the opposite."""
    wanted = list(_wanted(instructions.lower()))
    asked = " . ".join(text for text, denied in wanted if not denied)
    flowery = len(set(_FLOWERY.findall(asked)))
    everything = " . ".join(text for text, _ in wanted)
    refused = any(denied and _FLOWERY.search(text) for text, denied in wanted)
    return Manner(
        flowery=min(4, flowery),
        brief=bool(_BRIEF.search(asked)) or "leave out" in everything,
        plain=bool(_PLAIN.search(asked)) or (refused and not flowery),
        caption=bool(_CAPTION.search(instructions.lower())),
        tagged="<prompt>" in instructions.lower(),
        alone=bool(_ALONE.search(instructions.lower())),
    )


def _wanted(text: str) -> Iterator[tuple[str, bool]]:
    """Clauses, cut where they turn: each with whether it says what not to do."""
    for clause in _CLAUSE.split(text):
        turn = _NOT.search(clause)
        if turn is None:
            yield clause, False
            continue
        yield clause[: turn.start()], False
        yield clause[turn.start() :], True
