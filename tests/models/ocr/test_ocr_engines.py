"""Engines: they really read pixels, stay offline, and say what is missing."""

import io
import os
import shutil
import socket

import pytest

from assay.errors import FaultsError, UsageError
from assay.models.ocr import Ocr, make_ocr, rapid, tesseract

Image = pytest.importorskip("PIL.Image", reason="needs the extra documents")
ImageDraw = pytest.importorskip("PIL.ImageDraw")
ImageFont = pytest.importorskip("PIL.ImageFont")


def page(lines, *, font=None):
    """A white page with black lines at given places, as PNG bytes."""
    picture = Image.new("RGB", (700, 260), "white")
    draw = ImageDraw.Draw(picture)
    for (left, top), text in lines.items():
        draw.text((left, top), text, font=font or ImageFont.load_default(28), fill="black")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


ENGLISH = page({(40, 40): "Invoice no:", (330, 40): "4821-33", (40, 130): "Total: 1 204.50"})


@pytest.fixture
def program_folder(tmp_path, monkeypatch):
    """A folder that alone is searched for programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def needs_rapidocr():
    pytest.importorskip("rapidocr", reason="needs the extra ocr")


@pytest.fixture
def needs_russian():
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")
    try:
        make_ocr("tesseract?lang=rus+eng")
    except UsageError as error:
        pytest.skip(str(error))


def script(folder, body):
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def test_rapidocr_reads_what_is_printed_without_any_connection(needs_rapidocr, monkeypatch):
    def refused(*args):
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    engine = make_ocr("rapidocr")
    reading = engine.read(ENGLISH)

    assert isinstance(engine, Ocr)
    assert engine.id.startswith("rapidocr@")
    assert reading.text == "Invoice no:  4821-33\nTotal: 1 204.50"
    label, value = reading.rows[0]
    assert label.box[2] < value.box[0]
    assert 0.5 < value.confidence <= 1.0


def test_a_page_without_text_gives_no_lines(needs_rapidocr):
    assert make_ocr("rapidocr").read(page({})).lines == ()


def test_bytes_that_are_no_picture_are_an_error_that_names_the_engine(needs_rapidocr):
    with pytest.raises(UsageError, match=r"RapidOCR \(PNG, JPEG"):
        make_ocr("rapidocr").read(b"no picture")


def test_a_missing_model_is_an_error_and_never_fetched(needs_rapidocr, monkeypatch):
    listed = [file for file in rapid.metadata.files("rapidocr") or [] if "_rec_" not in file.name]
    monkeypatch.setattr(rapid.metadata, "files", lambda name: listed)

    with pytest.raises(UsageError, match=r"no model for rec.*reinstall"):
        make_ocr("rapidocr")


def test_tesseract_reads_cyrillic(needs_russian):
    paths = ["DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "arial.ttf"]
    for path in paths:
        try:
            font = ImageFont.truetype(path, 30)
            break
        except OSError:
            continue
    else:
        pytest.skip("no font with Cyrillic letters was found")
    engine = make_ocr("tesseract?lang=rus+eng")
    reading = engine.read(page({(40, 40): "Продавец", (400, 40): "Новый двор"}, font=font))

    assert engine.id.endswith("/rus+eng")
    assert reading.text == "Продавец  Новый двор"


def test_a_missing_program_is_told_with_the_packages(program_folder):
    with pytest.raises(UsageError, match=r"apt install tesseract-ocr tesseract-ocr-rus tesseract-ocr-eng"):
        make_ocr("tesseract?lang=rus+eng")


def test_missing_language_data_is_told_with_what_there_is(program_folder):
    script(program_folder, 'printf "List of languages (1):\\neng\\n"')

    with pytest.raises(UsageError, match=r"no language data for kat, rus; it has eng.*tesseract-ocr-kat"):
        make_ocr("tesseract?lang=eng+kat+rus")


def test_a_page_that_takes_too_long_is_an_error_that_names_the_setting(program_folder, monkeypatch):
    known = '--list-langs) printf "List:\\neng\\n";; --version) echo "tesseract 9.9";;'
    script(program_folder, f'case "$1" in {known} *) exec {shutil.which("sleep", path=os.defpath)} 60;; esac')
    engine = tesseract.Tesseract("eng", timeout_s=10)
    monkeypatch.setattr(engine, "_timeout_s", 0.05)

    assert engine.id == "tesseract@9.9/eng"
    with pytest.raises(UsageError, match=r"longer than 0\.05 s; raise timeout_s"):
        engine.read(ENGLISH)


def test_a_failing_program_is_told_with_its_last_words(program_folder):
    known = '--list-langs) printf "List:\\neng\\n";; --version) echo "tesseract 9.9";;'
    script(program_folder, f'case "$1" in {known} *) echo "cannot read" >&2; exit 3;; esac')

    with pytest.raises(UsageError, match="exit status 3: cannot read"):
        make_ocr("tesseract").read(b"")


@pytest.mark.parametrize("name", ["", "tesserakt", "easyocr?lang=ru"])
def test_an_unknown_engine_is_told_with_those_that_exist(name):
    with pytest.raises(UsageError, match=r"Allowed are: rapidocr, tesseract"):
        make_ocr(name)


def test_all_faults_of_options_are_told_at_once():
    with pytest.raises(FaultsError) as caught:
        make_ocr("tesseract?language=rus&timeout_s=soon&lang=a&lang=b")

    assert len(caught.value.faults) == 3
    for part in ("'language'", "lang is given twice", "timeout_s is 'soon'"):
        assert part in str(caught.value)


def test_rapidocr_takes_no_options():
    with pytest.raises(FaultsError, match="rapidocr takes none"):
        make_ocr("rapidocr?lang=rus")
