"""A study of rewriting templates from its file to its outcome, played by scripted models."""

import re

import pytest
from template_world import (
    FIRST,
    TemplateWorld,
    advise,
    draw,
    rewrite,
    run,
    template_study,
)

from assay.errors import BudgetExceeded, JudgeUnusable, Sealed
from assay.judges.pictures.loop_score import LoopScoreJudge
from assay.records import picture_reply
from assay.store import Store
from assay.studies.people import hand_in
from assay.studies.pictures.template_running import template_advice
from support.players import asked


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


class TestOutcomes:
    def test_a_better_template_is_found_and_proven_on_sealed_requests(self, tmp_path, store, monkeypatch):
        TemplateWorld(monkeypatch, store, 4)
        study = template_study(tmp_path)
        ran = run(study, store)
        outcome = ran.run.outcome
        assert (outcome["outcome"], outcome["returned"], outcome["measured_on"]) == ("proven", "p1", "proof")
        assert (outcome["n"], outcome["winrate"]) == (len(study.splits.proof), 1.0)
        assert ran.run.kind == "image-template"
        judge = LoopScoreJudge("critic", study.scored_by).id
        sealed = [item.id for item in study.splits.proof]
        assert store.seals.opened_before(judge=judge, kind="image-template", items=sealed) == [ran.run.id]

    def test_a_template_that_is_best_already_is_returned_and_the_seal_stays_closed(
        self, tmp_path, store, monkeypatch
    ):
        TemplateWorld(monkeypatch, store, 0)
        best = {**FIRST, "system": "Write prompts of quality 5."}
        made = run(template_study(tmp_path, first=best), store).run
        assert (made.outcome["outcome"], made.outcome["returned"]) == ("not proven", "first")
        assert store.seals.of_run(made.id) is None

    def test_requests_another_run_has_opened_are_refused(self, tmp_path, store, monkeypatch):
        TemplateWorld(monkeypatch, store, 4)
        run(template_study(tmp_path), store)
        again = template_study(tmp_path, {"name": "again", "loop.history": 2})
        with pytest.raises(Sealed):
            run(again, store)
        assert run(again, store, reuse_proof=True).run.outcome["opened_times"] == 2

    def test_scores_within_the_margin_crown_nobody(self, tmp_path, store, monkeypatch):
        TemplateWorld(monkeypatch, store, 4)
        study = template_study(tmp_path, evaluate__tie_margin=1.0)
        assert run(study, store).run.outcome["outcome"] == "not proven"


class TestAdvice:
    def test_advisors_read_transcripts_and_see_no_sealed_request(self, tmp_path, store, monkeypatch):
        world = TemplateWorld(monkeypatch, store, 2, 3, 4)
        study = template_study(tmp_path, search__rounds=3)
        run(study, store)
        told = "\n".join(asked(request) for request, _ in world.chats["advisor"].requests)
        shown = set(re.findall(r"kite number \d+", told))
        assert shown
        assert shown <= {item.fields["request"] for item in study.splits.search}
        assert "cycle 2: kite number" in told
        assert "missing: something" in told
        assert "score: 0.3000" in told

    def test_advisors_are_told_what_the_template_is_for_and_what_its_fields_hold(
        self, tmp_path, store, monkeypatch
    ):
        world = TemplateWorld(monkeypatch, store, 4)
        run(template_study(tmp_path), store)
        told = asked(world.chats["advisor"].requests[0][0])
        assert "picture generator" in told
        assert "{missing}, what of the request was not found" in told

    def test_what_a_right_picture_shows_is_not_told(self, tmp_path, store, monkeypatch):
        world = TemplateWorld(monkeypatch, store, 4)
        rows = ["prompt,reference", *(f"kite number {n},secret {n}" for n in range(30))]
        run(template_study(tmp_path, requests=rows, inputs__reference="reference"), store)
        told = "\n".join(asked(request) for request, _ in world.chats["advisor"].requests)
        assert "secret" not in told
        assert "true answer" not in told

    @pytest.mark.parametrize(
        ("proposal", "why"),
        [
            ("<new_user>Draw something of quality 9.</new_user>", "{request} is lost"),
            ("<new_user>{request}\n[block brief]\nquality 9</new_user>", "has no line [end brief]"),
            ("<new_user>{request}\n[block x]\nquality 9\n[end x]</new_user>", "Unknown block x"),
            (
                "<new_user>quality 9\n[block brief]\n{request}\n[end brief]</new_user>",
                "{request} must stand outside of blocks",
            ),
        ],
    )
    def test_a_template_that_could_not_work_is_refused_before_a_picture_is_made(
        self, tmp_path, store, monkeypatch, proposal, why
    ):
        world = TemplateWorld(monkeypatch, store, proposal)
        study = template_study(tmp_path)
        made = run(study, store).run
        refused = store.evidence.proposals(made.id)[0].refusal
        assert why in refused
        assert all("quality 9" not in asked(request) for request, _ in world.chats["rewriter"].requests)

    def test_people_read_the_advice_and_hand_in_templates(self, tmp_path, store, monkeypatch):
        TemplateWorld(monkeypatch, store, 1)
        study = template_study(tmp_path, models__advisors=[{"person": "Iris Vell"}])
        assert "<current_system>" in template_advice(study, store)
        reply = "<new_system>Write prompts of quality 4.</new_system>"
        assert hand_in(study, store, "Iris Vell", {"reply.txt": reply}) == []
        lost = hand_in(study, store, "Iris Vell", {"b.txt": "<new_user>quality 5</new_user>"})
        assert "{request} is lost" in lost[0]
        outcome = run(study, store).run.outcome
        assert (outcome["outcome"], outcome["returned"]) == ("proven", "p1")


