"""Understanding a request for a picture of simple things: which, how, where, before what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assay.models.embedded.english import word_set
from assay.models.embedded.rewriter_lexicon import VALUES, Kind, Lexicon, singular
from assay.models.embedded.rewriter_tokens import GROUNDS, Token, tokens_of
from assay.models.embedded.rewriter_wish import OPPOSITE, Thing, Wish

NUMBERS = {
    "one": 1, "single": 1, "lone": 1, "1": 1, "two": 2, "2": 2, "pair": 2, "couple": 2, "twin": 2, "duo": 2,
    "double": 2, "three": 3, "3": 3, "trio": 3, "triple": 3, "triplet": 3, "four": 4, "4": 4,
}  # fmt: skip
_DETERMINERS = word_set("a an the some another its this that")
_WEAK = word_set("shape sign symbol figure form mark outline thing object")
_FILLERS = word_set("""
    please draw see paint make show me i i'd want would like need can could you give us create render depict
    generate sketch picture image drawing illustration photo scene painting of there is are be being it its
    they sits sit sitting stands stand standing lies lie lying rests resting placed put set positioned
    located hangs hanging floats floating hovers hovering should must shall will appears appear shown
    colour color coloured colored hue shade tone tint size sized shaped kind in to for simple just only
    very really quite rather pretty so extremely pure solid plain clean uniform flat entirely completely all
    one's each both every everything whole entire behind from at then also together has have side by painted
    made kept remain remains stays nothing else drawn now directly right exactly somewhere looking nice
    hi hello hey thanks thank kindly love get got see shows showing featuring containing contains let let's
    maybe perhaps same ones other
""")
_SIZE_LIKE = re.compile(r"-sized?$")
_COLOUR_LIKE = re.compile(r"-(?:colou?red|hued|tinted|toned)$")
_MODIFIERS = word_set("bright deep pale light dark vivid rich soft strong intense")
_COPULA = word_set(
    "is are be being should must shall will to of a an the : painted coloured colored kept in as that which "
    "plain pure solid all completely entirely made has remain remains stays uniform flat very"
)
_ROW = re.compile(
    r"\b(?:all )?(?:(?:standing |set |placed |lined up )?in (?:a|one) (?:single |neat )?(?:row|line)"
    r"|side by side|lined up|next to (?:each other|one another)|abreast)\b|\b(?:row|line) of\b",
    re.IGNORECASE,
)
GRAMMAR_WORDS = _FILLERS | _MODIFIERS | _COPULA | _DETERMINERS | _WEAK | GROUNDS | frozenset(NUMBERS)


@dataclass(slots=True)
class _Draft:
    noun: str
    words: list[str]
    count: int = 1
    number: str = ""
    before: int = 0


@dataclass(slots=True)
class _Ground:
    words: str = ""
    noun: str = "background"
    first: bool = False


def read_wish(text: str, lexicon: Lexicon) -> Wish:
    """Take a request apart; without things it asks for nothing that is known."""
    row = bool(_ROW.search(text))
    tokens = tokens_of(_ROW.sub(" ", text), lexicon, GRAMMAR_WORDS)
    ground, tokens = _ground_of(tokens, lexicon)
    reader = _Reader(lexicon)
    reader.read(tokens)
    relation, words, inverse = _relation_of(reader.events)
    return Wish(
        things=tuple(_finished(draft, lexicon) for draft in reader.things[:3]),
        relation=relation,
        words=words,
        inverse=inverse,
        background=ground.words.replace("_", " "),
        ground=ground.noun,
        ground_first=ground.first,
        row=row,
    )


def _ground_of(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[_Ground, list[Token]]:
    """The background, and the request without it."""
    place = next((n for n, it in enumerate(tokens) if it.sort == "word" and it.text in GROUNDS), None)
    if place is None:
        return _bare_ground(tokens, lexicon)
    start = _start_of_run(tokens, place, lexicon)
    before = [token.text for token in tokens[start:place]]
    words, end = _plain(before), place + 1
    if not words and place > 1 and tokens[place - 1].text in {"as", "a", "for"}:
        start = max(n for n in range(place) if tokens[n].text not in {"as", "a", "for", "the"})
        words = _plain([tokens[start].text])
    elif not words:
        words, end = _said_after(tokens, place + 1)
    return _without(tokens, start, end, _Ground(words, tokens[place].text))


def _bare_ground(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[_Ground, list[Token]]:
    """A background without a word for it: "on white", "against pure black"."""
    for start, token in enumerate(tokens):
        if token.sort != "break" or token.text not in {"on", "upon", "against", "in"}:
            continue
        end = next((n for n in range(start + 1, len(tokens)) if tokens[n].sort != "word"), len(tokens))
        words = [it.text for it in tokens[start + 1 : end]]
        named = _plain(words)
        known = bool(named) and lexicon.has("background", named.split()[-1])
        bare = token.text != "in" and not set(words) & _DETERMINERS and len(named.split()) == 1
        if known or (bare and not lexicon.has("shape", named) and not lexicon.has("colour", named)):
            return _without(tokens, start, end, _Ground(named))
    return _Ground(), list(tokens)


def _without(tokens: Sequence[Token], start: int, end: int, ground: _Ground) -> tuple[_Ground, list[Token]]:
    """The background cut out with the preposition before it."""
    while start and (
        tokens[start - 1].text in _DETERMINERS | {"on", "upon", "against", "with", "in", "over"}
    ):
        start -= 1
    ground.first = not any(it.sort == "word" and it.text not in GRAMMAR_WORDS for it in tokens[:start])
    return ground, [*tokens[:start], Token("break", ","), *tokens[end:]]


def _start_of_run(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Where the words before a noun begin that belong to it."""
    start = place
    while start and tokens[start - 1].sort == "word":
        text = tokens[start - 1].text
        if text in _DETERMINERS or lexicon.has("shape", text):
            break
        start -= 1
    return start


