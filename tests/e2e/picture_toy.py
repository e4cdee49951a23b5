"""A small world of pictures without chance, where calls and pictures are to be counted and not to be judged.

A request wants four lights. ``painter`` lights as many as its prompt holds ``[+]``, and one more on every
third seed; how many are lit stands in the red of the picture's corner. ``eye`` sees them: it answers
questions, describes, looks and compares. ``scribe`` makes the questions, puts one ``[+]`` more into the
prompt, compares descriptions and chooses by them. All of them are simulations behind one server.
"""

import base64
import csv
import hashlib
import io
import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from support.images_server import ImagesServer
from support.protocols import Body

WANTED = 4
_RED = 50
_MOST_TOKENS = 512


def lights(prompt: str, seed: int) -> int:
    """How many are lit in the picture of a prompt and a seed."""
    lucky = hashlib.sha256(f"{prompt}|{seed}".encode()).digest()[0] % 3 == 0
    return min(WANTED, prompt.count("[+]") + lucky)


def painted(prompt: str, seed: int, side: int = 24) -> bytes:
    """A PNG that no other prompt and seed has, with its lights in the red of its corner."""
    from PIL import Image  # noqa: PLC0415 - an extra

    noise = hashlib.shake_256(f"{prompt}|{seed}".encode()).digest(side * side * 3)
    picture = Image.frombytes("RGB", (side, side), noise)
    picture.putpixel((0, 0), (lights(prompt, seed) * _RED, 0, 0))
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def lit(data: bytes) -> int:
    """How many lights a picture shows."""
    from PIL import Image  # noqa: PLC0415 - an extra

    with Image.open(io.BytesIO(data)) as picture:
        corner: Any = picture.convert("RGB").getpixel((0, 0))
    return round(corner[0] / _RED)


