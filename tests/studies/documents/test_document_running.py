"""One prompt for a whole page, guards, people: the less common ways a study of documents runs."""

import json

import pytest
from document_world import World, propose, rows_of, run, text_of, truth, write

from assay.errors import AwaitingVotes, UsageError
from assay.records import Reply, Usage
from assay.store import Store
from assay.studies.documents.people import advice_for_field, find_cell, hand_in_for_field


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


@pytest.mark.parametrize("share", ["Just ask politely.", 0.95])
def test_an_advisor_of_which_nothing_could_be_used_is_told_of(share, tmp_path, store, monkeypatch):
    world, said = World(monkeypatch, share), []
    run(world.study(write(tmp_path), store), store, say=said.append)
    told = [line for line in said if "were refused" in line]
    assert [line.split(", most often")[0] for line in told] == (
        ["note: 2 of 2 proposals by script/advisor were refused"] if isinstance(share, str) else []
    )


class TestOnePromptForAPage:
    PROMPT = "q=0.3 [{doc_class}]\n"

    def write(self, folder, **changes):
        return write(folder, template=self.PROMPT, per="page", **changes)

    def test_one_answer_holds_all_fields_and_each_is_measured(self, tmp_path, store, monkeypatch):
        world = World(monkeypatch, 0.95)
        study = world.study(self.write(tmp_path), store)
        ran = run(study, store)
        (claim,) = ran.run.outcome["claims"]
        assert (claim["segment"], claim["outcome"], claim["returned"]) == ("form", "proven", "1.01:p1")
        assert world.asked("reader") == 2 * 40, "two prompts, one call for each page"
        rows = [row for row in store.scores.of_run(ran.run.id) if row.entrant == "1.01:p1"]
        assert {row.part for row in rows} == {"phone", "city"}
        assert len(rows) == 2 * 40
        told = world.told_advisors()[0]
        assert "one answer holds these fields: phone, city" in told
        assert "<mistake" in told
        assert 'field="phone"' in told

    def test_an_answer_that_is_no_json_is_the_lowest_score_and_not_asked_again(
        self, tmp_path, store, monkeypatch
    ):
        world = World(monkeypatch, 0.95)

        def chatter(request, sample):
            reply = world.read(request, sample)
            return Reply(f"Here you are: {reply.text}") if "q=0.95" in text_of(request) else reply

        world.chats["reader"]._say = chatter
        study = world.study(self.write(tmp_path), store)
        ran = run(study, store)
        (claim,) = ran.run.outcome["claims"]
        assert claim["candidate"] is None
        rows = [row for row in store.scores.of_run(ran.run.id) if row.entrant == "1.01:p1"]
        assert {row.score for row in rows} == {0.0}
        assert world.asked("reader") == 2 * study.documents("search"), "there is no repair"

    def test_a_guarded_part_holds_back_a_prompt_that_spoils_it(self, tmp_path, store, monkeypatch):
        world = World(monkeypatch, 0.95)

        def spoils(request, sample):
            reply = world.read(request, sample)
            if "q=0.95" not in text_of(request):
                return reply
            return Reply(json.dumps({**json.loads(reply.text), "city": "?"}), usage=Usage(1, 1))

        world.chats["reader"]._say = spoils
        guard = {"segment": "form", "guarded": ["city"], "margin": 0.05}
        free = run(world.study(self.write(tmp_path), store), store).run.outcome["claims"][0]
        held = run(world.study(self.write(tmp_path, guards=[guard]), store), store).run.outcome["claims"][0]
        assert (free["candidate"], held["candidate"]) == ("1.01:p1", None)
        decided = [it.data for it in store.evidence.decisions("papers-2") if it.kind == "field"]
        assert decided[-1]["refused"] == [["1.01:p1", "city"]]

    def test_the_schema_goes_along_only_where_the_study_sends_it(self, tmp_path, store, monkeypatch):
        rows = [
            (image, question, answer, group, "phone, mobile" if kind == "phone" else kind)
            for image, question, answer, group, kind in rows_of(6)
        ]
        for sent, seed in (("asked", 1), ("sent", 2)):
            world = World(monkeypatch, 0.95)
            answerer = {"model": "script/reader", "schema": sent}
            path = self.write(tmp_path, rows=rows, models__answerers=[answerer], seed=seed, caps=None)
            run(world.study(path, store), store)
            schemas = [request.response_format for request, _ in world.chats["reader"].requests]
            if sent == "asked":
                assert set(schemas) == {None}
            else:
                assert all(it["required"] == ["phone, mobile", "city"] for it in schemas)

    def test_a_part_that_a_page_is_asked_for_twice_counts_once_and_is_told(
        self, tmp_path, store, monkeypatch
    ):
        rows = [*rows_of(3), ("pages/1.png", "And the other phone?", "+999", "form", "phone")]
        study = World(monkeypatch).study(self.write(tmp_path, rows=rows), store)
        assert any("line 8 asks for 'phone' of a page a second time" in note for note in study.notes)
        phones = {json.loads(it.reference)["phone"] for it in study.items["form"]}
        assert phones == {truth("form phone", number) for number in range(3)}

    def test_a_part_that_a_page_lacks_is_not_measured(self, tmp_path, store, monkeypatch):
        rows = rows_of(12)[:-1]  # the last page has no city in the table
        world = World(monkeypatch, 0.95)
        study = world.study(self.write(tmp_path, rows=rows, proof__kind="leave-one-out"), store)
        run(study, store)
        scores = [row for row in store.scores.of_run("papers-1") if row.entrant == "1.01:first"]
        assert len(scores) == 23


