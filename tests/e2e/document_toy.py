"""A small world of documents without chance, for tests where calls are to be counted and not to be judged.

Every page is one colour, and its red is its number, so whoever decodes the picture knows the page. ``clerk``
answers the truth with question marks behind it, fewer the more ``[+]`` a prompt holds; ``coach`` and
``trainer`` put one and two more ``[+]`` into the prompt. They are simulations.
"""

import base64
import csv
import io
import re
from pathlib import Path
from typing import Any

SIZE = (180, 120)
SENT = (90, 60)
"""Pages are sent at half their size: ``longest_side: 90``."""

QUESTIONS = {"total": "What is the total?", "date": "On which day was it paid?"}
_COLUMNS = ("image_path", "question", "answer", "doc_class", "question_type", "answer_bbox")
_MARKS = 4
_ADDED = {"coach": " [+]", "trainer": " [+][+]"}


def truth(question_type: str, number: int) -> str:
    """The true value of a field of a page."""
    return f"{number * 37 % 500}.50" if question_type == "total" else f"{number % 28 + 1:02d}.03.2026"


def answers(messages: list[dict[str, Any]], model: str, body: dict[str, Any]) -> str:
    """A responder for :class:`support.server.Server` that plays all roles."""
    text = messages[-1]["content"]
    return clerk(text, body) if model == "clerk" else adviser(text, _ADDED[model])


def clerk(prompt: str, body: dict[str, Any]) -> str:
    """The truth, with question marks behind it."""
    from PIL import Image  # noqa: PLC0415 - an extra

    (data,) = pictures(body)
    with Image.open(io.BytesIO(data)) as picture:
        found: Any = picture.convert("RGB").getpixel((5, 5))
    number = int(found[0])
    kind = "total" if "total" in prompt else "date"
    return truth(kind, number) + "?" * max(0, _MARKS + number % 3 - prompt.count("[+]"))


def adviser(advice: str, added: str) -> str:
    """The current prompt with more marks."""
    found = re.search(r"<current_user>\n(.*?)\n</current_user>", advice, re.DOTALL)
    current = found[1] if found else ""
    return f"<changes>more marks</changes>\n<new_user>\n{current}{added}\n</new_user>"


def pictures(body: dict[str, Any]) -> list[bytes]:
    """The bytes of every picture of a request."""
    content = body["messages"][-1]["content"]
    if isinstance(content, str):
        return []
    uris = [part["image_url"]["url"] for part in content if part["type"] == "image_url"]
    return [base64.b64decode(uri.partition("base64,")[2], validate=True) for uri in uris]


def write_study(folder: Path, url: str, *, documents: int = 24, model_options: str = "") -> Path:
    """Draw the pages and write a study that asks the three of them at an address of the OpenAI protocol.

    Args:
        folder: where to.
        url: base URL.
        documents: one page each, at most 255.
        model_options: further settings of every model, in YAML's flow style.
    """
    from PIL import Image  # noqa: PLC0415 - an extra

    (folder / "scans").mkdir(parents=True)
    rows = [_COLUMNS]
    for number in range(1, documents + 1):
        name = f"scans/{number:03d}.png"
        Image.new("RGB", SIZE, (number, 200, 40)).save(folder / name)
        rows += [(name, asked, truth(kind, number), "note", kind, "") for kind, asked in QUESTIONS.items()]
    with (folder / "annotation.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    more = f", {model_options}" if model_options else ""
    path = folder / "study.yaml"
    path.write_text(
        "name: notes\n"
        "kind: documents\n"
        f"documents: {{annotation: annotation.csv, longest_side: {max(SENT)}}}\n"
        "models:\n"
        f"  answerers: [{{model: openai/clerk, base_url: '{url}'{more}}}]\n"
        "  advisors:\n"
        f"    - {{model: openai/coach, base_url: '{url}'{more}}}\n"
        f"    - {{model: openai/trainer, base_url: '{url}'{more}}}\n"
        "search: {rounds: 2}\n"
        "proof: {kind: sealed}\n",
        encoding="utf-8",
    )
    return path


def tables(folder: Path) -> dict[str, bytes]:
    """Every table that lies beside a report, by its file name."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
