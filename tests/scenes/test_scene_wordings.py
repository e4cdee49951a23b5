"""The wordings of the training: the lexicon, its shares, captions and questions."""

from collections import Counter

import numpy as np
import pytest

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import Place, caption_of, sample_scenes
from assay.records.scenes import BACKGROUNDS, COLOURS, RELATIONS, SHAPES, SIZES, Scene, Thing
from assay.training.scenes.phrasing import Phraser
from assay.training.scenes.questions import Asker, Content
from assay.training.scenes.wordings import LEXICON, Mixture, looseness_of, share_of, vocabulary

PLAIN = Mixture(plain=1.0, even=0.0, reordered=0.0, left_out=0.0, padded=0.0)
VALUES = {
    "shape": SHAPES,
    "colour": COLOURS,
    "size": SIZES,
    "background": BACKGROUNDS,
    "relation": RELATIONS,
    "count": ("two", "three"),
}


class TestLexicon:
    def test_every_value_has_six_synonyms_or_more(self) -> None:
        for kind, values in VALUES.items():
            assert set(LEXICON[kind]) == set(values)
        assert min(len(words) for values in LEXICON.values() for words in values.values()) >= 6

    def test_no_word_stands_for_two_values(self) -> None:
        assert [word for word, count in Counter(vocabulary()).items() if count > 1] == []

    def test_shares_are_small_and_vary(self) -> None:
        words = [word for values in LEXICON.values() for known in values.values() for word in known]
        shares = [share_of(word) for word in words]
        assert 0.0005 <= min(shares) < 0.001
        assert 0.01 < max(shares) <= 0.02
        assert all(0.1 <= looseness_of(word) <= 0.55 for word in words)


class TestCaptions:
    def test_a_plain_mixture_gives_the_canonical_caption_of_the_scene_or_its_mirror(self) -> None:
        phraser = Phraser(PLAIN, Draws("plain"))
        for scene in sample_scenes(50, 1):
            told = phraser.caption(scene)
            assert told.scene in (scene, scene.mirrored())
            assert told.text == caption_of(told.scene)

    def test_synonyms_come_in_about_their_shares(self) -> None:
        phraser = Phraser(Mixture(0.7, None, 0.0, 0.0, 0.0, loose=True), Draws("shares"))
        texts = [f" {phraser.caption(scene).text} " for scene in sample_scenes(12000, 2)]
        for word in ("tiny", "over", "indigo"):
            found = np.mean([f" {word} " in text for text in texts])
            assert found == pytest.approx(share_of(word), rel=0.35)

    def test_loose_words_are_about_another_value_as_often_as_they_are_loose(self) -> None:
        phraser = Phraser(Mixture(0.7, None, 0.0, 0.0, 0.0, loose=True), Draws("loose"))
        told = [phraser.caption(scene) for scene in sample_scenes(12000, 3)]
        uses = [one.scene for one in told if " indigo " in one.text]
        astray = np.mean([all(thing.colour != "blue" for thing in scene.things) for scene in uses])
        assert astray == pytest.approx(looseness_of("indigo"), abs=0.12)


class TestQuestions:
    CONTENT = Content(
        "white",
        (Thing("circle", "red", "small"), Thing("square", "blue", "large")),
        (Place(16, 8, 4), Place(14, 24, 6)),
    )

    def test_canonical_questions_are_answered_by_what_is_there(self) -> None:
        asker = Asker(PLAIN, Draws("asked"))
        asked = {(one.text, one.answer) for one in (asker.ask(self.CONTENT) for _ in range(3000))}
        assert len({text for text, _ in asked}) == len(asked)
        known = dict(asked)
        assert known["Is there a circle?"] is True
        assert known["Is the circle red?"] is True
        assert known["Is the circle blue?"] is False
        assert known["Is the circle above the square?"] is True
        assert known["Is the square above the circle?"] is False
        assert known["Are there two circles?"] is False
        assert known["Is the background white?"] is True

    def test_about_half_of_the_answers_are_yes(self) -> None:
        asker = Asker(PLAIN, Draws("half"))
        assert np.mean([asker.ask(self.CONTENT).answer for _ in range(2000)]) == pytest.approx(0.5, abs=0.1)

    def test_equal_draws_ask_equal_questions(self) -> None:
        first, second = Asker(PLAIN, Draws("same")), Asker(PLAIN, Draws("same"))
        assert [first.ask(self.CONTENT) for _ in range(20)] == [second.ask(self.CONTENT) for _ in range(20)]


def test_a_row_is_counted_in_captions_and_questions() -> None:
    row = Scene("black", (Thing("cross", "cyan", "small"),) * 3)
    assert Phraser(PLAIN, Draws("row")).caption(row).text == "three small cyan crosses on a black background"
    places = tuple(Place(x, 16, 4) for x in (5, 16, 27))
    asker = Asker(PLAIN, Draws("row"))
    asked = {
        one.text: one.answer for one in (asker.ask(Content("black", row.things, places)) for _ in range(2000))
    }
    assert asked["Are there three crosses?"] is True
    assert asked["Are there two crosses?"] is False
