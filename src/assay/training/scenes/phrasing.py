"""Captions of scenes in many wordings, for training."""

from dataclasses import dataclass

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import article, plural
from assay.records.scenes import Scene, Thing
from assay.training.scenes.wordings import Mixture, word_for

_OPENINGS = (
    "a picture of",
    "an image of",
    "a drawing of",
    "a simple drawing with",
    "a photo of",
    "this shows",
)
_COUNTS = {2: "two", 3: "three"}


@dataclass(frozen=True, slots=True)
class Phrased:
    """A text and the scene it was made from, told in the order of the text."""

    text: str
    scene: Scene


class Phraser:
    """Words scenes by one mixture.

    Args:
        mixture: how.
        draws: decides every choice.
    """

    def __init__(self, mixture: Mixture, draws: Draws) -> None:
        self._mixture = mixture
        self._draws = draws
        self._plain = False

    def caption(self, scene: Scene) -> Phrased:
        """One caption of a scene; of a pair either thing may come first."""
        draws, mixture = self._draws, self._mixture
        self._plain = draws.share() < mixture.plain
        told = scene.mirrored() if draws.share() < 0.5 else scene
        text = self._sentence(told)
        if draws.share() < mixture.padded:
            text = f"{draws.pick(_OPENINGS)} {text}"
        return Phrased(text, told)

    def word(self, kind: str, value: str) -> str:
        """A word for a value; the canonical one where the text is plain."""
        return value if self._plain else word_for(kind, value, self._mixture, self._draws)

    def _sentence(self, scene: Scene) -> str:
        draws = self._draws
        ground = self._ground(scene.background)
        subject = self._subject(scene)
        if not ground:
            return subject
        if draws.share() >= self._mixture.reordered:
            return f"{subject} on {article(ground)} {ground}"
        form = draws.whole(0, 3)
        if form == 0:
            return f"on {article(ground)} {ground} , {subject}"
        if form == 1:
            return f"{subject} , {ground}"
        if form == 2:
            return f"{ground} with {subject}"
        kind, noun = ground.split(" ", 1)
        return f"the {noun} is {kind} . {subject}"

    def _subject(self, scene: Scene) -> str:
        if scene.is_row:
            count = self.word("count", _COUNTS[len(scene.things)])
            return f"{count} {self._noun_phrase(scene.things[0], many=True)}"
        things = [self._single(thing) for thing in scene.things]
        if scene.relation is None:
            return things[0]
        relation = self.word("relation", scene.relation)
        if self._draws.share() < self._mixture.reordered:
            return f"{things[0]} is {relation} {things[1]}"
        return f"{things[0]} {relation} {things[1]}"

    def _single(self, thing: Thing) -> str:
        if self._draws.share() < self._mixture.reordered:
            return self._trailing(thing)
        words = self._noun_phrase(thing, many=False)
        return f"{article(words)} {words}"

    def _noun_phrase(self, thing: Thing, *, many: bool) -> str:
        shape = self.word("shape", thing.shape)
        told = [self._maybe("size", thing.size), self._maybe("colour", thing.colour)]
        return " ".join([*filter(None, told), plural(shape) if many else shape])

    def _trailing(self, thing: Thing) -> str:
        shape = self.word("shape", thing.shape)
        told = [*filter(None, [self._maybe("size", thing.size), self._maybe("colour", thing.colour)])]
        if self._draws.share() < 0.5:
            told.reverse()
        if not told:
            return f"{article(shape)} {shape}"
        joint = " that is " if self._draws.share() < 0.5 else " , "
        return f"{article(shape)} {shape}{joint}{' and '.join(told)}"

    def _maybe(self, kind: str, value: str) -> str:
        return "" if self._draws.share() < self._mixture.left_out else self.word(kind, value)

    def _ground(self, background: str) -> str:
        if self._draws.share() < self._mixture.left_out:
            return ""
        return f"{self.word('background', background)} {self.word('ground', 'background')}"
