"""Two advice templates on one study: proposals, wins and cost side by side, the proof kept sealed."""

import re

import pytest

from assay.api.advice import compare_templates
from assay.errors import UsageError
from assay.store import Store
from assay.studies import cast as casting
from assay.studies.assembling import load_study
from support.players import ScriptedChat, asked, cast_with

PRICE = "{input: 1, output: 2}"


def quality(text):
    return int(re.search(r"quality (\d+)", text)[1])


def answer(request, sample):
    return f"quality {quality(asked(request))}, {asked(request).split()[-1]}, draw {sample}"


def advise(request, sample):
    """Heeds the template: one asks for quality, the other forgets the field."""
    if "Do well." in asked(request):
        return f"<new_user>quality {5 + sample} {{text}}</new_user>"
    return "<new_user>quality 9, no field</new_user>"


@pytest.fixture
def study(tmp_path, monkeypatch):
    chats = [ScriptedChat("script/answerer", answer), ScriptedChat("script/advisor", advise)]
    monkeypatch.setattr(casting, "make_chat", cast_with(chats))
    rows = "\n".join(f"input number {n}" for n in range(40))
    (tmp_path / "inputs.csv").write_text(f"text\n{rows}\n")
    (tmp_path / "prompt.md").write_text("quality 1 {text}")
    (tmp_path / "good.md").write_text("Do well. {current_prompt} {feedback}")
    (tmp_path / "poor.md").write_text("Do something. {current_prompt} {feedback}")
    (tmp_path / "judging.py").write_text(
        "import re\n"
        "def better(fields, one, two):\n"
        "    first, second = (int(re.search(r'quality (\\d+)', text)[1]) for text in (one, two))\n"
        "    return 'tie' if first == second else 'one' if first > second else 'two'\n"
    )
    path = tmp_path / "study.yaml"
    path.write_text(
        "inputs: {file: inputs.csv}\n"
        "prompt: prompt.md\n"
        "models:\n"
        f"  answerer: {{model: script/answerer, price: {PRICE}}}\n"
        f"  advisors: [{{model: script/advisor, price: {PRICE}}}]\n"
        "judge: {kind: function, function: 'judging:better'}\n"
        "search: {rounds: 2, proposals: 1}\n"
    )
    return load_study(path)


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def compare(study, store, *names, new=False):
    paths = [study.base / name for name in names]
    return compare_templates(study, store, paths, new=new, tell=lambda _: None, say=lambda _: None)


def test_each_template_is_told_with_proposals_champions_winrate_and_cost(study, store):
    good, poor = compare(study, store, "good.md", "poor.md")
    assert (good.proposals, good.admitted, good.champions, good.best) == (2, 2, 2, "p2")
    assert (good.winrate, good.n) == (1.0, len(study.splits.search))
    assert (poor.proposals, poor.admitted, poor.champions, poor.best, poor.winrate) == (2, 0, 0, None, None)
    assert good.nominal_usd == good.paid_usd > 0
    assert 0 < poor.paid_usd < poor.nominal_usd, "self-play was paid for by the first of the two"


def test_the_proof_stays_sealed(study, store):
    rows = compare(study, store, "good.md", "poor.md")
    for row in rows:
        assert store.seals.of_run(row.run) is None
        assert {match.stage for match in store.evidence.matches(row.run)} <= {"search", "self-play"}


def test_the_same_call_shows_what_is_there_and_new_searches_again(study, store):
    first = compare(study, store, "good.md", "poor.md")
    assert [row.run for row in compare(study, store, "good.md", "poor.md")] == [row.run for row in first]
    again = compare(study, store, "good.md", new=True)
    assert again[0].run not in {row.run for row in first}


def test_a_row_can_be_shown_in_a_table_and_as_json(study, store):
    good, poor = compare(study, store, "good.md", "poor.md")
    assert good.cells()[2:5] == ("2", "2", "2")
    assert re.fullmatch(rf"p2: 100 ?% \(.* to 100 ?%, n = {good.n}\)", good.cells()[5])
    assert poor.cells()[5] == "-"
    assert good.to_data()["champions"] == 2


def test_a_template_that_is_not_there_is_told_before_anything_is_spent(study, store):
    with pytest.raises(UsageError, match="there is no such file"):
        compare(study, store, "good.md", "none.md")
    assert store.runs.all() == []