def _said_after(tokens: Sequence[Token], start: int) -> tuple[str, int]:
    """The colour told after the noun: "the backdrop is slate"."""
    while start < len(tokens) and tokens[start].text in _COPULA:
        start += 1
    end = start
    while end < len(tokens) and end - start < 3 and tokens[end].sort == "word":
        text = tokens[end].text
        if text in _DETERMINERS | set(NUMBERS) or (end > start and text in _FILLERS):
            break
        end += 1
    return _plain([token.text for token in tokens[start:end]]), end


def _plain(words: Sequence[str]) -> str:
    """The words that tell something; of modifiers alone the last."""
    left = [word for word in words if word not in _FILLERS]
    told = [word for word in left if word not in _MODIFIERS] or left[-1:]
    return " ".join(told[-2:])


@dataclass(slots=True)
class _Reader:
    """Goes through the pieces of a request and collects things and relations in order."""

    lexicon: Lexicon
    things: list[_Draft] = field(default_factory=list)
    events: list[Token | int] = field(default_factory=list)
    _piece: list[str] = field(default_factory=list)
    _pending: list[str] = field(default_factory=list)
    _opened: bool = True
    _loose: str = ""
    _article: str = ""

    def read(self, tokens: Sequence[Token]) -> None:
        """Read all pieces."""
        for token in tokens:
            if token.sort == "word" and token.text not in _DETERMINERS:
                self._piece.append(token.text)
                continue
            self._end_piece()
            self._article = token.text
            if token.sort == "relation":
                self.events.append(token)
            elif token.text in {"on", "upon"}:
                self._loose = token.text
            self._opened = token.sort != "break" or token.text == "with"
            if token.sort == "word" and self._loose:
                self.events.append(Token("relation", self._loose, "above"))
                self._loose = ""
            self._pending = [] if self._opened and token.sort != "word" else self._pending
        self._end_piece()

    def _end_piece(self) -> None:
        """Take the words since the last break as a thing, or as more about the thing before."""
        words = [word for word in self._piece if word not in _FILLERS]
        self._piece = []
        if not words:
            return
        if again := self._named_before(words):
            self.events.append(again - 1)
            return
        number = next((word for word in words if word in NUMBERS), "")
        words = [word for word in words if word not in NUMBERS]
        noun, attributes = self._noun_of(words, named=self._opened or bool(number))
        if noun:
            if self._loose:
                self.events.append(Token("relation", self._loose, "above"))
            attributes = [*self._pending, *attributes]
            self.things.append(_Draft(noun, attributes, NUMBERS.get(number, 1), number, len(attributes)))
            self.events.append(len(self.things) - 1)
            self._pending = []
        elif self.things and not self._opened and not self._pending:
            self.things[-1].words += attributes
        else:
            self._pending += attributes
        self._loose = ""

    def _named_before(self, words: list[str]) -> int:
        """Number from 1 of the thing that a bare name with "the" points back at; 0: none."""
        if self._article != "the" or len(words) != 1:
            return 0
        named = [draft.noun for draft in self.things]
        return named.index(singular(words[0])) + 1 if singular(words[0]) in named else 0

    def _noun_of(self, words: list[str], *, named: bool) -> tuple[str, list[str]]:
        """What a piece names, and its other words; no noun where it only describes."""
        lexicon = self.lexicon
        if len(words) == 1 and singular(words[0]) in _WEAK:
            return "", []
        if words and words[-1] in _WEAK and len(words) > 1:
            last = words[-2]
            if lexicon.has("shape", last):
                return singular(last), words[:-2]
            if not self._describes(last):
                return f"{last} {words[-1]}", words[:-2]
        places = [place for place, word in enumerate(words) if lexicon.has("shape", word)]
        if places:
            names = [singular(words[place]) for place in places]
            noun = next((name for name in names if name in VALUES["shape"]), names[-1])
            return noun, [word for place, word in enumerate(words) if place not in places]
        if words and named and not self._describes(words[-1]):
            return singular(words[-1]), words[:-1]
        return "", words

    def _describes(self, word: str) -> bool:
        """Whether a word is known to describe."""
        kinds: tuple[Kind, ...] = ("colour", "size", "background")
        return word in _MODIFIERS or any(self.lexicon.has(kind, word) for kind in kinds)


