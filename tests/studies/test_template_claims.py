"""What studies of rewriting templates claim: a bad template is mended, and nothing false is proven."""

import asyncio
import re

import pytest
import yaml
from template_world import TemplateWorld, run, template_study

from assay.data.split import split_of
from assay.records import Image, Item
from assay.store import Store
from assay.studies import cast as casting
from assay.studies.pictures import cast as picture_casting
from assay.studies.pictures.template_assembling import load_template_study
from assay.studies.pictures.template_running import run_template_study
from assay.studies.pictures.template_starter import write_template_study
from support.players import ScriptedChat, cast_with, coin
from support.spoken_scenes import caption, draw, spoken_study

NOMINAL = 0.025


@pytest.fixture
def spoken(tmp_path, monkeypatch):
    """Runs a study whose pictures are words, with the simulated rewriter and advisors; gives its run."""
    make_chat = casting.make_chat

    def study(name, seed, advisors, first):
        with Store(f"sqlite:///{tmp_path}/{name}.db") as store:
            generator = ScriptedChat("script/generator", draw(store.blobs.put))
            captioner = ScriptedChat("script/captioner", caption(store.blobs.get))
            scripted = {captioner.name: captioner}
            monkeypatch.setattr(
                casting, "make_chat", lambda name, **more: scripted.get(name) or make_chat(name, **more)
            )
            monkeypatch.setattr(picture_casting, "make_generator", cast_with([generator]))
            path = spoken_study(tmp_path / name, advisors=advisors, first=first)
            made = asyncio.run(run_template_study(load_template_study(path, {"seed": seed}), store)).run
            return made, {row.entrant.name: row.entrant.prompt for row in store.evidence.entrants(made.id)}

    return study


@pytest.mark.slow
def test_from_a_planted_bad_template_a_better_one_is_proven(tmp_path, spoken):
    """The starter's template asks for embellishment and shows nothing that was found missing."""
    folder = write_template_study(tmp_path / "starter").parent
    planted = yaml.safe_load((folder / "rewrite.yaml").read_text(encoding="utf-8"))
    made, prompts = spoken("planted", 1, ["sim/template-advisor"], planted)
    assert made.outcome["outcome"] == "proven"
    returned = "\n".join(prompts[made.outcome["returned"]].templates)
    assert "vivid" in planted["system"]
    assert "vivid" not in returned
    assert "{missing}" in returned


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_shipped_template_is_not_replaced_by_a_poor_advisors(spoken, seed):
    made, _ = spoken(f"shipped-{seed}", seed, ["sim/template-advisor-poor"], None)
    assert (made.outcome["outcome"], made.outcome["returned"]) == ("not proven", "first")


def test_a_template_that_learned_the_search_by_heart_is_not_proven_above_the_nominal_rate(
    tmp_path, monkeypatch
):
    """On search requests the proposal always wins; on sealed ones the truth is one half."""
    outcomes = []
    for seed in range(24):

        def critic(request, sample, seed=seed, store=None):
            shown = next(part for part in request.messages[-1].content if isinstance(part, Image))
            picture = store.blobs.get(shown.blob).decode()
            request_text = re.match(r"kite number \d+", picture)[0]
            learned = split_of(seed, Item({"request": request_text}).group) == "search"
            found = re.search(r"quality (\d+)", picture)
            score = 2 * int(found[1]) if learned and found else int(8 * coin(picture))
            return (
                f"<description>a picture</description><match>no</match><score>{score}</score>"
                "<missing>\n- something\n</missing>"
            )

        with Store(f"sqlite:///{tmp_path}/{seed}.db") as store:
            TemplateWorld(monkeypatch, store, 4, critic=lambda *asked, s=store, c=critic: c(*asked, store=s))
            study = template_study(tmp_path / str(seed), {"seed": seed}, rows=20, loop__cycles=2)
            outcomes.append(run(study, store).run.outcome)
    reached = [outcome for outcome in outcomes if outcome["measured_on"] == "proof"]
    allowed = len(reached) * NOMINAL + 3 * (len(reached) * NOMINAL * (1 - NOMINAL)) ** 0.5
    assert len(reached) >= 20, "a champion must have been crowned for the proof to be put to the test"
    assert sum(outcome["outcome"] == "proven" for outcome in reached) <= allowed
