"""BLIP-2 in the process, on tiny checkpoints made here, without torchvision and with the network shut."""

import asyncio
import importlib.util
import json
import shutil
import socket
from pathlib import Path

import pytest

pytest.register_assert_rewrite("support.vision_rules")
torch = pytest.importorskip("torch", reason="needs the extra: pip install 'assay[transformers]'")
pytest.importorskip("transformers", reason="needs the extra: pip install 'assay[transformers]'")
pytest.importorskip("PIL", reason="needs the extra: pip install 'assay[documents]'")

from assay.errors import Rejected, SettingRefused, UsageError  # noqa: E402
from assay.models.registry import make_chat  # noqa: E402
from assay.records import Chat  # noqa: E402
from support.tiny_vision import QUERIES, Blobs, ask, blip2, send  # noqa: E402
from support.vision_rules import (  # noqa: E402
    QUESTION,
    EveryModelThatSees,
    blobs,
    chat,
    prefilled,
)

__all__ = ["blobs", "chat"]  # fixtures

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]
torch.set_num_threads(1)  # contended threads are many times slower than one


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("blip2")
    return {decoder: blip2(root / f"tiny-blip2-{decoder}", decoder) for decoder in ("opt", "t5")}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(*_: object) -> None:
        raise AssertionError("a model in the process must not use the network")

    monkeypatch.setattr(socket.socket, "connect", shut)


class TestBlip2OverOpt(EveryModelThatSees):
    @pytest.fixture
    def folder(self, folders: dict[str, Path]) -> Path:
        return folders["opt"]

    def test_a_picture_costs_its_query_tokens(self, chat: Chat, blobs: Blobs) -> None:
        words = len(QUESTION.split())
        for size in ((56, 56), (200, 40)):
            usage = send(chat, ask(blobs.picture(*size, 60), QUESTION)).usage
            assert usage.input == QUERIES + words
        assert send(chat, ask(QUESTION)).usage.input == words

    def test_a_picture_alone_is_a_question(self, chat: Chat, blobs: Blobs) -> None:
        reply = send(chat, ask(blobs.picture(56, 56, 60)))
        assert reply.text
        assert reply.usage.input == QUERIES

    def test_a_prefill_is_continued_and_not_repeated(self, chat: Chat, blobs: Blobs) -> None:
        picture = blobs.picture(56, 56, 60)
        assert send(chat, prefilled(picture, QUESTION, prefill="the date")) == send(
            chat, ask(picture, f"{QUESTION}\n\nthe date")
        )

    def test_two_pictures_at_once_are_refused(self, chat: Chat, blobs: Blobs) -> None:
        with pytest.raises(SettingRefused, match="one picture at a time; the prompt holds 2") as refused:
            send(chat, ask(blobs.picture(56, 56, 60), blobs.picture(56, 56, 90), QUESTION))
        assert refused.value.setting == "images"

    def test_both_styles_are_one_for_a_model_without_a_chat_template(self, chat: Chat, blobs: Blobs) -> None:
        picture = blobs.picture(56, 56, 60)
        chatted = send(chat, ask(picture, QUESTION))
        assert send(chat, ask(picture, QUESTION, style="completion")) == chatted

    def test_a_folder_of_an_older_transformers_is_refused_instead_of_answering_blindly(
        self, folder: Path, tmp_path: Path, blobs: Blobs
    ) -> None:
        older = tmp_path / "older"
        shutil.copytree(folder, older)
        settings = json.loads((older / "processor_config.json").read_text(encoding="utf-8"))
        settings["num_query_tokens"] = None
        (older / "processor_config.json").write_text(json.dumps(settings), encoding="utf-8")
        made = make_chat(f"transformers/{older}?device=cpu", read_blob=blobs.read)
        with pytest.raises(Rejected, match="no place for the picture"):
            send(made, ask(blobs.picture(56, 56, 60), QUESTION))
        asyncio.run(made.close())


class TestBlip2OverT5(EveryModelThatSees):
    @pytest.fixture
    def folder(self, folders: dict[str, Path]) -> Path:
        return folders["t5"]

    def test_what_does_not_fit_the_context_fails_that_request_alone(self, chat: Chat, blobs: Blobs) -> None:
        """T5 counts relative positions and knows no end of its context."""
        assert send(chat, ask(blobs.picture(56, 56, 60), "read " * 300)).usage.input == QUERIES + 300

    def test_a_prefill_is_refused_where_an_encoder_reads_the_prompt(self, chat: Chat, blobs: Blobs) -> None:
        assert chat.capabilities.prefill is False
        with pytest.raises(SettingRefused) as refused:
            send(chat, prefilled(blobs.picture(56, 56, 60), QUESTION, prefill="the date"))
        assert refused.value.setting == "prefill"


@pytest.mark.skipif(
    importlib.util.find_spec("torchvision") is not None, reason="tells what is missing without torchvision"
)
def test_a_model_that_needs_torchvision_says_so(folders: dict[str, Path], tmp_path: Path) -> None:
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(folders["opt"] / name, tmp_path)
    config = {"architectures": ["Qwen2VLForConditionalGeneration"], "model_type": "qwen2_vl"}
    (tmp_path / "config.json").write_text(json.dumps(config), encoding="utf-8")
    kinds = {"processor_class": "Qwen2VLProcessor", "image_processor_type": "Qwen2VLImageProcessor"}
    (tmp_path / "preprocessor_config.json").write_text(json.dumps(kinds), encoding="utf-8")
    made = make_chat(f"transformers/{tmp_path}?device=cpu")
    with pytest.raises(UsageError, match=r"(?i)torchvision"):
        send(made, ask(QUESTION))
    asyncio.run(made.close())