class PictureServer(ImagesServer):
    """Paints, sees and writes; counts the pictures made of each prompt and seed."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**{"responder": answers, **more})
        self.made: Counter[tuple[str, int]] = Counter()

    def _made(self, body: Body) -> Body:
        prompt, seed = body["prompt"], body.get("seed", 0)
        self.made[prompt, seed] += 1
        if "withheld" in prompt or "blank" in prompt:
            return super()._made(body)
        return {"created": 1, "data": [{"b64_json": base64.b64encode(painted(prompt, seed)).decode()}]}


def answers(messages: list[Body], model: str, body: Body) -> str:
    """A responder for :class:`support.server.Server` that plays eye and scribe."""
    text = "\n".join(message["content"] for message in messages)
    return eye(text, shown_in(body)) if model == "eye" else scribe(text)


def eye(asked: str, shown: list[bytes]) -> str:
    """What somebody says who sees the lights and knows nothing else."""
    counts = [lit(data) for data in shown]
    if "<label>" in asked:
        label = "tie" if counts[0] == counts[1] else "one" if counts[0] > counts[1] else "two"
        return f"{counts[0]} against {counts[1]}. <label>{label}</label>"
    if "<description>" in asked:
        return f"<description>{counts[0]} lights</description>\n{_verdict(counts[0])}"
    if "answer each question" in asked:
        numbers = range(1, WANTED + 1)
        return "\n".join(f"{number}: {'yes' if number <= counts[0] else 'no'}" for number in numbers)
    return f"{counts[0]} lights on a dark street"


def scribe(asked: str) -> str:
    """What somebody writes who reads well and has one idea: one more mark."""
    if "<questions>" in asked:
        lines = [f"{number} | object | - | Is light {number} lit?" for number in range(1, WANTED + 1)]
        return "<questions>\n" + "\n".join(lines) + "\n</questions>"
    if "<match>" in asked:
        return _verdict(_numbers(r"Description of the picture: (\d+)", asked)[-1])
    if "<best>" in asked:
        counts = _numbers(r"^\d+\. (\d+) lights", asked)
        return f"<best>{counts.index(max(counts)) + 1}</best>"
    tried = re.findall(r"^Prompt tried last: (.*)$", asked, re.MULTILINE)
    return f"<prompt>{tried[-1]} [+]</prompt>"


def _verdict(count: int) -> str:
    missing = "\n".join(f"- light {number}" for number in range(count + 1, WANTED + 1))
    match = "yes" if count == WANTED else "no"
    return f"<match>{match}</match>\n<score>{10 * count // WANTED}</score>\n<missing>\n{missing}\n</missing>"


def _numbers(pattern: str, text: str) -> list[int]:
    return [int(found) for found in re.findall(pattern, text, re.MULTILINE)]


def shown_in(body: Body) -> list[bytes]:
    """The bytes of every picture of a request."""
    contents = [message["content"] for message in body["messages"] if not isinstance(message["content"], str)]
    uris = [part["image_url"]["url"] for parts in contents for part in parts if part["type"] == "image_url"]
    return [base64.b64decode(uri.partition("base64,")[2], validate=True) for uri in uris]


def write_study(
    folder: Path,
    url: str,
    *,
    requests: int | list[str] = 8,
    options: str = "",
    generator: str = "",
    model_options: str = "",
    loop: str = "cycles: 4",
) -> Path:
    """Write a study that asks all three at an address of the OpenAI protocol.

    Args:
        folder: where to.
        url: base URL.
        requests: how many, or their words.
        options: further lines of the study.
        generator: further settings of the generator, in YAML's flow style.
        model_options: further settings of every model, likewise.
        loop: settings of the loop, likewise.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = requests if isinstance(requests, list) else [f"four lights, street {at}" for at in range(requests)]
    lines = [f'"{row}",{"odd" if at % 2 else "even"}\n' for at, row in enumerate(rows)]
    (folder / "requests.csv").write_text("prompt,category\n" + "".join(lines), encoding="utf-8")
    more = f", {model_options}" if model_options else ""
    of_generator = f", {generator}" if generator else ""
    text = f"base_url: '{url}', max_tokens: {_MOST_TOKENS}{more}"
    path = folder / "study.yaml"
    path.write_text(
        "name: lights\n"
        "kind: images\n"
        "inputs: {file: requests.csv, prompt: prompt, category: category}\n"
        "models:\n"
        f"  generator: {{model: openai/painter, base_url: '{url}', "
        f"options: {{takes: seed}}{of_generator}{more}}}\n"
        f"  critic: {{model: openai/eye, {text}}}\n"
        f"  rewriter: {{model: openai/scribe, {text}}}\n"
        f"loop: {{{loop}}}\n"
        f"{options}",
        encoding="utf-8",
    )
    return path


def ending(folder: Path, run: str) -> dict[str, Any]:
    """What must not depend on how often a run was begun: its tables and its outcome, without seconds."""
    with closing(sqlite3.connect(folder / ".assay" / "assay.db")) as connection:
        rows = {
            table: connection.execute(
                f"SELECT * FROM {table} WHERE run = ? ORDER BY 2, 3, 4, 5", (run,)
            ).fetchall()
            for table in ("loops", "cycles", "pictures", "run_items", "entrants")
        }
        state, outcome = connection.execute("SELECT state, outcome FROM runs WHERE id = ?", (run,)).fetchone()
    for table in ("loops", "entrants"):  # their last column is what a clock said
        rows[table] = [row[:-1] for row in rows[table]]
    return {**rows, "state": state, "outcome": without_seconds(json.loads(outcome or "null"))}


def without_seconds(data: Any) -> Any:
    """JSON data without what a clock said."""
    if isinstance(data, dict):
        return {name: without_seconds(it) for name, it in data.items() if name != "seconds"}
    return [without_seconds(it) for it in data] if isinstance(data, list) else data


def tables(folder: Path) -> dict[str, list[list[str]]]:
    """Every table that lies beside a report, by its file name, without the columns that a clock filled."""
    found = {}
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            head, *rows = csv.reader(file)
        kept = [at for at, name in enumerate(head) if "seconds" not in name]
        found[path.relative_to(folder).as_posix()] = [[row[at] for at in kept] for row in (head, *rows)]
    return found
