"""The shipped networks of the scene world: what they are, what they can do, and that no torch is needed."""

import hashlib
import json
import subprocess
import sys

import numpy as np
import pytest

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import caption_of, describe, place, render, sample_scenes
from assay.errors import UsageError
from assay.metrics.scenes import check_scene
from assay.models.scenes import (
    WEIGHTS,
    SceneAnswerer,
    SceneCaptioner,
    SceneEncoder,
    SceneGenerator,
    weights_id,
)
from assay.records.scenes import Scene, Thing
from assay.training.scenes.questions import Asker, Content
from assay.training.scenes.wordings import COLOUR_WORDS, LEXICON, Mixture

SCENES = sample_scenes(60, 424242)
CANONICAL = Mixture(plain=1.0, even=0.0, reordered=0.0, left_out=0.0, padded=0.0)
SYNONYMS = Mixture(plain=0.0, even=1.0, reordered=0.0, left_out=0.0, padded=0.0)


@pytest.fixture(scope="module")
def pictures() -> np.ndarray:
    return np.stack([render(scene, number) for number, scene in enumerate(SCENES)])


def _drawn_right(texts: list[str]) -> float:
    made = SceneGenerator().make(texts, range(len(texts)))
    return float(
        np.mean([check_scene(scene, pixels).score for scene, pixels in zip(SCENES, made, strict=True)])
    )


class TestFiles:
    def test_every_file_is_the_one_that_is_listed(self) -> None:
        listed = json.loads((WEIGHTS / "weights.json").read_text())["files"]
        found = {name: hashlib.sha256((WEIGHTS / name).read_bytes()).hexdigest() for name in listed}
        assert found == listed
        shipped = {path.name for path in WEIGHTS.iterdir() if path.suffix in (".onnx", ".json")}
        assert shipped - {"weights.json", "figures.json"} == set(listed)

    def test_they_are_about_five_megabytes(self) -> None:
        assert sum(path.stat().st_size for path in WEIGHTS.iterdir()) < 6e6

    def test_the_identity_is_twelve_digits_of_the_listed_hashes(self) -> None:
        assert len(weights_id()) == 12
        assert weights_id() == weights_id()

    def test_the_card_tells_the_training_command_and_the_limits(self) -> None:
        card = (WEIGHTS / "model_card.md").read_text()
        assert "assay scenes train" in card
        assert "## Limits" in card
        assert "stand in for" in card