def test_a_guarded_field_is_asked_of_every_candidate_and_holds_back_what_spoils_it(
    tmp_path, store, monkeypatch
):
    world = World(monkeypatch, 0.95)
    guard = {"segment": "form phone", "guarded": ["form city"], "margin": 0.05}
    study = world.study(write(tmp_path, guards=[guard]), store)
    # A prompt for the phone gets the phone from any page: asked about a city, it is always wrong.
    first = study.cells()[0]
    assert [(it.name, len(it.items), len(it.proof)) for it in first.guards] == [
        ("form city", study.documents("search"), study.documents("proof"))
    ]
    ran = run(study, store)
    stages = {(row.entrant, row.stage) for row in store.scores.of_run(ran.run.id)}
    assert ("1.01:p1", "guard") in stages
    assert ("1.02:p1", "guard") not in stages


def test_guards_that_nothing_could_satisfy_are_told_before_anything_is_spent(tmp_path, store, monkeypatch):
    """Equal answers on n documents leave a loss of 1 - 0.05 ** (1 / n) open."""

    def warned(margin):
        world, said = World(monkeypatch, 0.95), []

        def say(text):
            if text.startswith("warning"):
                said.append((text, world.sent))

        guard = {"segment": "form phone", "guarded": ["form city"], "margin": margin}
        study = world.study(write(tmp_path, guards=[guard]), store)
        run(study, store, say=say, reuse_proof=True)
        return said, 1 - 0.05 ** (1 / study.documents("proof"))

    said, least = warned(0.02)
    ((text, sent),) = said
    assert (f"Set the guard's margin above {least:.3f}" in text, sent) == (True, 0)
    assert warned(least + 0.01)[0] == []
    assert len(warned(least - 0.01)[0]) == 1


class TestPeople:
    def study(self, tmp_path, store, world, **changes):
        return world.study(write(tmp_path, models__advisors=[{"person": "Ann"}], **changes), store)

    def test_a_run_waits_and_goes_on_with_the_replies_by_field(self, tmp_path, store, monkeypatch):
        world = World(monkeypatch)
        study = self.study(tmp_path, store, world)
        with pytest.raises(AwaitingVotes, match="round 1 waits for a proposal by Ann"):
            run(study, store)
        assert store.runs.get("papers-1").state == "stopped"
        text, standing = advice_for_field(study, store, "form city")
        assert "key: form city" in text
        assert (standing.champion.name, len(standing.mistakes) > 0) == ("1.02:first", True)
        values = [item.reference for items in study.items.values() for item in items]
        assert not [value for value in values if value in text]
        reply = "<new_user>q=0.95 [form city]</new_user>"
        assert hand_in_for_field(study, store, "form city", "Ann", {"reply.txt": reply}) == []
        asked = world.sent
        ran = run(study, store)
        assert (ran.run.id, ran.resumed) == ("papers-1", True)
        assert [claim["returned"] for claim in ran.run.outcome["claims"]] == ["1.01:first", "1.02:p1"]
        (made,) = store.evidence.proposals("papers-1")
        assert (made.advisor, made.segment) == ("Ann", "form city")
        # One new prompt on the search side, then two fields of which one has a candidate.
        assert world.sent - asked == study.documents("search") + 3 * study.documents("proof")

    def test_a_reply_that_would_be_refused_is_kept_and_told(self, tmp_path, store, monkeypatch):
        study = self.study(tmp_path, store, World(monkeypatch))
        quoting = f"<new_user>Like {truth('form city', 2)} [form city]</new_user>"
        (note,) = hand_in_for_field(study, store, "form city", "Ann", {"reply.txt": quoting})
        assert "reply.txt: as things stand it would be refused" in note
        assert len(store.commands.of(f"study:{study.id}", "propose")) == 1

    def test_nothing_is_kept_where_one_of_several_replies_cannot_be_read(self, tmp_path, store, monkeypatch):
        study = self.study(tmp_path, store, World(monkeypatch))
        replies = {"a.txt": "<new_user>q=0.9 [form city]</new_user>", "b.txt": "no tags"}
        with pytest.raises(UsageError, match=r"nothing was kept:\n  - b.txt: "):
            hand_in_for_field(study, store, "form city", "Ann", replies)
        assert store.commands.of(f"study:{study.id}", "propose") == []

    def test_unknown_segments_answerers_and_strategies_are_told_with_what_there_is(
        self, tmp_path, store, monkeypatch
    ):
        study = self.study(tmp_path, store, World(monkeypatch), documents__types={"city": "Town"})
        assert find_cell(study, "form Town").field.key == "form city"
        with pytest.raises(UsageError, match="no segment 'form hue'; there are 'form phone', 'form city'"):
            find_cell(study, "form hue")
        with pytest.raises(UsageError, match="is called 'nobody'; there are script/reader"):
            find_cell(study, "form city", "nobody")
        for wrong in ("edit", "repair", "guess"):
            with pytest.raises(UsageError, match="allowed are one-shot, history, battle"):
                advice_for_field(study, store, "form city", strategy=wrong)


def test_battles_ask_two_advisors_of_each_field_and_both_are_credited(tmp_path, store, monkeypatch):
    models = {f"advisor{n}": propose(0.4 + n / 10) for n in range(4)}
    world = World(monkeypatch, **models)
    path = write(
        tmp_path,
        documents=12,
        models__advisors=[f"script/{name}" for name in models],
        search={"rounds": 2, "strategies": ["battle"]},
        proof__kind="leave-one-out",
    )
    run(world.study(path, store), store)
    proposals = store.evidence.proposals("papers-1")
    rounds = {(it.round, it.segment) for it in proposals}
    assert len(rounds) == 4
    for number, segment in rounds:
        asked = {it.advisor for it in proposals if (it.round, it.segment) == (number, segment)}
        assert len(asked) == 2
