"""Models in the process, on a tiny checkpoint made here, with the network shut."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="needs the extra: pip install 'assay[transformers]'")
transformers = pytest.importorskip(
    "transformers", reason="needs the extra: pip install 'assay[transformers]'"
)

from assay.errors import ContextTooLong, Rejected, SettingRefused, UsageError  # noqa: E402
from assay.models.registry import make_chat  # noqa: E402
from assay.models.transformers import TransformersChat  # noqa: E402
from assay.models.weights import Placement, file_hash  # noqa: E402
from assay.records import Chat, Image, Message, Reply, Request, Settings  # noqa: E402

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]

TEXT = "the bee dances where flowers are and tells others how far they must fly to find them today"
torch.set_num_threads(1)  # contended threads are many times slower than one
TEMPLATE = (
    "{% for m in messages %}{% if m.role == 'system' and loop.index0 %}"
    "{{ raise_exception('system comes first') }}{% endif %}<{{ m.role }}> {{ m.content }} <end> {% endfor %}"
    "{% if add_generation_prompt %}<assistant> {% endif %}"
)


def _tokenizer() -> Any:
    from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: PLC0415

    special = ["<pad>", "<unk>", "<end>", "<system>", "<user>", "<assistant>"]
    vocabulary = {word: at for at, word in enumerate([*special, *TEXT.split()])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        eos_token="<end>",
        unk_token="<unk>",
        pad_token="<pad>",
        chat_template=TEMPLATE,
    )


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Llama of a few thousand random weights, saved as any checkpoint is."""
    path = tmp_path_factory.mktemp("tiny") / "tiny-llama"
    tokenizer = _tokenizer()
    torch.manual_seed(7)
    config = transformers.LlamaConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        max_position_embeddings=64,
        eos_token_id=tokenizer.eos_token_id,
        bos_token_id=None,
        pad_token_id=tokenizer.pad_token_id,
    )
    transformers.LlamaForCausalLM(config).save_pretrained(path)
    tokenizer.save_pretrained(path)
    return path


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def shut(*_: object) -> None:
        raise AssertionError("a model in the process must not use the network")

    monkeypatch.setattr(socket.socket, "connect", shut)


@pytest.fixture
def chat(folder: Path) -> Iterator[TransformersChat]:
    made = TransformersChat(folder, Placement(device="cpu"))
    yield made
    asyncio.run(made.close())


def ask(*messages: Message, **more: Any) -> Request:
    return Request("m", messages or (Message("user", "where are flowers"),), **more)


def send(chat: Chat, request: Request, sample: int = 0) -> Reply:
    return asyncio.run(chat.send(request, sample))


GREEDY = Settings(max_tokens=8, temperature=0)
WARM = Settings(max_tokens=12, temperature=1.5)


def test_it_is_found_by_name_with_its_placement(folder: Path) -> None:
    made = make_chat(f"transformers/{folder}?device=cpu&dtype=float32", options={"batch": 4})
    assert isinstance(made, Chat)
    assert made.local
    assert made.name == "transformers/tiny-llama"
    assert made.id == f"transformers/tiny-llama#{file_hash(folder)};torch-cpu;float32"
    assert str(folder) not in made.id


def test_greedy_answers_are_the_models_own_best_tokens(chat: TransformersChat, folder: Path) -> None:
    reply = send(chat, ask(settings=GREEDY))
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModelForCausalLM.from_pretrained(folder)
    tokens = tokenizer("<user> where are flowers <end> <assistant> ", return_tensors="pt").input_ids
    start = tokens.shape[1]
    for _ in range(8):
        best = model(tokens).logits[0, -1].argmax()
        tokens = torch.cat([tokens, best.view(1, 1)], dim=1)
        if best == tokenizer.eos_token_id:
            break
    assert reply.text == tokenizer.decode(tokens[0, start:], skip_special_tokens=True)
    assert (reply.usage.input, reply.usage.output) == (start, tokens.shape[1] - start)


def test_a_sample_draws_alike_each_time_and_samples_differ(chat: TransformersChat, folder: Path) -> None:
    draws = [send(chat, ask(settings=WARM), sample).text for sample in range(6)]
    other = TransformersChat(folder, Placement(device="cpu"))
    assert [send(other, ask(settings=WARM), sample).text for sample in range(6)] == draws
    assert len(set(draws)) > 1
    asyncio.run(other.close())


def test_the_seed_is_part_of_the_draw(chat: TransformersChat) -> None:
    def texts(seed: int) -> list[str]:
        settings = Settings(max_tokens=12, temperature=1.5, seed=seed)
        return [send(chat, ask(settings=settings), sample).text for sample in range(4)]

    assert texts(1) == texts(1)
    assert texts(1) != texts(2)


def test_drawing_leaves_the_random_state_of_the_process_alone(chat: TransformersChat) -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    send(chat, ask(settings=WARM))
    assert torch.equal(torch.rand(3), expected)


def test_a_token_cap_ends_with_length_and_the_default_is_said(chat: TransformersChat) -> None:
    replies = [send(chat, ask(settings=Settings(max_tokens=1, temperature=1.0)), n) for n in range(3)]
    assert all(reply.usage.output == 1 for reply in replies)
    assert {reply.finish for reply in replies} <= {"length", "stop"}
    assert chat.default_max_tokens == 512
    assert send(chat, ask(settings=Settings(temperature=0))).usage.output <= 64


