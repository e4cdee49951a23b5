"""What a server can do to a study of pictures, as generator, critic or rewriter, and what comes of it."""

import asyncio
import base64
import io
import json
import struct
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("PIL", reason="needs the extra: pip install 'assay[documents]'")

from picture_toy import PictureServer, answers, ending, painted, write_study

import assay.studies.pictures.stage
from assay.calls import Calls
from assay.calls.retry import Patience
from assay.errors import Denied, JudgeUnusable, ModelError, SettingRefused, Uncertain
from assay.store import Store
from assay.studies.pictures.assembling import load_picture_study
from assay.studies.pictures.running import run_pictures
from support.faults import (
    Fault,
    bad_key,
    cut_json,
    html_page,
    rate_limited,
    raw,
    refused,
    reset,
    server_error,
    wrong_content_type,
)
from support.protocols import Body

Responder = Callable[[list[Body], str, Body], str]
PAINTS, WRITES = "painter", "scribe"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many attempts as ever, and hardly a wait between them."""
    patience = Patience(base_s=0.01, longest_s=0.02)
    monkeypatch.setattr(assay.studies.pictures.stage, "Calls", partial(Calls, patience=patience))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / ".assay").mkdir()
    with Store(f"sqlite:///{tmp_path}/.assay/assay.db") as made:
        yield made


def run(store: Store, folder: Path, url: str, **more: Any) -> dict[str, Any]:
    """Run the study in this process, and what it ended with."""
    study = load_picture_study(write_study(folder, url, **{"requests": 2, **more}))
    ran = asyncio.run(run_pictures(study, store))
    return ending(folder, ran.run.id)


def of_model(name: str, fault: Fault, which: Callable[[Body], bool] = lambda _: True) -> Any:
    """A plan that plays one fault to every request of a model."""
    return lambda _, body: fault if body.get("model") == name and which(body) else None


def said(model: str, text: str, asked: str = "") -> Responder:
    """Everybody answers as always but one model, where it is asked for something."""

    def respond(messages: list[Body], name: str, body: Body) -> str:
        told = "\n".join(message["content"] for message in messages)
        return text if name == model and asked in told else answers(messages, name, body)

    return respond


def data(**first: Any) -> Fault:
    return raw(json.dumps({"created": 1, "data": [first]}).encode())


def bytes_(picture: bytes) -> Fault:
    return data(b64_json=base64.b64encode(picture).decode())


def one_colour(side: int) -> bytes:
    from PIL import Image  # noqa: PLC0415 - an extra

    written = io.BytesIO()
    Image.new("RGB", (side, side), (9, 200, 3)).save(written, "PNG")
    return written.getvalue()


def claims_to_be(width: int, height: int) -> bytes:
    """A PNG whose header tells a size that its body does not have."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


# A server that lies about pictures


