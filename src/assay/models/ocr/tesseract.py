"""The program ``tesseract``, for Cyrillic and whatever else it has language data for."""

import csv
import io
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

from assay.errors import UsageError
from assay.models.ocr.reading import Line, Reading, cleaned, enclosing

PROGRAM = "tesseract"
_COLUMN_GAP = 1.8
_WORD_LEVEL = "5"
_Word = dict[str, float]


class Tesseract:
    """Reads pages with the Tesseract program, a process for each page.

    Args:
        languages: Tesseract's codes joined by ``+``, e.g. ``rus+eng``; their order matters to it.
        timeout_s: seconds a page may take, > 0.

    Raises:
        UsageError: the program or data of a language is not installed; names the packages.
    """

    def __init__(self, languages: str = "eng", *, timeout_s: float = 60.0) -> None:
        program = shutil.which(PROGRAM)
        wanted = [code for code in languages.split("+") if code]
        if program is None:
            raise UsageError(
                f"the program {PROGRAM} was not found; install it (Debian, Ubuntu: apt install tesseract-ocr "
                f"{' '.join(_packages(wanted))}) or name the engine rapidocr"
            )
        self._program = program
        self._languages = "+".join(wanted)
        self._timeout_s = timeout_s
        self._lock = threading.Lock()
        self._check(wanted)
        version = self._run(["--version"]).decode("utf-8", "replace").split("\n", 1)[0].split()[-1]
        self.id = f"tesseract@{version}/{self._languages}"

    def read(self, data: bytes) -> Reading:
        """Read a picture file's bytes; blocks, one call at a time.

        Raises:
            UsageError: the bytes are no picture that Tesseract reads, or it took too long.
        """
        with self._lock:
            out = self._run(["stdin", "stdout", "-l", self._languages, "--psm", "11", "tsv"], data)
        return Reading(tuple(_lines(out.decode("utf-8", "replace"))))

    def _check(self, wanted: list[str]) -> None:
        listed = self._run(["--list-langs"]).decode("utf-8", "replace").splitlines()[1:]
        there = sorted(code.strip() for code in listed if code.strip())
        missing = [code for code in wanted if code not in there]
        if not wanted or missing:
            raise UsageError(
                f"tesseract has no language data for {', '.join(missing) or 'an empty lang'}; it has "
                f"{', '.join(there)}. Install it (Debian, Ubuntu: apt install "
                f"{' '.join(_packages(missing))}) or name others, as in tesseract?lang=rus+eng"
            )

    def _run(self, arguments: list[str], data: bytes | None = None) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603 - a list of our own arguments, no shell
                [self._program, *arguments],
                input=data,
                capture_output=True,
                timeout=self._timeout_s,
                check=False,
                env=_environment(),
            )
        except subprocess.TimeoutExpired as error:
            raise UsageError(
                f"tesseract took longer than {self._timeout_s:g} s; raise timeout_s "
                "(tesseract?timeout_s=120) or make the pages smaller"
            ) from error
        if done.returncode:
            told = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise UsageError(
                f"tesseract failed with exit status {done.returncode}: {told[-1] if told else 'no message'}; "
                "it reads PNG, JPEG, TIFF and WebP"
            )
        return done.stdout


def _environment() -> dict[str, str]:
    """The environment with one OpenMP thread: several per page cost more than they bring."""
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


def _packages(codes: list[str]) -> list[str]:
    return [f"tesseract-ocr-{code.replace('_', '-').lower()}" for code in codes]


def _lines(table: str) -> Iterator[Line]:
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row["level"] == _WORD_LEVEL and (row["text"] or "").strip()]
    for _, line in groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"])):
        yield from map(_joined, _columns([(row["text"], _numbers(row)) for row in line]))


def _numbers(row: dict[str, Any]) -> _Word:
    return {name: float(row[name]) for name in ("left", "top", "width", "height", "conf")}


def _columns(words: list[tuple[str, _Word]]) -> list[list[tuple[str, _Word]]]:
    """Words of one line, parted where the gap is far wider than a blank: Tesseract joins columns."""
    columns = [[words[0]]]
    for before, word in pairwise(words):
        gap = word[1]["left"] - before[1]["left"] - before[1]["width"]
        if gap > _COLUMN_GAP * max(before[1]["height"], word[1]["height"]):
            columns.append([word])
        else:
            columns[-1].append(word)
    return columns


def _joined(words: list[tuple[str, _Word]]) -> Line:
    numbers = [found for _, found in words]
    confidence = sum(max(found["conf"], 0.0) for found in numbers) / len(numbers) / 100.0
    return Line(cleaned(" ".join(text for text, _ in words)), enclosing(numbers), round(confidence, 4))
