"""How often each habit of a simulated reader spoils an answer, under a given prompt."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assay.models.embedded.chance import Chance
from assay.models.embedded.reader_aspects import (
    ABSENT,
    CASE,
    CHATTER,
    DATE,
    FENCE,
    KEYS,
    LABEL,
    LINE,
    SPACING,
)
from assay.models.embedded.reader_family import liking
from assay.models.embedded.reader_lexicon import WORDINGS
from assay.models.embedded.reader_prompt import Asked

BASE_RATES: Mapping[str, float] = {
    LABEL: 0.30,
    CHATTER: 0.28,
    LINE: 0.18,
    CASE: 0.35,
    SPACING: 0.40,
    DATE: 0.45,
    ABSENT: 0.70,
    FENCE: 0.50,
    KEYS: 0.25,
}
"""Share of answers with the habit where the prompt says nothing of it; varies by half from field to field."""

OBEYED_RATE = 0.01
_OBEYED = {FENCE: 2, KEYS: 2}
_OBEYED_OF_EIGHT = 3
_BACKFIRES = 0.6
_BACKFIRE = 0.25
_HARM = 0.45
_EXAMPLE_HELPS = 0.35
_ECHO = 0.03
_DIALOGUE_ECHO = 0.6
_ROOM = 90
_WORDS_TO_HALF = 160
_SHAPES = (LABEL, CHATTER, LINE, CASE, SPACING, DATE, FENCE)


@dataclass(frozen=True, slots=True)
class Taste:
    """What one answerer obeys. Depends on its seed and family alone.

    Attributes:
        obeyed: wordings that all but end the habit they speak of.
        backfiring: wordings that bring it about.
        example_helps: whether a bare example of the answer's shape makes the habits rarer.
        dialogue_echoes: whether question-and-answer examples make it write ``Answer:``.
    """

    obeyed: frozenset[str]
    backfiring: frozenset[str]
    example_helps: bool
    dialogue_echoes: bool


@lru_cache(maxsize=256)
def taste(seed: str, family: str) -> Taste:
    """Draw what an answerer obeys.

    Args:
        seed: the answerer's seed as text.
        family: one of :data:`assay.models.embedded.reader_family.FAMILIES`.
    """
    obeyed: list[str] = []
    backfiring: list[str] = []
    for aspect, wordings in WORDINGS.items():
        keys = [f"{aspect}/{wording.name}" for wording in wordings]
        ordered = sorted(keys, key=lambda key: -liking(f"reader {seed}", family, key))
        obeyed += ordered[: _OBEYED.get(aspect, _OBEYED_OF_EIGHT)]
        if Chance("backfires", seed, aspect).happens(_BACKFIRES):
            backfiring.append(ordered[-1])
    draws = Chance("examples", seed)
    return Taste(frozenset(obeyed), frozenset(backfiring), draws.happens(0.6), draws.happens(0.5))


@dataclass(frozen=True, slots=True)
class Rates:
    """Chances of one answer.

    Attributes:
        habits: by aspect.
        echo: that an example's value is given as the answer.
        answer_word: that the answer begins with ``Answer:``.
    """

    habits: Mapping[str, float]
    echo: float
    answer_word: float


@lru_cache(maxsize=16384)
def rates(asked: Asked, field: str, seed: str, family: str, skill: float) -> Rates:
    """The chances under a prompt.

    Args:
        asked: the prompt.
        field: key of the field; every field has base rates of its own.
        seed: the answerer's seed as text.
        family: its family.
        skill: 0 to 1; base rates fall from 1.5 to 0.5 times those of :data:`BASE_RATES`.
    """
    likes = taste(seed, family)
    heed = _heed(asked.words)
    helped = bool(asked.examples) and likes.example_helps and not asked.dialogue
    habits = {}
    for aspect, base in BASE_RATES.items():
        own = Chance("habit", seed, field, aspect).between(50, 150) / 100.0
        rate = base * own * (1.5 - skill)
        if helped and aspect in _SHAPES:
            rate *= 1.0 - heed * (1.0 - _EXAMPLE_HELPS)
        if any(key.startswith(f"{aspect}/") for key in asked.wordings & likes.obeyed):
            rate = OBEYED_RATE + (1.0 - heed) * rate
        if any(key.startswith(f"{aspect}/") for key in asked.wordings & likes.backfiring):
            rate += _BACKFIRE
        if aspect in asked.harms:
            rate += _HARM
        habits[aspect] = min(rate, 0.95)
    echoing = asked.dialogue and likes.dialogue_echoes
    return Rates(habits, _ECHO if asked.examples else 0.0, _DIALOGUE_ECHO if echoing else 0.0)


def _heed(words: int) -> float:
    """How clearly a prompt of so many words is heard: whole up to 90, half at 250."""
    return 1.0 / (1.0 + max(0, words - _ROOM) / _WORDS_TO_HALF)