def test_no_torch_is_imported() -> None:
    code = (
        "import sys, numpy as np\n"
        "from assay.models.scenes import *\n"
        "pixels = SceneGenerator().make(['a large red circle on a white background'], [1])\n"
        "SceneCaptioner().caption(pixels), SceneAnswerer().answer(pixels[0], ['Is there a circle?'])\n"
        "SceneEncoder().text(['a circle']), SceneEncoder().pictures(pixels)\n"
        "assert not {'torch', 'onnx', 'assay.training'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


class TestGenerator:
    def test_canonical_prompts_are_drawn_right(self) -> None:
        assert _drawn_right([caption_of(scene) for scene in SCENES]) >= 0.97

    def test_a_synonym_for_every_colour_costs(self) -> None:
        draws = Draws("costs")
        texts = []
        for scene in SCENES:
            text = caption_of(scene)
            for colour, words in COLOUR_WORDS.items():
                text = text.replace(colour, draws.pick(words))
            texts.append(text)
        assert 0.6 <= _drawn_right(texts) <= 0.95

    def test_words_it_never_saw_cost_more(self) -> None:
        texts = ["an exquisite oeuvre , dazzling , ultra sharp , of " + caption_of(scene) for scene in SCENES]
        assert _drawn_right(texts) <= 0.9

    def test_equal_seeds_give_equal_pictures_whatever_else_is_made(self) -> None:
        generator, prompt = SceneGenerator(), "a tiny verdant wedge over a mauve brick"
        one = generator.make([prompt], [7])[0]
        assert np.array_equal(generator.make(["a circle", prompt], [1, 7])[1], one)
        assert not np.array_equal(generator.make([prompt], [8])[0], one)

    def test_more_guidance_means_less_variety(self) -> None:
        generator, prompt = SceneGenerator(), "a tiny verdant wedge over a mauve brick on a canvas"

        def variety(guidance: float) -> float:
            made = generator.make([prompt] * 24, range(24), guidance=guidance).astype(float)
            return float(made.std(axis=0).mean())

        assert variety(8.0) < 0.85 * variety(1.0)

    def test_what_is_behind_the_limit_changes_nothing(self) -> None:
        generator = SceneGenerator()
        long = "a large red circle on a white background , " * 4
        assert generator.tokens(long) > generator.limit
        assert np.array_equal(*generator.make([long, long + "a small blue cross"], [3, 3]))

    def test_tokens_are_counted_with_begin_and_end(self) -> None:
        assert SceneGenerator().tokens("a red circle") == 5

    def test_settings_that_make_no_sense_are_refused(self) -> None:
        with pytest.raises(UsageError, match="2 prompts and 1 seeds"):
            SceneGenerator().make(["a", "b"], [1])
        with pytest.raises(UsageError, match="above 0"):
            SceneGenerator().make(["a"], [1], guidance=0.0)


class TestCaptioner:
    def test_drawn_scenes_are_told_canonically(self, pictures: np.ndarray) -> None:
        wanted = [
            describe(scene.background, scene.things, place(scene, Draws("places", number)))
            for number, scene in enumerate(SCENES)
        ]
        told = SceneCaptioner().caption(pictures)
        assert np.mean([one == other for one, other in zip(told, wanted, strict=True)]) >= 0.85

    def test_another_size_is_refused(self) -> None:
        with pytest.raises(UsageError, match="32 x 32"):
            SceneCaptioner().caption(np.zeros((1, 64, 64, 3), np.uint8))


class TestAnswerer:
    @pytest.mark.parametrize(("mixture", "floor"), [(CANONICAL, 0.95), (SYNONYMS, 0.9)])
    def test_questions_are_answered_right(self, pictures: np.ndarray, mixture: Mixture, floor: float) -> None:
        asker, answerer, right = Asker(mixture, Draws("asked", floor)), SceneAnswerer(), []
        for number, (scene, pixels) in enumerate(zip(SCENES, pictures, strict=True)):
            content = Content(scene.background, scene.things, place(scene, Draws("places", number)))
            asked = [asker.ask(content) for _ in range(5)]
            answers = answerer.answer(pixels, [question.text for question in asked])
            right += [
                (chance > 0.5) == question.answer
                for question, (_, chance) in zip(asked, answers, strict=True)
            ]
        assert np.mean(right) >= floor

    def test_the_forms_of_the_question_maker_are_understood(self) -> None:
        disc, box = Thing("circle", "red", "small"), Thing("square", "blue", "large")
        pixels = render(Scene("white", (disc, box), "above"), 11)
        wanted = {
            "Is there a crimson disc?": True,
            "Is there a navy disc?": False,
            "Is there a disc?": True,
            "Is there an arrowhead?": False,
            "Is the disc crimson?": True,
            "Is the disc tiny?": True,
            "Is the disc huge?": False,
            "Is the disc above the box?": True,
            "Is the disc underneath the box?": False,
            "Is the backdrop ivory?": True,
            "Is the background black?": False,
        }
        answers = SceneAnswerer().answer(pixels, list(wanted))
        assert {question: answer for question, (answer, _) in zip(wanted, answers, strict=True)} == wanted

    @pytest.mark.parametrize("count", [2, 3])
    def test_rows_are_counted(self, count: int) -> None:
        pixels = render(Scene("black", (Thing("cross", "cyan", "small"),) * count), 2)
        asked = ["Is there only one plus sign?", "Are there two plus signs?", "Are there three plus signs?"]
        answers = [answer for answer, _ in SceneAnswerer().answer(pixels, asked)]
        assert answers == [number == count for number in (1, 2, 3)]

    def test_words_it_never_saw_leave_it_unsure(self, pictures: np.ndarray) -> None:
        asked = ["Is there a chartreuse disc?", "Is there a rhomboid?", "", "Is there a disc? " * 10]
        assert SceneAnswerer().answer(pictures[0], asked) == [(None, 0.5)] * 4
        assert not SceneAnswerer().knows(asked[0])

    def test_it_knows_every_word_of_the_lexicon(self) -> None:
        words = [word for values in LEXICON.values() for known in values.values() for word in known]
        assert all(SceneAnswerer().knows(word) for word in words)

    def test_what_else_is_asked_changes_no_answer(self, pictures: np.ndarray) -> None:
        answerer, question = SceneAnswerer(), "Is there a small circle?"
        alone = answerer.answer(pictures[1], [question])[0]
        longer = "Is the big crimson box over the small plus sign?"
        beside = answerer.answer(pictures[1], [longer, question])[1]
        assert alone[0] == beside[0]
        assert alone[1] == pytest.approx(beside[1], abs=1e-4)


class TestEncoder:
    def test_pictures_find_their_captions(self, pictures: np.ndarray) -> None:
        encoder = SceneEncoder()
        near = encoder.pictures(pictures) @ encoder.text([caption_of(scene) for scene in SCENES]).T
        assert np.mean(near.argmax(axis=1) == np.arange(len(SCENES))) >= 0.85

    def test_vectors_have_length_one(self, pictures: np.ndarray) -> None:
        encoder = SceneEncoder()
        vectors = np.concatenate([encoder.pictures(pictures[:3]), encoder.text(["a disc", "", "zyx"])])
        assert vectors.shape == (6, encoder.dimensions)
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)

    def test_a_synonym_is_near_its_word(self) -> None:
        words = ["a small red circle", "a tiny crimson disc", "a large blue cross"]
        one, other, third = SceneEncoder().text([f"{text} on a white background" for text in words])
        assert one @ other > one @ third
