"""Writing a prompt: the order of its parts, and what is added where a template asks for more."""

import re
from collections.abc import Iterable, Mapping

from assay.models.embedded.chance import Chance
from assay.models.embedded.rewriter_lexicon import FANCY, plural
from assay.models.embedded.rewriter_manner import Manner
from assay.models.embedded.rewriter_questions import with_article
from assay.models.embedded.rewriter_wish import OPPOSITE, Slot, Wish

LAYOUTS = 3
"""Ways to put the parts of a prompt, the usual one first."""

_TOKENS_PER_WORD = 1.4
_STYLES = (
    "dramatic lighting", "a dreamy mood", "a masterpiece of modern art", "full of emotion",
    "in the style of an old master", "richly textured and full of life", "award-winning composition",
    "glowing with quiet poetry", "cinematic atmosphere", "whispering of distant summers",
)  # fmt: skip
_OPENINGS = ("A breathtaking vision of", "An enchanting tale told by", "A stunning, intricate portrayal of")
_EXTRAS = ("clearly visible", "centred in the picture", "with clean edges", "in a balanced composition")
_TOUCHES = ("highly detailed", "beautiful", "sharp focus", "elegant")


def write_prompt(wish: Wish, words: Mapping[Slot, str], layout: int) -> str:
    """The prompt with these words.

    Args:
        wish: the things and how they stand.
        words: the word of each part; an empty one is left out.
        layout: 0: as a caption; 1: the background behind a comma; 2: the background first; 3: in the order
            of the request.
    """
    things = [_thing(wish, number, words) for number in range(len(wish.things))]
    relation = words.get((-1, "relation"), "") or wish.relation
    body = _body(wish, things, relation, as_asked=layout == 3)
    ground = words.get((-1, "background"), "")
    if not ground:
        return body
    if layout == 2 or (layout == 3 and wish.ground_first):
        return f"on {with_article(ground)} background, {body}"
    return f"{body}, {ground} background" if layout == 1 else f"{body} on {with_article(ground)} background"


def _body(wish: Wish, things: list[str], relation: str, *, as_asked: bool) -> str:
    if len(things) < 2:
        row = " in a row" if wish.row and things else ""
        return f"{''.join(things)}{row}"
    if not wish.relation:
        return " and ".join(things)
    if as_asked and wish.inverse:
        back = OPPOSITE[wish.relation]
        place = f"{back} it" if not back.endswith(" of") else f"to the {back} it"
        return f"{things[0]} with {things[1]} {place}"
    return f"{things[0]} {relation} {things[1]}"


def _thing(wish: Wish, number: int, words: Mapping[Slot, str]) -> str:
    noun = words.get((number, "shape"), "") or "shape"
    described = [words.get((number, kind), "") for kind in ("size", "colour")]
    said = " ".join(word for word in (*described, noun) if word)
    if wish.things[number].count < 2:
        return with_article(said)
    name = words.get((number, "count"), "") or str(wish.things[number].count)
    return f"{name} {' '.join(word for word in (*described, plural(noun)) if word)}"


def embellished(prompt: str, manner: Manner, chance: Chance) -> str:
    """The prompt with what a template brings in that nobody asked for."""
    room = 1 if manner.brief and manner.plain else 2
    if manner.flowery:
        prompt = _fancied(prompt, 0.2 * manner.flowery * room / 2, chance)
        touches = chance.shuffled(_STYLES)[: max(1, manner.flowery * room // 2 + 1)]
        opening = chance.pick(_OPENINGS) if chance.happens(0.25 * manner.flowery) else ""
        return f"{opening} {prompt}, {', '.join(touches)}".strip()
    if not manner.plain and chance.happens(0.4):
        prompt = f"{prompt}, {chance.pick(_TOUCHES)}"
    if not manner.brief and chance.happens(0.4):
        prompt = f"{prompt}, {chance.pick(_EXTRAS)}"
    return prompt


def _fancied(prompt: str, rate: float, chance: Chance) -> str:
    """Plain words changed for finer ones at a rate."""

    def finer(hit: re.Match[str]) -> str:
        word = hit[0]
        return chance.pick(FANCY[word]) if word in FANCY and chance.happens(rate) else word

    return re.sub(r"\ban? (?=(\w))", _article, re.sub(r"[a-z]+", finer, prompt))


def _article(hit: re.Match[str]) -> str:
    return "an " if hit[1] in "aeiou" else "a "


def named_first(request: str, missing: Iterable[str]) -> str:
    """A request about things that are not known, with those named first that were missing."""
    hits = [re.match(r"Is there an? (.+?)\?", line) for line in missing]
    names = [with_article(hit[1]) for hit in hits if hit]
    return ", ".join([*names[:2], request])


def within(prompt: str, limit: int | None) -> str:
    """The prompt cut to what a generator reads, by a rough count; additions behind commas go first."""
    if limit is None:
        return prompt
    parts = prompt.split(", ")
    while len(parts) > 1 and _tokens(", ".join(parts)) > limit:
        parts.pop()
    return " ".join(", ".join(parts).split()[: max(1, int(limit / _TOKENS_PER_WORD))])


def _tokens(text: str) -> float:
    return len(text.split()) * _TOKENS_PER_WORD
