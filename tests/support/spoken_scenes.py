"""A generator and a captioner of scenes that know plain words only; a picture is its description, as bytes.

They are simulations without networks, for tests of whole studies with the simulated rewriter and advisors: a
word that the generator does not know is drawn as anything, and every word too many may spoil a thing.
"""

import re
from collections.abc import Callable
from pathlib import Path

import yaml

from assay.records import Image, Reply, Request, picture_reply
from assay.studies.pictures.template_starter import write_template_study
from support.players import coin

COLOURS = ("red", "green", "blue", "yellow", "purple", "orange", "cyan", "pink")
SHAPES = ("circle", "square", "triangle", "cross")
SIZES = ("small", "large")
GROUNDS = ("white", "black", "gray")
RELATIONS = ("above", "below", "left of", "right of")
MODELS = {
    "generator": "script/generator",
    "captioner": "script/captioner",
    "rewriter": "sim/rewriter",
}

_THING = re.compile(rf"(\w+) (\w+) ({'|'.join(SHAPES)})\b")
_ENOUGH_WORDS = 18
_SPOILS = 0.06


def described(prompt: str, seed: int) -> str:
    """What the generator draws of a prompt, as its caption."""
    ground = re.search(r"(\w+) background", prompt)
    spoiled = _SPOILS * max(0, len(prompt.split()) - _ENOUGH_WORDS)

    def known(word: str, words: tuple[str, ...], place: str) -> str:
        if word in words and coin(prompt, seed, place) >= spoiled:
            return word
        return words[int(coin(word, seed, place, "drawn") * len(words))]

    things = [
        f"a {known(size, SIZES, f'{n} size')} {known(colour, COLOURS, f'{n} colour')} {shape}"
        for n, (size, colour, shape) in enumerate(_THING.findall(prompt))
    ]
    relation = next((it for it in RELATIONS if f" {it} " in prompt), "left of")
    white = known(ground[1] if ground else "", GROUNDS, "ground")
    return f"{f' {relation} '.join(things) or 'nothing'} on a {white} background"


def draw(keep: Callable[[bytes], str]) -> Callable[[Request, int], Reply]:
    """What the generator says."""

    def say(request: Request, sample: int) -> Reply:
        assert request.picture is not None
        made = described(str(request.messages[-1].content), request.picture.seed)
        return picture_reply(Image(keep(made.encode()), "image/png", 64, 64))

    return say


def caption(read: Callable[[str], bytes]) -> Callable[[Request, int], str]:
    """What the captioner says: what it sees, in plain words."""

    def say(request: Request, sample: int) -> str:
        content = request.messages[-1].content
        shown = next(part for part in content if isinstance(part, Image))
        return read(shown.blob).decode()

    return say


def spoken_study(folder: Path, *, advisors: list[str], first: dict[str, str] | None = None) -> Path:
    """Write the starter's study with these models; ``first`` is the first template, None the shipped one."""
    path = write_template_study(folder)
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data["models"] = {**MODELS, "advisors": [{"model": name, "max_tokens": 2048} for name in advisors]}
    data["loop"] = {"cycles": 4, "describe": "caption"}
    if first is None:
        del data["prompt"]
    else:
        (folder / "rewrite.yaml").write_text(yaml.safe_dump(first), encoding="utf-8")
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    return path
