"""Studies of documents that are played by scripted models: prompts say how good they are, the reader obeys.

A page is a square of one colour, and the reader knows what is written on it. A prompt holds ``q=0.7 [key]``:
the field's share of pages that are answered right. A wrong answer keeps a label.
"""

import asyncio
import csv
import json
import re

import yaml
from PIL import Image as Picture

from assay.records import Image, Reply, Usage
from assay.studies import cast as casting
from assay.studies.documents.draft import load_document_draft
from assay.studies.documents.running import run_documents
from assay.studies.documents.study import make_study
from assay.studies.stage import Options
from support.players import ScriptedChat, cast_with, coin

FIRST = "q=0.3 [{doc_class} {question_type}]\n"
FIELDS = ("form phone", "form city")
HEADER = ("image_path", "question", "answer", "doc_class", "question_type")
_LETTERS = "bcdfghjklmnpqrstvwxz"


def truth(key, number):
    """The true value of a field on a document; a different one on each, without a word of the prompts."""
    if key.endswith("phone"):
        return f"+371 {20_000_000 + 7919 * number}"
    name = "".join(_LETTERS[int(digit) + number % 9] for digit in f"{number:03d}")
    return f"V{name}a {key.split()[-1][::-1].title()}ov"


def good():
    """A study without a fault, as YAML gives it."""
    return {
        "kind": "documents",
        "name": "papers",
        "documents": {"annotation": "annotation.csv"},
        "prompt": "prompt.md",
        "models": {"answerers": ["script/reader"], "advisors": ["script/advisor"]},
        "search": {"rounds": 1, "strategies": ["reflect"]},
        "proof": {"kind": "sealed"},
    }


def put(data, field, value):
    """Set a dotted field; None takes it out."""
    *path, last = field.split(".")
    inner = data
    for part in path:
        inner = inner.setdefault(part, {})
    if value is None:
        inner.pop(last, None)
    else:
        inner[last] = value
    return data


def draw(path, number):
    """A page: 16 x 16 pixels of a colour of its own."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Picture.new("RGB", (16, 16), (number % 256, 40 + number // 256, 90)).save(path)


def rows_of(documents, fields=FIELDS):
    """Rows of an annotation: every field of every document."""
    return [
        (f"pages/{number}.png", f"What is the {key}?", truth(key, number), *key.split(maxsplit=1))
        for number in range(documents)
        for key in fields
    ]


def write(folder, *, documents=40, fields=FIELDS, rows=None, template=FIRST, data=None, **changes):
    """Write a study and its files; ``changes`` are fields with ``__`` for the dot. Returns study.yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = rows_of(documents, fields) if rows is None else rows
    for name in {row[0] for row in rows}:
        draw(folder / name, int(re.search(r"(\d+)\.png", name)[1]))
    with (folder / "annotation.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    (folder / "prompt.md").write_text(template, encoding="utf-8")
    made = data or good()
    for field, value in changes.items():
        put(made, field.replace("__", "."), value)
    path = folder / "study.yaml"
    path.write_text(yaml.safe_dump(made, allow_unicode=True), encoding="utf-8")
    return path


def text_of(request):
    """All text of a request."""
    return "\n".join(
        part
        for message in request.messages
        for part in ([message.content] if isinstance(message.content, str) else message.content)
        if isinstance(part, str)
    )


def pages_of(request):
    """Every picture of a request, with the role of its message."""
    return [
        (message.role, part)
        for message in request.messages
        if not isinstance(message.content, str)
        for part in message.content
        if isinstance(part, Image)
    ]


def propose(share):
    """What an advisor replies: a prompt of this quality for the field it was told of; a text is passed on."""

    def reply(request, sample):
        if not isinstance(share, int | float):
            return share
        key = re.search(r"^key: (.*)$", text_of(request), re.MULTILINE)[1]
        return f"<changes>try {share}</changes><new_user>q={share} [{key}]</new_user>"

    return reply


class World:
    """The models of a study, and what they were asked.

    Args:
        monkeypatch: pytest's.
        share: of the prompts that the advisor proposes.
        models: what others say, by name.
    """

    def __init__(self, monkeypatch, share=0.9, **models):
        says = {"reader": self.read, "other": self.read, "advisor": propose(share), **models}
        self.truths = {}
        self.chats = {name: ScriptedChat(f"script/{name}", say) for name, say in says.items()}
        monkeypatch.setattr(casting, "make_chat", cast_with(list(self.chats.values())))

    def read(self, request, sample):
        text = text_of(request)
        quality, key = re.search(r"q=([\d.]+) \[(.*?) ?\]", text).groups()
        ((_, page),) = pages_of(request)
        return Reply(self.answer(page.blob, key, float(quality)), usage=Usage(10, 5))

    def answer(self, blob, key, quality):
        true = self.truths.get((blob, key))
        if true is None:
            return "nothing that can be read"
        if isinstance(true, dict):
            return json.dumps({part: self.told(blob, part, quality, value) for part, value in true.items()})
        return self.told(blob, key, quality, true)

    def told(self, blob, key, quality, true):
        return true if coin(blob, key) < quality else f"The answer is {true}"

    def study(self, path, store, overrides=None):
        study = make_study(load_document_draft(path, overrides), store, lambda _: None)
        for key, items in study.items.items():
            for item in items:
                true = json.loads(item.reference) if "parts" in item.fields else item.reference
                self.truths[item.images[0].blob, key] = true
        return study

    def asked(self, name):
        return len(self.chats[name].requests)

    @property
    def sent(self):
        return sum(len(chat.requests) for chat in self.chats.values())

    def told_advisors(self):
        """All text that models other than the readers were sent."""
        return [
            text_of(request)
            for name, chat in self.chats.items()
            if name not in ("reader", "other")
            for request, _ in chat.requests
        ]


def run(study, store, **options):
    return asyncio.run(run_documents(study, store, Options(**options)))
