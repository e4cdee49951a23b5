"""People as advisors, two advice templates side by side, two prompts without a search."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from cli_shelf import Shelf, small_study

from support.commands import assay

BETTER = """\
Shorter and clearer.

<changes>asked for short, distinct questions</changes>
<new_user>
Below is a question that somebody asked and the answer that one author gave.

<post>
{content}
</post>

Write exactly 5 short, distinct follow-up questions about the author's own experience. Never ask what the
answer has already said, and ask what no search engine would answer. Avoid every ambiguous pronoun.

Put each of them between <question> and </question>, all together between <questions> and </questions>.
</new_user>
"""


@pytest.fixture
def with_a_person(tmp_path: Path) -> Path:
    """A study whose only advisor is a person; its folder's parent."""
    path = small_study(tmp_path / "study")
    study = yaml.safe_load(path.read_text(encoding="utf-8"))
    study["models"]["advisors"] = [{"person": "ann"}]
    study["search"] |= {"rounds": 1, "proposals": 1, "items": 60}
    study["inputs"]["proof_share"] = 0.5
    path.write_text(yaml.safe_dump(study), encoding="utf-8")
    (tmp_path / "reply.txt").write_text(BETTER, encoding="utf-8")
    return tmp_path


def test_a_person_advises_through_files(with_a_person: Path):
    folder = with_a_person
    before = assay("advise", "study", "--json", folder=folder)
    assert before.code == 0, before
    assert (before.json["run"], before.json["champion"]) == (None, "first")

    waiting = assay("run", "study", "--json", folder=folder)

    assert (waiting.code, waiting.out) == (130, b""), waiting
    assert "waits for a proposal by ann" in waiting.err
    assert "assay propose" in waiting.err
    told = assay("advise", "study", folder=folder).text
    assert "{content}" in told
    assert "<new_user>" in told
    assert 'outcome="' in told, "the self-play matches are shown"
    kept = assay("propose", "study", "reply.txt", "--advisor", "ann", folder=folder)
    assert kept.code == 0, kept
    assert "kept 1" in kept.text
    done = assay("run", "study", "--json", folder=folder)
    assert done.code == 0, done
    assert done.json["outcome"] == "proven", done
    assert "own experience" in done.json["prompt"]["user"]
    shown = assay("show", done.json["run"], folder=folder).text
    assert "ann" in shown
    again = assay("propose", "study", "reply.txt", "--advisor", "ann", "--json", folder=folder)
    assert again.code == 0, again
    assert set(again.json) == {"kept", "advisor", "notes"}
    assert again.json["kept"] == 1
    assert any("refused" in note for note in again.json["notes"]), "it is the champion's own text by now"


def test_a_reply_that_cannot_be_read_is_not_kept(with_a_person: Path):
    (with_a_person / "chat.txt").write_text("I would simply ask nicely.", encoding="utf-8")

    done = assay("propose", "study", "reply.txt", "chat.txt", "--advisor", "ann", folder=with_a_person)

    assert (done.code, done.out) == (2, b""), done
    assert "nothing was kept" in done.err
    assert "chat.txt: it has no new part between tags" in done.err
    assert "reply.txt" not in done.err


def test_options_that_make_another_study_are_pointed_out_and_can_be_repeated(shelf: Shelf):
    other = shelf.assay("advise", "study", "--rounds", "3")
    assert other.code == 0
    assert "give the options its `assay run` was given" in other.err
    assert shelf.open in other.err

    same = shelf.assay("advise", "study", "--seed", "2", "--json")

    assert same.json["run"] == shelf.open
    assert "note:" not in same.err


@pytest.mark.slow
def test_two_advice_templates_are_compared_by_what_they_bring(own_shelf: Callable[[], Shelf]):
    shelf = own_shelf()
    blind = shelf.folder / "blind.md"
    whole = (shelf.folder / "study" / "advice" / "advice.md").read_text(encoding="utf-8")
    head, _, rest = whole.partition("How the current prompt did:")
    blind.write_text(head + rest[rest.index("What the judge looks for:") :], encoding="utf-8")
    templates = ("--advice", "study/advice/advice.md", "--advice", "blind.md")

    done = shelf.assay("compare-advice", "study", *templates, "--rounds", "1", "--json")

    assert done.code == 0, done
    rows = done.json["advice"]
    assert [row["template"] for row in rows] == ["study/advice/advice.md", "blind.md"]
    for row in rows:
        assert set(row) == {
            *("template", "run", "proposals", "admitted", "champions", "best", "winrate", "low", "high", "n"),
            *("nominal_usd", "paid_usd"),
        }
        assert row["proposals"] == 2
        assert 0 <= row["champions"] <= row["admitted"] <= row["proposals"]
    assert rows[0]["run"] != rows[1]["run"]
    table = shelf.assay("compare-advice", "study", *templates, "--rounds", "1")
    assert table.code == 0, table
    for said in ("blind.md", "study/advice", "proposals", "admitted", rows[0]["run"]):
        assert said in table.text
    # The seal was never touched: the study itself is proven on it afterwards.
    assert shelf.assay("matrix", rows[0]["run"], "--stage", "proof", "--json").json["cells"] == []


def test_a_comparison_plays_every_input_once_and_tells_the_second_look(own_shelf: Callable[[], Shelf]):
    shelf = own_shelf()
    result = shelf.assay("compare", "study", "rival.md", "--json").json
    with (shelf.folder / "study" / "inputs.csv").open(encoding="utf-8", newline="") as file:
        rows = len(list(csv.DictReader(file)))
    assert result["run"] == shelf.compare
    assert result["n"] == rows
    assert result["candidate"]["name"] == "second"

    second = shelf.assay("compare", "study", "rival.md", "--new", "--json")

    assert (second.code, second.out) == (1, b""), second
    assert "--reuse-proof" in second.err
    reused = shelf.assay("compare", "study", "rival.md", "--new", "--reuse-proof", "--json")
    assert reused.code == 0, reused
    assert reused.json["opened_times"] == 2
    assert reused.json["winrate"] == result["winrate"]
    assert reused.json["calls"]["made"] == 0
    told = " ".join(shelf.assay("compare", "study", "rival.md").text.split())
    assert f"n = {rows} (all inputs)" in told
    assert "never saw" not in told, "nothing was searched, so nothing was kept from a search"