def test_a_stop_text_ends_the_answer_and_is_not_part_of_it(chat: TransformersChat) -> None:
    whole = send(chat, ask(settings=GREEDY)).text
    assert len(whole.split()) > 2, "the tiny model must say something for this test"
    stop = whole.split()[-1]
    cut = send(chat, ask(settings=Settings(max_tokens=8, temperature=0, stop=(stop,))))
    assert cut.text == whole[: whole.find(stop)]
    assert cut.finish == "stop"


def test_a_prefill_is_continued_and_not_repeated(chat: TransformersChat, folder: Path) -> None:
    prefilled = ask(Message("user", "where are flowers"), Message("assistant", "the bee"), settings=GREEDY)
    bare = ask(
        Message("user", "<user> where are flowers <end> <assistant> the bee"),
        settings=GREEDY,
        style="completion",
    )
    assert send(chat, prefilled) == send(chat, bare)


def test_requests_that_share_a_pass_answer_as_alone(folder: Path, chat: TransformersChat) -> None:
    texts = ["where are flowers", "how far", "the bee dances and tells others where flowers are", "today"]
    requests = [ask(Message("user", text), settings=GREEDY) for text in texts]
    alone = [send(chat, request) for request in requests]
    batched = TransformersChat(folder, Placement(device="cpu", batch=4))

    async def together() -> list[Reply]:
        replies = await asyncio.gather(*(batched.send(request) for request in requests))
        await batched.close()
        return replies

    assert asyncio.run(together()) == alone


def test_what_does_not_fit_the_context_fails_that_request_alone(chat: TransformersChat) -> None:
    with pytest.raises(ContextTooLong, match="context of 64"):
        send(chat, ask(Message("user", "bee " * 100)))
    with pytest.raises(ContextTooLong):
        send(chat, ask(settings=Settings(max_tokens=100)))
    assert send(chat, ask(settings=GREEDY)).usage.output > 0


def test_messages_the_template_does_not_take_are_rejected(chat: TransformersChat) -> None:
    with pytest.raises(Rejected, match="system comes first"):
        send(chat, ask(Message("user", "a"), Message("system", "b"), Message("user", "c")))


@pytest.mark.parametrize(
    ("request_", "setting"),
    [
        (ask(settings=Settings(reasoning_effort="low")), "reasoning_effort"),
        (ask(Message("user", (Image("ab", "image/png"),))), "images"),
        (ask(response_format={"type": "object"}), "response_format"),
    ],
)
def test_what_it_cannot_do_is_refused(request_: Request, setting: str, chat: TransformersChat) -> None:
    with pytest.raises(SettingRefused) as refused:
        send(chat, request_)
    assert refused.value.setting == setting


def test_the_identity_follows_the_files(folder: Path, tmp_path: Path) -> None:
    import shutil  # noqa: PLC0415

    copy = tmp_path / "tiny-llama"
    shutil.copytree(folder, copy)
    assert file_hash(copy) == file_hash(folder)
    weights = copy / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    assert file_hash(copy) != file_hash(folder)


def test_a_wrong_folder_or_option_is_told_before_anything_runs(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no config\.json"):
        make_chat(f"transformers/{tmp_path}")
    with pytest.raises(UsageError, match=r"dtype must be one of.*batch must be"):
        make_chat(f"transformers/{folder}?dtype=int4&batch=0")
    with pytest.raises(UsageError, match="unknown option quantize"):
        make_chat(f"transformers/{folder}?quantize=1")


def test_broken_weights_are_told_to_every_caller(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_bytes((folder / "config.json").read_bytes())
    broken = TransformersChat(tmp_path, Placement(device="cpu"))
    for _ in range(2):
        with pytest.raises(UsageError, match="loading transformers/"):
            send(broken, ask())
    asyncio.run(broken.close())


def test_it_can_be_closed_twice_and_used_again(chat: TransformersChat) -> None:
    first = send(chat, ask(settings=GREEDY))
    asyncio.run(chat.close())
    asyncio.run(chat.close())
    assert send(chat, ask(settings=GREEDY)) == first


def test_a_model_without_a_chat_template_asks_for_completion_style(folder: Path, tmp_path: Path) -> None:
    import shutil  # noqa: PLC0415

    base = tmp_path / "base"
    shutil.copytree(folder, base)
    tokenizer = transformers.AutoTokenizer.from_pretrained(base)
    tokenizer.chat_template = None
    (base / "chat_template.jinja").unlink(missing_ok=True)
    tokenizer.save_pretrained(base)
    made = TransformersChat(base, Placement(device="cpu"))
    with pytest.raises(SettingRefused, match=r"template_style: completion"):
        send(made, ask())
    assert send(made, ask(style="completion", settings=GREEDY)).usage.output > 0
    asyncio.run(made.close())


def drawn(make: Callable[[], Chat], count: int) -> list[str]:
    """Greedy and warm answers side by side, asked at once."""
    chat = make()

    async def talk() -> list[str]:
        settings = [GREEDY if at % 2 else WARM for at in range(count)]
        asked = (chat.send(ask(settings=each), at) for at, each in enumerate(settings))
        replies = await asyncio.gather(*asked)
        await chat.close()
        return [reply.text for reply in replies]

    return asyncio.run(talk())


def test_asking_at_once_draws_as_asking_in_turn(folder: Path, chat: TransformersChat) -> None:
    in_turn = [send(chat, ask(settings=GREEDY if at % 2 else WARM), at).text for at in range(8)]
    assert drawn(lambda: TransformersChat(folder, Placement(device="cpu", batch=4)), 8) == in_turn
