"""What every model in the process that sees must do, whatever its kind; the tests inherit from it.

A subclass gives the fixture ``folder``, a checkpoint of :mod:`support.tiny_vision`.
"""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assay.errors import ContextTooLong, Rejected, SettingRefused
from assay.models.registry import make_chat
from assay.models.weights import file_hash
from assay.records import Chat, Image, Message, Request, Settings
from support.tiny_vision import GREEDY, WARM, Blobs, ask, send, together

QUESTION = "read the date of birth"


@pytest.fixture
def blobs() -> Blobs:
    return Blobs()


@pytest.fixture
def chat(folder: Path, blobs: Blobs) -> Iterator[Chat]:
    made = make_chat(f"transformers/{folder}", options={"device": "cpu"}, read_blob=blobs.read)
    yield made
    asyncio.run(made.close())


class EveryModelThatSees:
    def test_it_is_found_by_name_and_takes_pictures(self, chat: Chat, folder: Path) -> None:
        assert isinstance(chat, Chat)
        assert chat.local
        assert chat.capabilities.images is True
        assert chat.id == f"transformers/{folder.name}#{file_hash(folder)};torch-cpu;auto"

    def test_the_answer_follows_the_picture(self, chat: Chat, blobs: Blobs) -> None:
        shown = [blobs.picture(56, 56, shade) for shade in (10, 60, 110, 160, 210)]
        assert len({send(chat, ask(picture, QUESTION)).text for picture in shown}) > 1

    def test_the_answer_is_what_the_model_wrote_after_the_prompt(
        self, chat: Chat, blobs: Blobs, folder: Path
    ) -> None:
        picture = blobs.picture(56, 56, 60)
        reply = send(chat, ask(picture, QUESTION))
        assert reply.text == own_answer(folder, blobs.read(picture.blob))
        assert reply.text
        assert QUESTION not in reply.text
        assert reply.usage.output <= 8

    def test_a_sample_draws_alike_each_time_and_samples_differ(self, chat: Chat, blobs: Blobs) -> None:
        request = ask(blobs.picture(56, 56, 60), QUESTION, settings=WARM)
        draws = [send(chat, request, sample).text for sample in range(5)]
        assert [send(chat, request, sample).text for sample in range(5)] == draws
        assert len(set(draws)) > 1

    def test_requests_that_share_a_pass_answer_as_alone(self, chat: Chat, blobs: Blobs, folder: Path) -> None:
        asked = [
            ask(blobs.picture(56, 84, 30), "name"),
            ask(blobs.picture(112, 56, 90), "read the total amount on this card"),
            ask(blobs.picture(84, 84, 150), QUESTION),
            ask(blobs.picture(56, 56, 220), "read the date of birth on this card with a number only"),
            ask(blobs.picture(84, 56, 40), "answer with a number"),
            ask(blobs.picture(56, 56, 180), "sum"),
            ask(QUESTION),
            ask("sum"),
            ask(blobs.picture(56, 56, 120), "number only"),
        ]
        alone = [send(chat, request) for request in asked]
        options = {"device": "cpu", "batch": 4}
        batched = make_chat(f"transformers/{folder}", options=options, read_blob=blobs.read)
        assert together(batched, asked) == alone

    def test_a_question_without_a_picture_is_answered(self, chat: Chat, blobs: Blobs) -> None:
        seen, unseen = send(chat, ask(blobs.picture(56, 56, 60), QUESTION)), send(chat, ask(QUESTION))
        assert unseen.text
        assert 0 < unseen.usage.input < seen.usage.input

    def test_a_grey_or_indexed_picture_is_the_same_picture_in_colour(self, chat: Chat, blobs: Blobs) -> None:
        replies = [send(chat, ask(blobs.picture(56, 56, 60, mode), QUESTION)) for mode in ("RGB", "L", "P")]
        assert replies[0] == replies[1] == replies[2]

    def test_a_picture_that_cannot_be_decoded_fails_that_request_alone(
        self, chat: Chat, blobs: Blobs
    ) -> None:
        with pytest.raises(Rejected, match="decoding picture"):
            send(chat, ask(blobs.add(b"no picture at all"), QUESTION))
        assert send(chat, ask(blobs.picture(56, 56, 60), QUESTION)).text

    def test_without_a_way_to_read_pictures_they_are_refused(self, folder: Path) -> None:
        blind = make_chat(f"transformers/{folder}", options={"device": "cpu"})
        with pytest.raises(SettingRefused) as refused:
            send(blind, ask(Image("ab", "image/png"), QUESTION))
        assert refused.value.setting == "images"
        asyncio.run(blind.close())

    def test_what_does_not_fit_the_context_fails_that_request_alone(self, chat: Chat, blobs: Blobs) -> None:
        picture = blobs.picture(56, 56, 60)
        with pytest.raises(ContextTooLong):
            send(chat, ask(picture, "read " * 300))
        with pytest.raises(ContextTooLong):
            send(chat, ask(picture, QUESTION, settings=Settings(max_tokens=600, temperature=0)))
        assert send(chat, ask(picture, QUESTION)).text

    def test_a_stop_text_ends_the_answer_and_is_not_part_of_it(self, chat: Chat, blobs: Blobs) -> None:
        picture = blobs.picture(56, 56, 60)
        whole = send(chat, ask(picture, QUESTION)).text
        stop = whole.split()[-1]
        settings = Settings(max_tokens=8, temperature=0, stop=(stop,))
        cut = send(chat, ask(picture, QUESTION, settings=settings))
        assert cut.text == whole[: whole.find(stop)]
        assert cut.finish == "stop"

    def test_half_precision_takes_pictures_too(self, blobs: Blobs, folder: Path) -> None:
        options = {"device": "cpu", "dtype": "bfloat16"}
        half = make_chat(f"transformers/{folder}", options=options, read_blob=blobs.read)
        assert send(half, ask(blobs.picture(56, 56, 60), QUESTION)).usage.output > 0
        asyncio.run(half.close())