class TestCalls:
    def test_pictures_of_the_request_itself_and_loops_of_the_first_template_are_made_once(
        self, tmp_path, store, monkeypatch
    ):
        """Two draws for each search request; every further template shares the first picture."""
        world = TemplateWorld(monkeypatch, store, 2, 3)
        study = template_study(tmp_path, search__rounds=2)
        run(study, store)
        unchanged = [
            request for request, _ in world.chats["generator"].requests if "quality" not in asked(request)
        ]
        search, proof = len(study.splits.search), len(study.splits.proof)
        assert len(unchanged) == 2 * search + proof

    def test_a_second_run_makes_no_picture_and_asks_nobody(self, tmp_path, store, monkeypatch):
        world = TemplateWorld(monkeypatch, store, 4)
        study = template_study(tmp_path)
        run(study, store)
        before = world.sent
        again = run(study, store, new=True, reuse_proof=True)
        assert (world.sent, again.calls_made) == (before, 0)
        assert again.run.outcome["outcome"] == "proven"

    def test_a_run_stopped_by_a_cap_goes_on_and_pays_nothing_twice(self, tmp_path, store, monkeypatch):
        whole = TemplateWorld(monkeypatch, store, 4)
        with Store(f"sqlite:///{tmp_path}/other.db") as other:
            whole = TemplateWorld(monkeypatch, other, 4)
            run(template_study(tmp_path), other)
        world = TemplateWorld(monkeypatch, store, 4)
        with pytest.raises(BudgetExceeded):
            run(template_study(tmp_path, {"caps.calls": 300}), store)
        assert world.sent <= 300
        ran = run(template_study(tmp_path), store)
        assert (ran.resumed, ran.run.outcome["outcome"]) == (True, "proven")
        assert world.sent == whole.sent

    def test_a_search_that_leaves_no_room_for_the_proof_does_not_begin_a_round(
        self, tmp_path, store, monkeypatch
    ):
        world = TemplateWorld(monkeypatch, store, 4)
        said = []
        study = template_study(tmp_path, {"caps.calls": 400})
        with pytest.raises(BudgetExceeded, match="no room for round 1"):
            run(study, store, say=said.append)
        assert world.asked("advisor") == 0

    def test_every_loop_is_kept_with_its_cycles_and_pictures(self, tmp_path, store, monkeypatch):
        TemplateWorld(monkeypatch, store, 4)
        study = template_study(tmp_path)
        made = run(study, store).run
        loops = store.loops.loops(made.id)
        search, proof = len(study.splits.search), len(study.splits.proof)
        by_name = {}
        for loop in loops:
            by_name.setdefault(loop.procedure, []).append(loop)
        assert {name: len(rows) for name, rows in by_name.items()} == {
            "first": search + proof,
            "first, draw 2": search,
            "p1": search + proof,
        }


