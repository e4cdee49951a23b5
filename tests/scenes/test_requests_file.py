import ast
import csv
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from assay.drawing.scenes import caption_of
from assay.records.scenes import BACKGROUNDS, COLOURS, RELATIONS, SHAPES, SIZES, Scene
from assay.training.scenes.wordings import BACKGROUND_WORDS, COLOUR_WORDS, SHAPE_WORDS, SIZE_WORDS

ROOT = Path(__file__).parents[2]
FILE = ROOT / "examples" / "scenes" / "requests.csv"
SOURCE = ROOT / "src" / "assay"
BLIND = ("training", "models", "search", "judges")
"""Layers that make, ask or choose pictures: none of them may know the requests."""

# Words that name no attribute, whoever reads them: function words, asking, and what stands where.
_PLAIN = """
    a an the this that which it its them both all everything nothing else there s is are being and with if
    then just really up down on in of to for at by i we you my can could would like have need want wants
    please pls thanks hi draw put make card daughter one colour sits stands goes hangs perched against behind
    around row
"""
PLAIN = frozenset(_PLAIN.split())


@pytest.fixture(scope="module")
def rows():
    with FILE.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def pieces(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def words_in_source(files):
    """Every word in a text of these modules; docstrings are told to nobody."""
    found = set()
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                found.update(pieces(node.value))
    return found


def known_words():
    training = words_in_source((SOURCE / "training" / "scenes").glob("*.py"))
    rewriter = words_in_source((SOURCE / "models" / "embedded").glob("rewriter*.py"))
    return training | rewriter


def unknown_words(prompt, known=None):
    """Words of a request that neither the training nor the simulated rewriter has, in no form."""
    known = known_words() if known is None else known
    return {
        word
        for word in pieces(prompt)
        if word not in PLAIN and not known & {word, word.removesuffix("s"), word.removesuffix("es")}
    }


def test_there_are_200_distinct_requests(rows):
    assert list(rows[0]) == ["prompt", "scene", "category", "words"]
    assert len(rows) == 200
    assert len({" ".join(pieces(row["prompt"])) for row in rows}) == 200
    assert all(row["prompt"] == row["prompt"].strip() for row in rows)


def test_every_row_holds_a_scene_of_its_category(rows):
    scenes = [Scene.from_data(json.loads(row["scene"])) for row in rows]
    category = {(1, False): "single", (2, True): "relation", (2, False): "count", (3, False): "count"}

    assert [row["category"] for row in rows] == [
        category[len(scene.things), scene.relation is not None] for scene in scenes
    ]
    assert Counter(row["category"] for row in rows) == {"single": 50, "relation": 120, "count": 30}


def test_every_value_of_the_scene_world_is_asked_for_often(rows):
    scenes = [Scene.from_data(json.loads(row["scene"])) for row in rows]
    things = [thing for scene in scenes for thing in scene.things]
    seen = Counter(scene.background for scene in scenes) + Counter(scene.relation for scene in scenes)
    for kind in ("shape", "colour", "size"):
        seen += Counter(getattr(thing, kind) for thing in things)

    assert all(seen[value] >= 20 for value in (*BACKGROUNDS, *RELATIONS, *SHAPES, *COLOURS, *SIZES))


def test_about_a_tenth_is_worded_canonically(rows):
    scenes = [Scene.from_data(json.loads(row["scene"])) for row in rows]
    plain = [
        row["prompt"] in {caption_of(scene), caption_of(scene.mirrored())}
        for row, scene in zip(rows, scenes, strict=True)
    ]

    assert 10 <= sum(plain) <= 30


@pytest.mark.parametrize(
    ("lexicon", "kind"), [(SHAPE_WORDS, "shape"), (COLOUR_WORDS, "colour"), (SIZE_WORDS, "size")]
)
def test_words_of_the_training_mean_what_the_scene_of_the_request_has(rows, lexicon, kind):
    meanings = {word: value for value, words in lexicon.items() for word in (value, *words)}
    for row in rows:
        scene = Scene.from_data(json.loads(row["scene"]))
        values = {getattr(thing, kind) for thing in scene.things}
        text = " ".join(pieces(row["prompt"]))
        named = {value for word, value in meanings.items() if re.search(rf"\b{word}s?\b", text)}
        assert named <= values, (row["prompt"], named, values)


def test_the_background_named_is_that_of_the_scene(rows):
    meanings = {word: value for value, words in BACKGROUND_WORDS.items() for word in (value, *words)}
    for row in rows:
        named = {meanings[word] for word in pieces(row["prompt"]) if word in meanings}
        assert named <= {Scene.from_data(json.loads(row["scene"])).background}, row["prompt"]


def test_at_least_three_in_ten_hold_a_word_that_neither_training_nor_rewriter_has(rows):
    known = known_words()

    assert all((row["words"] == "unknown") == bool(unknown_words(row["prompt"], known)) for row in rows), [
        (row["prompt"], row["words"], unknown_words(row["prompt"], known))
        for row in rows
        if (row["words"] == "unknown") != bool(unknown_words(row["prompt"], known))
    ]
    assert sum(row["words"] == "unknown" for row in rows) >= 0.3 * len(rows)


@pytest.mark.parametrize("layer", BLIND)
def test_nothing_that_makes_or_chooses_pictures_names_the_file_or_holds_a_request(rows, layer):
    plain = re.compile(r"(?:a|two|three) (?:small|large) ")
    requests = [row["prompt"] for row in rows if not plain.match(row["prompt"])]
    for file in sorted((SOURCE / layer).rglob("*")):
        if not file.is_file() or file.suffix not in {".py", ".yaml", ".md", ".json", ".txt"}:
            continue
        text = file.read_text(encoding="utf-8")
        assert FILE.name not in text, file
        assert "examples/scenes" not in text, file
        assert [request for request in requests if request in text] == [], file
