"""``assay ask``: the answer on stdout, the rest on stderr, nothing paid twice, faults that say what to do."""

import base64
import io
from pathlib import Path

import pytest

from support.commands import Done, assay
from support.faults import refused
from support.server import Server

Image = pytest.importorskip("PIL.Image", reason="needs the extra: pip install 'assay[documents]'")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A picture of 120 by 80 pixels."""
    path = tmp_path / "page.png"
    Image.new("RGB", (120, 80), (240, 230, 200)).save(path)
    return path


def ask(server: Server, folder: Path, *more: object) -> Done:
    return assay("ask", "--model", "openai/reader", "--base-url", server.openai_url, *more, folder=folder)


def asked(server: Server, number: int = 0) -> list[dict]:
    return server.bodies[number]["messages"]


def picture_in(message: dict) -> tuple[tuple[int, int], str]:
    """Size and text of a message with one picture before one text."""
    image, text = message["content"]
    data = base64.b64decode(image["image_url"]["url"].partition("base64,")[2], validate=True)
    return Image.open(io.BytesIO(data)).size, text["text"]


def test_the_answer_alone_goes_to_stdout_and_what_was_sent_to_stderr(tmp_path, page):
    with Server(lambda *_: "Осипов\n№ 7") as server:
        done = ask(server, tmp_path, "--image", page, "--prompt", "Чья это карта?")

    assert done.code == 0, done
    assert done.text == "Осипов\n№ 7\n"
    assert "page.png: 120 x 80 pixels, PNG" in done.err
    assert "tokens in" in done.err
    assert "run ask-1" in done.err
    assert picture_in(asked(server)[-1]) == ((120, 80), "Чья это карта?")


def test_text_alone_can_be_asked_with_a_system_part_and_settings(tmp_path):
    with Server() as server:
        done = ask(server, tmp_path, "--prompt", "Say {this}.", "--system", "Be brief.", "--temperature", 0.5)

    assert done.code == 0, done
    assert [(it["role"], it["content"]) for it in asked(server)] == [
        ("system", "Be brief."),
        ("user", "Say {this}."),
    ]
    assert server.bodies[0]["temperature"] == 0.5


def test_asking_twice_pays_once_and_stays_one_run(tmp_path, page):
    with Server() as server:
        first = ask(server, tmp_path, "--image", page, "--prompt", "Hello?", "--json").json
        second = ask(server, tmp_path, "--image", page, "--prompt", "Hello?", "--json").json
        assert server.count == 1

    assert [it["cached"] for it in first["answers"] + second["answers"]] == [False, True]
    assert first["run"] == second["run"] == "ask-1"
    assert second["answers"][0]["text"] == first["answers"][0]["text"]
    assert second["paid_usd"] == 0


def test_samples_are_fresh_draws_and_more_of_them_pay_only_the_new_ones(tmp_path):
    with Server() as server:
        ask(server, tmp_path, "--prompt", "Hello?")
        found = ask(server, tmp_path, "--prompt", "Hello?", "--samples", 3, "--json").json
        assert server.count == 3

    assert [(it["sample"], it["cached"]) for it in found["answers"]] == [(0, True), (1, False), (2, False)]


def test_a_picture_above_the_limit_is_sent_smaller_and_that_is_told(tmp_path, page):
    with Server() as server:
        done = ask(server, tmp_path, "--image", page, "--prompt", "Hello?", "--longest-side", 60)

    assert picture_in(asked(server)[-1])[0] == (60, 40)
    assert "60 x 40 pixels, made smaller from 120 x 80" in done.err


def test_the_page_of_a_file_with_several_can_be_named(tmp_path):
    pages = [Image.new("RGB", (40, 30)), Image.new("RGB", (50, 20))]
    pages[0].save(tmp_path / "scan.tif", save_all=True, append_images=pages[1:])
    with Server() as server:
        done = ask(server, tmp_path, "--image", "scan.tif", "--page", 2, "--prompt", "Hello?")
        beyond = ask(server, tmp_path, "--image", "scan.tif", "--page", 3, "--prompt", "Hello?")

    assert done.code == 0, done
    assert picture_in(asked(server)[-1])[0] == (50, 20)
    assert beyond.code == 2
    assert "page 3" in beyond.err


def test_a_prompt_file_may_hold_every_part(tmp_path):
    (tmp_path / "ask.yaml").write_text("system: Be brief.\nuser: Name a colour.\n", encoding="utf-8")
    with Server() as server:
        done = ask(server, tmp_path, "--prompt-file", "ask.yaml")

    assert done.code == 0, done
    assert [it["content"] for it in asked(server)] == ["Be brief.", "Name a colour."]


def test_a_rejection_is_not_held_on_to_once_the_server_is_mended(tmp_path):
    with Server(plan={1: refused(400, "bad_request", "This server reads no pictures.")}) as server:
        first = ask(server, tmp_path, "--prompt", "Hello?")
        second = ask(server, tmp_path, "--prompt", "Hello?")

    assert (first.code, first.out) == (1, b"")
    assert "reads no pictures" in first.err
    assert second.code == 0, second


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--image", "pgae.png", "--prompt", "x"], "did you mean page.png?"),
        (["--image", "words.txt", "--prompt", "x"], "words.txt"),
        (["--prompt", "  "], "--prompt is empty"),
        ([], "Give --prompt or --prompt-file; none came"),
        (["--prompt", "x", "--prompt-file", "words.txt"], "both came"),
        (["--prompt", "x", "--option", "timeout_s"], "NAME=VALUE"),
        (["--prompt", "x", "--option", "colour=red"], "unknown option colour"),
        (
            [
                "--prompt",
                "x",
                "--max-usd",
                1,
                "--model",
                "openai/unheard-of",
                "--base-url",
                "http://192.0.2.1/v1",
            ],
            "price",
        ),
        (["--prompt", "x", "--model", "opneai/x"], "Did you mean openai/?"),
        (["--prompt", "x", "--model", "openai/gpt-5-mini"], "OPENAI_API_KEY is not set"),
        (["--prompt", "x", "--image", "page.png", "--model", "sim/writer"], "does not take pictures"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_sent(tmp_path, page, arguments, said):
    (tmp_path / "words.txt").write_text("only words", encoding="utf-8")

    done = assay("ask", "--model", "sim/reader", *arguments, folder=tmp_path)

    assert (done.code, done.out) == (2, b""), done
    assert said in done.err


def test_a_dead_server_is_told_and_nothing_is_kept_as_paid(tmp_path, page):
    with Server() as server:
        gone = server.openai_url
    done = assay("ask", "--model", "openai/x", "--base-url", gone, "--prompt", "x", folder=tmp_path)

    assert (done.code, done.out) == (1, b"")
    assert "is the server running?" in done.err
    assert assay("show", "ask-1", "--json", folder=tmp_path).json["cost"]["usd"] == 0


def test_what_was_asked_can_be_looked_at_afterwards(tmp_path):
    with Server(lambda *_: "Blue.") as server:
        ask(server, tmp_path, "--prompt", "Which colour?")

    assert assay("runs", "--json", folder=tmp_path).json["runs"][0]["kind"] == "ask"
    assert assay("show", "ask-1", folder=tmp_path).code == 0
    assert assay("report", "ask-1", folder=tmp_path).code == 0


@pytest.mark.slow
def test_a_simulation_says_that_it_is_one(tmp_path):
    pytest.importorskip("rapidocr", reason="needs the extra: pip install 'assay[ocr]'")
    assay("documents", "draw", "drawn", "--documents", 3, folder=tmp_path)
    done = assay(
        *("ask", "--model", "sim/reader?seed=1", "--image", "drawn/images/invoice-0001.png"),
        *("--prompt", "What is the invoice number?"),
        folder=tmp_path,
    )

    assert done.code == 0, done
    assert any(letter.isdigit() for letter in done.text)
    assert "are simulations" in done.err