class TestFailures:
    def test_a_template_whose_pictures_are_all_blocked_loses_its_matches(self, tmp_path, store, monkeypatch):
        def filtered(request, sample):
            """A safety filter that every picture of one template's prompts falls to, and the request too."""
            return picture_reply(None, blocked="filtered")

        keep = draw(store.blobs.put)
        TemplateWorld(
            monkeypatch,
            store,
            4,
            generator=lambda request, sample: (
                filtered(request, sample) if "quality 1" in asked(request) else keep(request, sample)
            ),
        )
        made = run(template_study(tmp_path, loop__select="last"), store).run
        texts = [
            response.text for response in store.evidence.responses(made.id) if response.entrant == "first"
        ]
        assert all("no picture: filtered" in text for text in texts)

    def test_where_no_picture_can_be_used_the_response_has_failed(self, tmp_path, store, monkeypatch):
        blocked = picture_reply(None, blocked="filtered")
        TemplateWorld(monkeypatch, store, 4, generator=lambda request, sample: blocked)
        made = run(template_study(tmp_path), store).run
        failures = {response.failure for response in store.evidence.responses(made.id)}
        assert failures == {"every picture is blocked"}
        assert made.outcome["outcome"] == "not proven"

    def test_a_critic_that_gives_no_scores_stops_the_run_before_anything_is_promoted(
        self, tmp_path, store, monkeypatch
    ):
        TemplateWorld(monkeypatch, store, 4, critic=lambda request, sample: "I cannot say.")
        with pytest.raises(JudgeUnusable):
            run(template_study(tmp_path, search__items=20), store)

    def test_a_critic_that_cannot_be_read_stops_the_run_also_where_another_score_decides(
        self, tmp_path, store, monkeypatch
    ):
        """Otherwise every loop would be blind, and the templates' scores would say nothing of them."""
        world = TemplateWorld(monkeypatch, store, 4, critic=lambda request, sample: "I cannot say.")
        study = template_study(tmp_path, loop__select="last")
        with pytest.raises(JudgeUnusable, match="could not be read on"):
            run(study, store, width=1)
        assert world.asked("generator") < 40

    def test_an_unread_rewriting_stands_in_the_transcript(self, tmp_path, store, monkeypatch):
        TemplateWorld(monkeypatch, store, 4, rewriter=lambda request, sample: "No idea at all.")
        made = run(template_study(tmp_path), store).run
        text = store.evidence.responses(made.id)[0].text
        assert "the reply was: No idea at all." in text


class TestIdentity:
    def test_whatever_changes_a_loop_makes_another_study(self, tmp_path):
        study = template_study(tmp_path)
        changed = {
            "loop.cycles": 4,
            "loop.history": 0,
            "loop.off": ["caption"],
            "loop.feedback": "withheld",
            "loop.stop.plateau": 1,
            "loop.pictures": 2,
            "evaluate.tie_margin": 0.1,
            "search.rounds": 2,
            "changeable": ["user"],
            "seed": 2,
            "models.critic": "script/other",
            "models.advisors": ["script/other"],
        }
        ids = [template_study(tmp_path, {field: value}).id for field, value in changed.items()]
        other = template_study(tmp_path / "b", first={**FIRST, "system": "Write prompts of quality 2."})
        assert len({study.id, other.id, *ids}) == len(ids) + 2

    def test_caps_and_rates_make_no_other_study(self, tmp_path):
        same = {"caps.calls": 10, "models.critic": {"model": "script/critic", "concurrency": 2}}
        assert template_study(tmp_path).id == template_study(tmp_path, same).id

    def test_the_judge_is_another_one_where_another_model_scores(self, tmp_path):
        study = template_study(tmp_path)
        assert study.scored_by != template_study(tmp_path, {"models.critic": "script/other"}).scored_by
        assert study.scored_by == template_study(tmp_path, {"loop.cycles": 5}).scored_by

    def test_requests_of_one_group_are_split_together(self, tmp_path):
        rows = ["prompt,person", *(f"kite number {n},person {n % 10}" for n in range(40))]
        study = template_study(tmp_path, requests=rows, inputs__group="person")
        sides = [{item.group for item in side} for side in (study.splits.search, study.splits.proof)]
        assert sum(map(len, sides)) == 10
        assert not sides[0] & sides[1]


def test_rewriters_of_another_draw_are_asked_anew(tmp_path, store, monkeypatch):
    """Self-play compares two draws: where only the pictures differed, a lucky rewriting would count twice."""
    numbers = set()

    def numbered(request, sample):
        numbers.add(sample)
        return rewrite(request, sample)

    TemplateWorld(monkeypatch, store, rewriter=numbered, advisor=advise("I have no idea."))
    run(template_study(tmp_path), store)
    assert numbers == {1, 2, 1001, 1002}