def own_answer(folder: Path, data: bytes) -> str:
    """The greedy answer to the question, by the model's forward pass alone, token by token."""
    import io  # noqa: PLC0415

    import torch  # noqa: PLC0415
    from PIL import Image as Pictures  # noqa: PLC0415
    from transformers import AutoModelForImageTextToText, AutoProcessor  # noqa: PLC0415

    processor = AutoProcessor.from_pretrained(folder)
    model = AutoModelForImageTextToText.from_pretrained(folder).eval()
    picture = Pictures.open(io.BytesIO(data)).convert("RGB")
    turns = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": QUESTION}]}]
    text = QUESTION
    if processor.chat_template:
        text = processor.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
    inputs: dict[str, Any] = dict(processor(text=[text], images=[picture], return_tensors="pt"))
    end, encoder = processor.tokenizer.eos_token_id, _has_encoder(model)
    grown = torch.full((1, 1), processor.tokenizer.pad_token_id) if encoder else inputs["input_ids"]
    start = grown.shape[1]
    with torch.inference_mode():
        for _ in range(GREEDY.max_tokens or 0):
            sent = {**inputs, "decoder_input_ids": grown} if encoder else _grown(inputs, grown)
            best = model(**sent).logits[0, -1].argmax()
            grown = torch.cat([grown, best.view(1, 1)], dim=1)
            if best == end:
                break
    return str(processor.tokenizer.decode(grown[0, start:], skip_special_tokens=True))


def _has_encoder(model: Any) -> bool:
    return bool(getattr(getattr(model, "language_model", None), "config", model.config).is_encoder_decoder)


def _grown(inputs: dict[str, Any], tokens: Any) -> dict[str, Any]:
    """The inputs with the tokens written so far: all of them text, and all of them to be read."""
    import torch  # noqa: PLC0415

    more = tokens.shape[1] - inputs["input_ids"].shape[1]
    kinds = {"attention_mask": 1, "mm_token_type_ids": 0}
    longer = {
        name: torch.nn.functional.pad(inputs[name], (0, more), value=value)
        for name, value in kinds.items()
        if name in inputs
    }
    return {**inputs, **longer, "input_ids": tokens}


def prefilled(*parts: str | Image, prefill: str) -> Request:
    """A request whose last message is the beginning of the answer."""
    return Request("m", (Message("user", parts), Message("assistant", prefill)), GREEDY)
