"""The whole training: each network in turn, left out where its file is there already."""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

import torch

from assay.drawing.documents.draws import Draws
from assay.drawing.scenes import sample_scenes
from assay.models.scenes.loading import LISTING, opened, tokenizer
from assay.training.scenes import answerer, captioner, encoder, generator
from assay.training.scenes.export import exported, file_hash
from assay.training.scenes.imagining import imagined
from assay.training.scenes.loop import Tell
from assay.training.scenes.phrasing import Phraser
from assay.training.scenes.pictures import Album, album
from assay.training.scenes.plan import Steps
from assay.training.scenes.questions import Asker
from assay.training.scenes.seeing import Seeing, trained_seeing
from assay.training.scenes.tokens import pair_tokenizer, saved, word_tokenizer
from assay.training.scenes.wordings import vocabulary

PROMPT_WORDS, PICTURE_WORDS = "prompt-tokenizer.json", "word-tokenizer.json"
NETWORKS = ("generator.onnx", "captioner.onnx", "answerer.onnx", "encoder-text.onnx", "encoder-picture.onnx")
EYE = "eye.pt"  # kept for resuming; not shipped
_MERGES = 200
_PICTURES = torch.zeros(1, 32, 32, 3)
_IDS = torch.tensor([[2, 4, 5, 3]])


class World:
    """One training in one folder.

    Args:
        folder: where the files are written; made if it is not there.
        seed: decides everything.
        steps: of each part.
        tell: gets a line now and then.
    """

    def __init__(self, folder: Path, seed: int, steps: Steps, tell: Tell) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        torch.set_num_threads(1)  # contended threads are many times slower than one
        self._folder, self._seed, self._steps, self._tell = folder, seed, steps, tell
        self.cpu_seconds: dict[str, float] = {}
        self._album: Album | None = None
        self._seeing: Seeing | None = None

    def train(self) -> None:
        """Train what is missing, in the order in which one needs another."""
        self._part([PROMPT_WORDS], "tokenizer of prompts", self._prompt_words)
        self._part([PICTURE_WORDS], "tokenizer of words", self._picture_words)
        self._part(["generator.onnx"], "generator", self._generator)
        self._part(["captioner.onnx"], "captioner", self._captioner)
        self._part(["answerer.onnx"], "answerer", self._answerer)
        self._part(["encoder-text.onnx", "encoder-picture.onnx"], "encoder", self._encoder)
        tokenizer.cache_clear()
        opened.cache_clear()

    def listing(self) -> dict[str, str]:
        """Write and give the SHA-256 of every file."""
        files = {name: file_hash(self._folder / name) for name in (PROMPT_WORDS, PICTURE_WORDS, *NETWORKS)}
        data = {
            "files": files,
            "seed": self._seed,
            "made": datetime.now(UTC).date().isoformat(),
            "with": {name: metadata.version(name) for name in ("torch", "onnx", "tokenizers", "numpy")},
        }
        (self._folder / LISTING).write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
        return files

    def _part(self, names: list[str], what: str, make: Callable[[], None]) -> None:
        if all((self._folder / name).is_file() for name in names):
            self._tell(f"{what}: there already")
            return
        start = time.process_time()
        make()
        self.cpu_seconds[what] = round(time.process_time() - start, 1)

    def _prompt_words(self) -> None:
        phraser = Phraser(generator.MIXTURE, Draws("prompt words", self._seed))
        texts = [phraser.caption(scene).text for scene in sample_scenes(20000, self._seed)]
        saved(pair_tokenizer(texts, _MERGES), self._folder / PROMPT_WORDS)

    def _picture_words(self) -> None:
        draws = Draws("picture words", self._seed)
        phraser, asker = Phraser(encoder.MIXTURE, draws), Asker(answerer.MIXTURE, draws)
        shown = album(2000, self._seed)
        texts = [phraser.caption(scene).text for scene in sample_scenes(10000, self._seed)]
        texts += [asker.ask(content).text for content in shown.contents for _ in range(10)]
        saved(
            word_tokenizer([*texts, *captioner.captions_of(shown), *vocabulary()]),
            self._folder / PICTURE_WORDS,
        )

    def _generator(self) -> None:
        words, tell, steps = tokenizer(self._folder, PROMPT_WORDS), self._tell, self._steps
        painter = generator.trained_painter(seed=self._seed, steps=steps.painter, tell=tell)
        planner = generator.trained_planner(words, seed=self._seed, steps=steps.planner, tell=tell)
        inputs = {
            "ids": _IDS,
            "chance": torch.zeros(1, 51),
            "normal": torch.zeros(1, 9),
            "guidance": torch.ones(1),
        }
        exported(
            generator.Generator(planner, painter),
            inputs,
            ["pictures", "chosen", "places", "grounds"],
            self._folder / "generator.onnx",
            {"ids": {1: "length"}},
        )

    def _captioner(self) -> None:
        words = tokenizer(self._folder, PICTURE_WORDS)
        found = captioner.trained_captioner(
            self._eye(),
            self._pictures(),
            words,
            seed=self._seed,
            steps=self._steps.captioner,
            tell=self._tell,
        )
        path = self._folder / "captioner.onnx"
        exported(captioner.Spoken(found), {"pictures": _PICTURES}, ["words"], path, {})

    def _answerer(self) -> None:
        words, tell, steps = tokenizer(self._folder, PICTURE_WORDS), self._tell, self._steps
        meaning = answerer.trained_understanding(
            words, self._pictures(), seed=self._seed, steps=steps.meaning, tell=tell
        )
        found = answerer.trained_answerer(
            self._eye(), meaning, self._pictures(), words, seed=self._seed, steps=steps.answerer, tell=tell
        )
        inputs = {"pictures": _PICTURES, "ids": _IDS.expand(3, -1)[None]}
        growing = {"ids": {1: "questions", 2: "length"}, "logits": {1: "questions"}}
        exported(found, inputs, ["logits"], self._folder / "answerer.onnx", growing)

    def _encoder(self) -> None:
        words = tokenizer(self._folder, PICTURE_WORDS)
        found = encoder.trained_encoder(
            self._eye().eye,
            self._pictures(),
            words,
            seed=self._seed,
            steps=self._steps.encoder,
            tell=self._tell,
        )
        text, picture = self._folder / "encoder-text.onnx", self._folder / "encoder-picture.onnx"
        exported(found.text, {"ids": _IDS}, ["vectors"], text, {"ids": {1: "length"}})
        exported(found.picture, {"pictures": _PICTURES}, ["vectors"], picture, {})

    def _pictures(self) -> Album:
        if self._album is None:
            own = imagined(self._folder, self._steps.imagined, self._seed)
            self._album = album(self._steps.drawn, self._seed, own)
        return self._album

    def _eye(self) -> Seeing:
        if self._seeing is None:
            self._seeing = self._kept_eye() or self._new_eye()
        return self._seeing

    def _kept_eye(self) -> Seeing | None:
        path = self._folder / EYE
        if not path.is_file():
            return None
        seeing = Seeing()
        seeing.load_state_dict(torch.load(path, weights_only=True))
        return seeing.eval()  # type: ignore[no-any-return]

    def _new_eye(self) -> Seeing:
        seeing = trained_seeing(self._pictures(), seed=self._seed, steps=self._steps.eye, tell=self._tell)
        torch.save(seeing.state_dict(), self._folder / EYE)
        return seeing
