"""Studies that are played by scripted models: prompts say how good they are, and the judge believes it."""

import asyncio
import re

from writing import good, put, write

from assay.records import Reply
from assay.studies import cast as casting
from assay.studies.assembling import load_study
from assay.studies.stage import Options
from assay.studies.text import run_text
from support.players import ScriptedChat, asked, cast_with

MODELS = {"answerer": "script/answerer", "judge": "script/judge", "advisors": ["script/advisor"]}
FIRST = "quality 1\n\n{text}\n"
JUDGE = "About {text}.\n\n{response_one}\n\n{response_two}\n\n<label>one</label> <label>two</label>"


def quality(text):
    return int(re.search(r"quality (\d+)", text)[1])


def answer(request, sample):
    text = asked(request)
    return f"quality {quality(text)}, {text.split()[-1]}, draw {sample}"


def believe(request, sample):
    first, second = (int(found) for found in re.findall(r"quality (\d+)", asked(request))[-2:])
    return f"<label>{'tie' if first == second else 'one' if first > second else 'two'}</label>"


def propose(number):
    """A reply that proposes a prompt of this quality; a text is passed on as it is."""
    return number if isinstance(number, str) else f"<new_user>quality {number}\n\n{{text}}</new_user>"


def advise(*proposals):
    return lambda request, sample: propose(proposals[min(sample, len(proposals) - 1)])


class World:
    """The models of a study, and what they were asked.

    Args:
        monkeypatch: pytest's.
        proposals: of the advisor by number of its turn, the last one ever after.
        models: what others say instead, by name.
    """

    def __init__(self, monkeypatch, *proposals, **models):
        says = {"answerer": answer, "judge": believe, "advisor": advise(*(proposals or (3,))), **models}
        self.chats = {name: ScriptedChat(f"script/{name}", say) for name, say in says.items()}
        monkeypatch.setattr(casting, "make_chat", cast_with(list(self.chats.values())))

    def asked(self, name):
        return len(self.chats[name].requests)

    @property
    def sent(self):
        return sum(len(chat.requests) for chat in self.chats.values())


def study_of(folder, overrides=None, *, first=FIRST, rows=40, **changes):
    data = put(good(), "models", dict(MODELS))
    put(data, "search", {"rounds": 1, "proposals": 1})
    path = write(folder, data, prompt_text=first, judge_text=JUDGE, rows=rows, **changes)
    return load_study(path, overrides)


def run(study, store, **options):
    return asyncio.run(run_text(study, store, Options(**options)))


def refused(*_):
    return Reply("I would rather not.", "refused")
