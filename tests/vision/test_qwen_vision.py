"""Qwen2-VL and Qwen2.5-VL in the process, on tiny checkpoints made here, with the network shut."""

import asyncio
import json
import shutil
import socket
from pathlib import Path

import pytest

pytest.register_assert_rewrite("support.vision_rules")
torch = pytest.importorskip("torch", reason="needs the environment of make test-vision")
pytest.importorskip("torchvision", reason="needs the environment of make test-vision")
pytest.importorskip("transformers", reason="needs the environment of make test-vision")

from assay.errors import Rejected, SettingRefused  # noqa: E402
from assay.models.registry import make_chat  # noqa: E402
from assay.records import Chat, Message, Request  # noqa: E402
from support.tiny_vision import GREEDY, MERGE, PATCH, QWEN_TEMPLATE, Blobs, ask, qwen, send  # noqa: E402
from support.vision_rules import QUESTION, EveryModelThatSees, blobs, chat, prefilled  # noqa: E402

__all__ = ["blobs", "chat"]  # fixtures

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]
torch.set_num_threads(1)  # contended threads are many times slower than one

MARKS = 2  # the template puts a token before and one behind every picture
CELL = PATCH * MERGE  # pixels on a side that become one token


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("qwen")
    return {version: qwen(root / f"tiny-qwen{version}-vl", version) for version in ("2", "2.5")}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(*_: object) -> None:
        raise AssertionError("a model in the process must not use the network")

    monkeypatch.setattr(socket.socket, "connect", shut)


class EveryQwen(EveryModelThatSees):
    @pytest.mark.parametrize(
        ("width", "height", "cells"),
        [
            (2 * CELL, 2 * CELL, 4),
            (4 * CELL, 2 * CELL, 8),
            (4 * CELL + 5, 3 * CELL - 5, 12),  # sides are rounded to whole cells
            (PATCH, PATCH, 1),  # below the least, enlarged to it
        ],
    )
    def test_a_picture_costs_one_token_for_each_merged_cell(
        self, chat: Chat, blobs: Blobs, width: int, height: int, cells: int
    ) -> None:
        shown = send(chat, ask(blobs.picture(width, height, 60), QUESTION)).usage.input
        assert shown - send(chat, ask(QUESTION)).usage.input == cells + MARKS

    def test_the_count_of_tokens_is_the_processors_grid(self, chat: Chat, blobs: Blobs, folder: Path) -> None:
        """A picture above the folder's most pixels is shrunk there, and counted as it was shrunk."""
        import io  # noqa: PLC0415

        from PIL import Image as Pictures  # noqa: PLC0415
        from transformers import AutoImageProcessor  # noqa: PLC0415

        large = blobs.picture(20 * CELL, 12 * CELL, 60)
        image = Pictures.open(io.BytesIO(blobs.read(large.blob)))
        grid = AutoImageProcessor.from_pretrained(folder)(images=[image], return_tensors="pt")
        cells = int(grid["image_grid_thw"].prod()) // MERGE**2
        shown = send(chat, ask(large, QUESTION)).usage.input
        assert shown - send(chat, ask(QUESTION)).usage.input == cells + MARKS
        assert cells <= (16 // MERGE) ** 2

    def test_several_pictures_in_their_places(self, chat: Chat, blobs: Blobs) -> None:
        one, two = blobs.picture(56, 56, 60), blobs.picture(112, 56, 200)
        there, back = (send(chat, ask(*pair, QUESTION)) for pair in ((one, two), (two, one)))
        assert there.usage.input == back.usage.input
        assert there.usage.input - send(chat, ask(QUESTION)).usage.input == 4 + 8 + 2 * MARKS
        assert there.text != back.text

    def test_a_prefill_is_continued_and_not_repeated(self, chat: Chat, blobs: Blobs) -> None:
        bare = ask(f"<user> {QUESTION} <end> <assistant> the date", style="completion")
        assert send(chat, prefilled(QUESTION, prefill="the date")) == send(chat, bare)
        picture = blobs.picture(56, 56, 60)
        seen = send(chat, prefilled(picture, QUESTION, prefill="the date"))
        assert seen.text != send(chat, ask(picture, QUESTION)).text

    def test_a_system_message_is_read(self, chat: Chat, blobs: Blobs) -> None:
        picture = blobs.picture(56, 56, 60)
        turns = (Message("system", "number only"), Message("user", (picture, QUESTION)))
        plain = send(chat, ask(picture, QUESTION))
        assert send(chat, Request("m", turns, GREEDY)).usage.input == plain.usage.input + 4

    def test_pictures_in_completion_style_are_refused(self, chat: Chat, blobs: Blobs) -> None:
        with pytest.raises(SettingRefused) as refused:
            send(chat, ask(blobs.picture(56, 56, 60), QUESTION, style="completion"))
        assert refused.value.setting == "template_style"

    def test_a_template_that_leaves_the_picture_out_is_refused_instead_of_answering_blindly(
        self, folder: Path, tmp_path: Path, blobs: Blobs
    ) -> None:
        blind = tmp_path / "blind"
        shutil.copytree(folder, blind)
        template = QWEN_TEMPLATE.replace("<|vision_start|><|image_pad|><|vision_end|>", "")
        assert (blind / "chat_template.jinja").is_file()
        (blind / "chat_template.jinja").write_text(template, encoding="utf-8")
        made = make_chat(f"transformers/{blind}?device=cpu", read_blob=blobs.read)
        with pytest.raises(Rejected, match=r"no place for the picture|preparing text and pictures"):
            send(made, ask(blobs.picture(56, 56, 60), QUESTION))
        asyncio.run(made.close())


class TestQwen2(EveryQwen):
    @pytest.fixture
    def folder(self, folders: dict[str, Path]) -> Path:
        return folders["2"]


class TestQwen25(EveryQwen):
    @pytest.fixture
    def folder(self, folders: dict[str, Path]) -> Path:
        return folders["2.5"]


def test_a_folder_without_named_architectures_is_known_by_its_kind(
    folders: dict[str, Path], tmp_path: Path
) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(folders["2"], bare)
    config = json.loads((bare / "config.json").read_text(encoding="utf-8"))
    del config["architectures"]
    (bare / "config.json").write_text(json.dumps(config), encoding="utf-8")
    assert make_chat(f"transformers/{bare}?device=cpu").capabilities.images is True