LIES: dict[str, tuple[Fault, type[ModelError], str]] = {
    "a web page": (html_page(200), ModelError, "is not JSON"),
    "a web page with 502": (html_page(502), ModelError, "Bad gateway"),
    "nothing": (raw(b""), Uncertain, "cut off after 0 bytes"),
    "half of it": (cut_json(), Uncertain, "cut off"),
    "no data": (raw(b'{"created": 1}'), ModelError, "not of the protocol"),
    "data of another shape": (raw(b'{"data": [7]}'), ModelError, "not of the protocol"),
    "a text": (bytes_(b"hello"), Uncertain, "cannot be read"),
    "an SVG": (bytes_(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Uncertain, "cannot be read"),
    "half a picture": (bytes_(painted("x", 1)[:300]), Uncertain, "truncated"),
    "a picture as large as a city": (bytes_(claims_to_be(60_000, 60_000)), Uncertain, "cannot be read"),
    "broken base64": (data(b64_json="@@@"), Uncertain, "broken base64"),
    "a number for a picture": (data(b64_json=7), ModelError, "not of the protocol"),
    "a number for an address": (data(url=7), ModelError, "not of the protocol"),
    "an address that is none": (data(url="http://127.0.0.1:99999/"), Denied, "an address that is none"),
    "a file of this machine": (data(url="file:///etc/passwd"), Denied, "pictures at file://"),
    "another host": (data(url="http://localhost:1/x.png"), Denied, "the server's own host"),
    "a host inside": (data(url="https://10.0.0.7/x.png"), Denied, "an address inside a network"),
    "a name inside": (data(url="https://metadata.google.internal/x"), Denied, "an address inside a network"),
    "no address": (data(url="/x.png"), Denied, "read are only https"),
    "an address where nobody is": (data(url="http://127.0.0.1:1/x.png"), Uncertain, "connection refused"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_stops_the_run_with_the_models_name_and_an_honest_server_goes_on(
    lie: str, store: Store, tmp_path: Path
):
    fault, kind, words = LIES[lie]
    with PictureServer() as server:
        server.plan = of_model(PAINTS, fault)
        with pytest.raises(kind, match=words) as caught:
            run(store, tmp_path, server.openai_url, loop="cycles: 2")
        assert "openai/painter" in str(caught.value)
        (stopped,) = store.runs.all()
        assert (stopped.state, stopped.outcome) == ("stopped", None)
        assert not any(store.blobs.folder.rglob("*.part"))

        server.plan = {}
        end = run(store, tmp_path, server.openai_url, loop="cycles: 2")

    assert (len(store.runs.all()), end["state"]) == (1, "finished")
    assert end["outcome"]["totals"]["loop"]["blocked"] == 0


PASSING: dict[str, list[Fault]] = {
    "429 again and again": [rate_limited("0")] * 11,
    "5xx and resets": [server_error(500), reset(), html_page(502), server_error(503)],
    "broken pictures": [cut_json(), bytes_(b"hello"), bytes_(painted("x", 1)[:300])],
    "another content type": [wrong_content_type()] * 20,
}


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_changes_nothing_but_the_number_of_requests(name: str, store: Store, tmp_path: Path):
    faults = list(PASSING[name])
    more = {"requests": 1, "model_options": "concurrency: 1"}
    with PictureServer() as server, Store(f"sqlite:///{tmp_path}/calm/.assay/assay.db") as other:
        calm = run(other, tmp_path / "calm", server.openai_url, **more)
        before = server.count
        server.plan = lambda _, body: faults.pop(0) if body and "prompt" in body and faults else None

        stormy = run(store, tmp_path, server.openai_url, **more)

    assert stormy == calm
    extra = 0 if name == "another content type" else len(PASSING[name])
    assert server.count == 2 * before + extra


# Pictures that do not count


@pytest.mark.parametrize(
    ("requests", "why"),
    [
        ("forbidden lights", "safety system"),
        ("withheld lights", "no picture of it"),
        ("blank street", "one colour all over"),
    ],
)
def test_what_a_generator_will_not_show_is_blocked_and_no_fault(
    requests: str, why: str, store: Store, tmp_path: Path
):
    with PictureServer() as server:
        end = run(store, tmp_path, server.openai_url, requests=[requests, "four lights"])

    assert end["state"] == "finished"
    blocked = [row for row in end["pictures"] if row[10] is not None]
    assert blocked
    assert all(why in row[10] and row[11] is None for row in blocked), "a blocked picture is not looked at"
    assert {row[2] for row in blocked} == {blocked[0][2]}, "those of the other request are as they were"
    (compared, *_) = end["outcome"]["comparisons"]
    assert (compared["difference"]["n"], compared["lost"]) == (2, 1)
    assert end["outcome"]["totals"]["loop"]["without_picture"] == 1


def test_a_picture_of_one_pixel_is_blocked(store: Store, tmp_path: Path):
    with PictureServer(plan=of_model(PAINTS, bytes_(one_colour(1)))) as server:
        end = run(store, tmp_path, server.openai_url)

    assert all("one colour" in row[10] for row in end["pictures"])
    assert (end["state"], end["outcome"]["outcome"]) == ("finished", "not proven")


def test_a_prompt_that_the_generator_rejects_is_blocked_alone_and_the_loop_finds_another(
    store: Store, tmp_path: Path
):
    fault = refused(400, "", "we do not draw this street")
    plan = of_model(PAINTS, fault, lambda body: body["prompt"] == "four lights, street 0")
    with PictureServer(plan=plan) as server:
        end = run(store, tmp_path, server.openai_url)
        asked_in_vain = sum(body.get("prompt") == "four lights, street 0" for body in server.bodies)

    blocked = [row for row in end["pictures"] if row[10] is not None]
    assert all("we do not draw this street" in row[10] for row in blocked)
    of_loop = [row for row in blocked if row[1] == "loop"]
    assert [(row[3], row[4]) for row in of_loop] == [(0, 0)], "only the first cycle's"
    assert end["outcome"]["comparisons"][0]["lost"] == 1, "the control has no other prompt"
    assert asked_in_vain == len({(row[2], row[5]) for row in blocked}), "each draw is asked for once"


def test_a_generator_that_rejects_every_prompt_stops_the_run(store: Store, tmp_path: Path):
    plan = of_model(PAINTS, refused(400, "", "we do not draw"))
    match = "rejected all of 2.*we do not draw"
    with PictureServer(plan=plan) as server, pytest.raises(Denied, match=match):
        run(store, tmp_path, server.openai_url, requests=60)


def test_a_setting_that_the_endpoint_does_not_take_is_said_before_a_picture_is_asked_for(
    store: Store, tmp_path: Path
):
    with PictureServer() as server:
        with pytest.raises(SettingRefused, match="steps"):
            run(store, tmp_path, server.openai_url, loop="cycles: 2, picture: {steps: 9}")
        assert server.count == 0


def test_a_wrong_key_of_the_generator_stops_the_run(store: Store, tmp_path: Path):
    with (
        PictureServer(plan=of_model(PAINTS, bad_key())) as server,
        pytest.raises(Denied, match="401"),
    ):
        run(store, tmp_path, server.openai_url)


# Models that write


def test_a_critic_that_cannot_be_read_stops_the_run_before_much_is_spent(store: Store, tmp_path: Path):
    requests = 40
    with PictureServer(responder=said("eye", "A lovely street.")) as server:
        with pytest.raises(JudgeUnusable, match=r"evaluate\.max_unparsed"):
            run(store, tmp_path, server.openai_url, requests=requests, model_options="concurrency: 2")
        assert len(server.made) < 60
    assert store.runs.all()[0].state == "stopped"


def test_where_that_is_allowed_the_first_picture_is_chosen_and_nothing_is_claimed(
    store: Store, tmp_path: Path
):
    with PictureServer(responder=said("eye", "A lovely street.")) as server:
        more = {"options": "evaluate: {max_unparsed: 1}\n", "requests": 8}
        end = run(store, tmp_path, server.openai_url, **more)

    (compared, *_) = end["outcome"]["comparisons"]
    assert (compared["difference"], compared["left_out"], compared["outcome"]) == (None, 8, "not proven")
    assert all("the critic could score none" in row[8] for row in end["loops"])
    assert all("no answers" in json.loads(row[11])["fault"] for row in end["pictures"])


@pytest.mark.parametrize(
    "plan",
    [said(WRITES, "I would rather not.", "Prompt tried last"), refused(400, "", "not today")],
    ids=["declines", "is refused by its server"],
)
def test_a_rewriter_that_writes_none_leaves_the_prompt_and_new_seeds(
    plan: Responder | Fault, store: Store, tmp_path: Path
):
    if isinstance(plan, Fault):
        rewriting = lambda body: "Prompt tried last" in json.dumps(body)  # noqa: E731
        server = PictureServer(plan=of_model(WRITES, plan, rewriting))
    else:
        server = PictureServer(responder=plan)
    with server:
        end = run(store, tmp_path, server.openai_url)

    rewritten = [row for row in end["cycles"] if row[1] == "loop" and row[3] > 0]
    assert rewritten
    assert all("[+]" not in row[4] and row[8] for row in rewritten), (
        "each cycle tells why it has no new prompt"
    )
    assert end["outcome"]["comparisons"][0]["difference"]["difference"] == 0.0, "it is the control"
    assert all(count == 1 for count in server.made.values())


def test_without_questions_nothing_is_answered_and_the_reason_stands_at_every_picture(
    store: Store, tmp_path: Path
):
    with PictureServer(responder=said(WRITES, "No.", "<questions>")) as server:
        end = run(store, tmp_path, server.openai_url)
        looked = sum(body["model"] == "eye" for body in server.bodies)

    assert looked == 0
    assert all("no questions" in json.loads(row[11])["fault"] for row in end["pictures"])