def _finished(draft: _Draft, lexicon: Lexicon) -> Thing:
    """Sort a thing's words by what they say; unknown ones are told by what is not said yet."""
    sizes = [word for word in draft.words if lexicon.has("size", word)]
    colours = [word for word in draft.words if lexicon.has("colour", word)]
    modifiers = [word for word in draft.words if word in _MODIFIERS]
    others = [word for word in draft.words if word not in {*sizes, *colours, *modifiers}]
    if others and not colours:
        colour = _colour_among(others, [word for word in others if word in draft.words[: draft.before]])
        colours, others = [colour], [word for word in others if word != colour]
    if others and not sizes:
        sizes = [others[0]]
    shown = [" ".join(words).replace("_", " ") for words in ([draft.noun], colours[-2:], sizes[-1:])]
    return Thing(shown[0], shown[1], shown[2], draft.count, draft.number)


def _colour_among(unknown: Sequence[str], before: Sequence[str]) -> str:
    """The unknown word that is most likely a colour: by its form, else the last before the noun."""
    formed = [word for word in unknown if _COLOUR_LIKE.search(word)]
    left = [word for word in unknown if not _SIZE_LIKE.search(word)]
    ahead = [word for word in before if word in left]
    return (formed or ahead[-1:] or left[-1:] or list(unknown))[-1]


def _relation_of(events: Sequence[Token | int]) -> tuple[str, str, bool]:
    """Relation of the first thing to the second, its words, and whether these speak of the second."""
    told = [event for event in events if isinstance(event, Token)]
    if not told or sum(isinstance(event, int) for event in events) < 2:
        return "", "", False
    token = told[0]
    at = events.index(token)
    around = [*events[at - 1 : at], *events[at + 1 : at + 2]]
    again = len(events) > len({event for event in events if isinstance(event, int)}) + len(told)
    if again and around in ([0, 1], [1, 0]):
        turned = around == [1, 0]
        return (OPPOSITE[token.relation] if turned else token.relation), token.text, turned
    before = sum(isinstance(event, int) for event in events[:at])
    turned = _speaks_of_second(token, before)
    return (OPPOSITE[token.relation] if turned else token.relation), token.text.replace("_", " "), turned


def _speaks_of_second(token: Token, before: int) -> bool:
    """Whether a relation tells where the thing named second is.

    Args:
        token: the relation.
        before: things named before it.
    """
    if (
        token.side
    ):  # "a disc on the left, a box on the right"; "on the left a disc"; "a disc, a box on the left"
        return before > 1
    if token.back:  # "a disc, below it a box"; "a disc with a box below it"
        return before > 0
    return before != 1  # fronted, "above a box is a disc"; or hanging, "with a box underneath"
