"""Studies of rewriting templates played by scripted models: a template says how good its prompts are.

Everybody in it is a simulation. The rewriter copies the quality that its template names into the prompt, the
generator's picture is the prompt it was asked for, and the critic believes what stands in the picture.
"""

import asyncio
import re

import yaml

from assay.records import Image, picture_reply
from assay.studies import cast as casting
from assay.studies.pictures import cast as picture_casting
from assay.studies.pictures.template_assembling import load_template_study
from assay.studies.pictures.template_running import run_template_study
from assay.studies.stage import Options
from support.players import ScriptedChat, asked, cast_with, coin

MODELS = {
    "generator": "script/generator",
    "critic": "script/critic",
    "rewriter": "script/rewriter",
    "advisors": ["script/advisor"],
}
FIRST = {"system": "Write prompts of quality 1.", "user": "Asked for: {request}\nMissing: {missing}"}


def draw(keep):
    """The generator: its picture is its prompt and its seed, as bytes."""

    def say(request, sample):
        made = f"{request.messages[-1].content}#{request.picture.seed}".encode()
        return picture_reply(Image(keep(made), "image/png", 64, 64))

    return say


def rewrite(request, sample):
    """A prompt of the quality that the template names."""
    text = asked(request)
    wanted = re.search(r"Asked for: (.*)", text)[1]
    named = re.search(r"quality (\d+)", text)[1]
    return f"<prompt>{wanted}, quality {named}</prompt>"


def look(read):
    """The critic: a score by the quality that stands in the picture, and a little by its seed."""

    def say(request, sample):
        shown = next(part for part in request.messages[-1].content if isinstance(part, Image))
        picture = read(shown.blob).decode()
        found = re.search(r"quality (\d+)", picture)
        score = min(10, 2 * int(found[1]) + int(3 * coin(picture))) if found else int(2 * coin(picture))
        missing = "- something" if score < 10 else "nothing"
        return (
            f"<description>a picture</description><match>{'yes' if score == 10 else 'no'}</match>"
            f"<score>{score}</score><missing>\n{missing}\n</missing>"
        )

    return say


def propose(number):
    """A reply that proposes a template of this quality; a text is passed on as it is."""
    if isinstance(number, str):
        return number
    return f"<changes>quality {number}</changes>\n<new_system>Write prompts of quality {number}.</new_system>"


def advise(*proposals):
    return lambda request, sample: propose(proposals[min(sample, len(proposals) - 1)])


class TemplateWorld:
    """The models of a study, and what they were asked.

    Args:
        monkeypatch: pytest's.
        store: where pictures are kept.
        proposals: of the advisor by number of its turn, the last one ever after.
        models: what others say instead, by name.
    """

    def __init__(self, monkeypatch, store, *proposals, **models):
        says = {
            "generator": draw(store.blobs.put),
            "critic": look(store.blobs.get),
            "rewriter": rewrite,
            "advisor": advise(*(proposals or (4,))),
            **models,
        }
        self.chats = {name: ScriptedChat(f"script/{name}", say) for name, say in says.items()}
        monkeypatch.setattr(casting, "make_chat", cast_with(list(self.chats.values())))
        monkeypatch.setattr(picture_casting, "make_generator", cast_with([self.chats["generator"]]))

    def asked(self, name):
        return len(self.chats[name].requests)

    @property
    def sent(self):
        return sum(len(chat.requests) for chat in self.chats.values())


def template_data(**changes):
    """A study without a fault, as YAML gives it; ``changes`` are fields with ``__`` for the dot."""
    data = {
        "name": "small",
        "kind": "image-template",
        "inputs": {"file": "requests.csv"},
        "prompt": "rewrite.yaml",
        "models": dict(MODELS),
        "loop": {"cycles": 3, "describe": "look"},
        "search": {"rounds": 1, "proposals": 1},
    }
    for field, value in changes.items():
        inner, (*path, last) = data, field.split("__")
        for part in path:
            inner = inner.setdefault(part, {})
        if value is None:
            inner.pop(last, None)
        else:
            inner[last] = value
    return data


def write_template(folder, *, rows=40, first=FIRST, requests=None, **changes):
    """Write a study and its files. Returns study.yaml."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = requests if requests is not None else ["prompt", *(f"kite number {n}" for n in range(rows))]
    (folder / "requests.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "rewrite.yaml").write_text(yaml.safe_dump(first), encoding="utf-8")
    path = folder / "study.yaml"
    path.write_text(yaml.safe_dump(template_data(**changes)), encoding="utf-8")
    return path


def template_study(folder, overrides=None, **changes):
    return load_template_study(write_template(folder, **changes), overrides)


def run(study, store, **options):
    return asyncio.run(run_template_study(study, store, Options(**options)))
