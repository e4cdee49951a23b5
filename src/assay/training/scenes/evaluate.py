"""What the trained networks can do, on scenes no training saw: the figures of the model card."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import caption_of, describe, place, render, sample_scenes
from assay.metrics.scenes import check_scene
from assay.models.scenes import SceneAnswerer, SceneCaptioner, SceneEncoder, SceneGenerator
from assay.records.scenes import Scene
from assay.training.scenes.imagining import content_of, imagined
from assay.training.scenes.phrasing import Phraser
from assay.training.scenes.pictures import album
from assay.training.scenes.plan import Amounts
from assay.training.scenes.questions import Asker, Content
from assay.training.scenes.wordings import LEXICON, Mixture

Figures = dict[str, Any]
_SEEDS = 4
_PLAIN = Mixture(plain=1.0, even=0.0, reordered=0.0, left_out=0.0, padded=0.0)
_FLOWERS = "a beautiful highly detailed picture of {} , masterpiece , sharp focus"


def evaluate(
    folder: Path,
    *,
    seed: int = 1,
    tell: Callable[[str], None] = lambda _: None,
    amounts: Amounts | None = None,
) -> Figures:
    """Measure a folder of networks.

    Returns:
        ``generator``: for each wording the mean score, share all right, best of four seeds. ``captioner``:
        share of captions equal to the canonical one. ``answerer``: by wording the share sure, and right among
        the sure and among all. ``encoder``: recall at 1. ``checker``: share of true pictures found right.
    """
    amounts = amounts or Amounts()
    scenes = sample_scenes(amounts.scenes, 7919 + seed)
    parts: dict[str, Callable[[], Figures]] = {
        "checker": lambda: _checker(scenes),
        "generator": lambda: _generator(folder, scenes),
        "captioner": lambda: _captioner(folder, scenes, seed),
        "answerer": lambda: _answerer(folder, amounts.asked, seed),
        "encoder": lambda: _encoder(folder, sample_scenes(amounts.apart, 104729 + seed)),
    }
    found: Figures = {}
    for name, measure in parts.items():
        found[name] = measure()
        tell(f"measured: {name} {found[name]}")
    return found


def wordings(scenes: Sequence[Scene]) -> dict[str, list[str]]:
    """The scenes worded in each of the ways that are measured."""
    found = {"canonical": [caption_of(scene) for scene in scenes]}
    found["other thing first"] = [caption_of(scene.mirrored()) for scene in scenes]
    found["other order"] = [_phrased(scene, Mixture(1.0, 0.0, 1.0, 0.0, 0.0)) for scene in scenes]
    for kind in LEXICON:
        found[f"synonym of {kind}"] = [_swapped(scene, {kind}, 1.0) for scene in scenes]
    found["a third synonyms"] = [_swapped(scene, set(LEXICON), 1 / 3) for scene in scenes]
    found["all synonyms"] = [_swapped(scene, set(LEXICON), 1.0) for scene in scenes]
    found["padded"] = [_FLOWERS.format(text) for text in found["canonical"]]
    return found


def _phrased(scene: Scene, mixture: Mixture) -> str:
    return Phraser(mixture, Draws("measured", caption_of(scene))).caption(scene).text


class _Swapping(Phraser):
    """Words some kinds by synonyms, all of them equally likely."""

    def __init__(self, kinds: set[str], share: float, draws: Draws) -> None:
        super().__init__(_PLAIN, draws)
        self._kinds, self._share, self._own = kinds, share, draws

    def word(self, kind: str, value: str) -> str:
        swap = kind in self._kinds and self._own.share() < self._share
        return self._own.pick(LEXICON[kind][value]) if swap else value


def _swapped(scene: Scene, kinds: set[str], share: float) -> str:
    return _Swapping(kinds, share, Draws("swapped", caption_of(scene), *sorted(kinds))).caption(scene).text


def _checker(scenes: Sequence[Scene]) -> Figures:
    scores = [check_scene(scene, render(scene, number)) for number, scene in enumerate(scenes)]
    names = sorted({name for score in scores for name in score.parts})
    parts = {name: _mean([score.parts[name] for score in scores if name in score.parts]) for name in names}
    return {"right": _mean([score.right for score in scores]), **parts}


def _generator(folder: Path, scenes: Sequence[Scene]) -> Figures:
    return {name: _drawn(folder, scenes, texts) for name, texts in wordings(scenes).items()}


def _drawn(folder: Path, scenes: Sequence[Scene], texts: Sequence[str]) -> Mapping[str, float]:
    generator = SceneGenerator(folder)
    checked = [
        [check_scene(scene, picture) for picture in generator.make([text] * _SEEDS, range(_SEEDS))]
        for scene, text in zip(scenes, texts, strict=True)
    ]
    scores = np.asarray([[score.score for score in row] for row in checked])
    return {
        "score": _mean(scores),
        "right": _mean([score.right for row in checked for score in row]),
        "best of 4": _mean(scores.max(1)),
        "spread over seeds": _mean(scores.std(1)),
        "cut": _mean([generator.tokens(text) > generator.limit for text in texts]),
    }


def _captioner(folder: Path, scenes: Sequence[Scene], seed: int) -> Figures:
    captioner = SceneCaptioner(folder)
    true = [
        (
            render(scene, number),
            Content(scene.background, scene.things, place(scene, Draws("places", number))),
        )
        for number, scene in enumerate(scenes)
    ]
    generator = SceneGenerator(folder)
    plain = [generator.imagine(caption_of(scene), number) for number, scene in enumerate(scenes)]
    sets = {
        "drawn scenes": true,
        "generated, canonical prompts": [(one.pixels, content_of(one)) for one in plain],
        "generated, any prompts": imagined(folder, len(scenes), 31337 + seed),
    }
    return {name: _mean([_is_told(captioner, *pair) for pair in pairs]) for name, pairs in sets.items()}


def _is_told(captioner: SceneCaptioner, pixels: Any, content: Content) -> bool:
    wanted = describe(content.background, content.things, content.places)
    return captioner.caption(pixels[None]) == [wanted]


def _answerer(folder: Path, count: int, seed: int) -> Figures:
    drawn, own = album(count, 65537 + seed), imagined(folder, count, 27644437 + seed)
    sets = {
        "drawn pictures": list(zip(drawn.pixels, drawn.contents, strict=True)),
        "generated pictures": own,
    }
    mixtures = {"canonical": _PLAIN, "synonyms": Mixture(0.0, 1.0, 0.0, 0.0, 0.0)}
    return {
        f"{words}, {name}": _asked(folder, pairs, Asker(mixture, Draws("asked", name, words)))
        for words, mixture in mixtures.items()
        for name, pairs in sets.items()
    }


def _asked(folder: Path, pairs: Sequence[tuple[Any, Content]], asker: Asker) -> Figures:
    answerer = SceneAnswerer(folder)
    rows = []
    for pixels, content in pairs:
        questions = [asker.ask(content) for _ in range(4)]
        answers = answerer.answer(pixels, [question.text for question in questions])
        rows += [(question, *answer) for question, answer in zip(questions, answers, strict=True)]
    kinds = sorted({question.kind for question, _, _ in rows})
    right = [(question.kind, (chance > 0.5) == question.answer) for question, _, chance in rows]
    sure = [one == asked.answer for asked, one, _ in rows if one is not None]
    return {
        "right": _mean([hit for _, hit in right]),
        "sure": round(len(sure) / len(rows), 4),
        **({"right where sure": _mean(sure)} if sure else {}),
        "by kind": {kind: _mean([hit for other, hit in right if other == kind]) for kind in kinds},
    }


def _encoder(folder: Path, scenes: Sequence[Scene]) -> Figures:
    encoder = SceneEncoder(folder)
    pictures = encoder.pictures(np.stack([render(scene, number) for number, scene in enumerate(scenes)]))
    texts = {
        "canonical": [caption_of(scene) for scene in scenes],
        "all synonyms": [_swapped(scene, set(LEXICON), 1.0) for scene in scenes],
    }
    found: Figures = {}
    for name, worded in texts.items():
        near = pictures @ encoder.text(worded).T
        found[f"R@1 of texts, {name}"] = _mean(near.argmax(1) == np.arange(len(scenes)))
        found[f"R@1 of pictures, {name}"] = _mean(near.argmax(0) == np.arange(len(scenes)))
    return found


def _mean(values: Any) -> float:
    return round(float(np.mean(np.asarray(values, float))), 4)
