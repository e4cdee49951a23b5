"""A study of documents from its files to its outcome, played by scripted models."""

import pytest
from document_world import FIELDS, World, pages_of, rows_of, run, text_of, truth, write

from assay.errors import BudgetExceeded, Interrupted, Sealed, StudyError
from assay.records import Image, Message, Reply
from assay.store import Store
from assay.studies.documents import pages
from assay.studies.documents.sealing import SEAL_JUDGE
from assay.studies.documents.stage import with_pages


@pytest.fixture
def store(tmp_path):
    with Store(f"sqlite:///{tmp_path}/store/a.db") as opened:
        yield opened


def outcome(ran):
    """What decides, without what belongs to one run."""
    return {name: value for name, value in ran.run.outcome.items() if name != "opened_times"}


def test_a_better_prompt_of_each_field_is_proven_on_sealed_documents(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 1.0)
    ran = run(world.study(write(tmp_path), store), store)
    found = ran.run.outcome
    assert (ran.run.state, found["outcome"], found["kind"], found["opened_times"]) == (
        *("finished", "proven", "sealed", 1),
    )
    assert [(claim["cell"], claim["segment"], claim["returned"]) for claim in found["claims"]] == [
        ("1.01", "form phone", "1.01:p1"),
        ("1.02", "form city", "1.02:p1"),
    ]
    for claim in found["claims"]:
        assert claim["outcome"] == "proven"
        assert claim["returned_held_out"]["cer"] == 0.0
        assert claim["first_held_out"]["cer"] > 0.3
        assert claim["p_holm"] < 0.05
    seal = store.seals.of_run(ran.run.id)
    assert (seal.times, {name for name, _ in seal.entrants}) == (
        *(1, {"1.01:first", "1.01:p1", "1.02:first", "1.02:p1"}),
    )


def test_sealed_documents_are_asked_about_only_after_the_search(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.95)
    study = world.study(write(tmp_path), store)
    ran = run(study, store)
    sealed = {
        it.images[0].blob for items in study.items.values() for it in items if study.side(it) == "proof"
    }
    asked = [pages_of(request)[0][1].blob in sealed for request, _ in world.chats["reader"].requests]
    assert any(asked)
    # 2 fields, 2 prompts each; then nothing but sealed pages.
    searched = 2 * 2 * study.documents("search")
    assert asked == [False] * searched + [True] * (len(asked) - searched)
    stages = {row.stage for row in store.scores.of_run(ran.run.id)}
    assert stages == {"search", "proof"}


def test_no_advisor_is_told_a_true_value_or_sees_a_page_of_a_masked_study(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.7)
    study = world.study(
        write(tmp_path, search__rounds=3, search__strategies=["reflect", "history", "critique"]), store
    )
    run(study, store)
    told = world.told_advisors()
    assert len(told) >= 6
    values = {item.reference for items in study.items.values() for item in items}
    words = {word for value in values for word in value.replace("+", "").split()} - {"371"}
    assert "The answer is" in told[0], "the phrasing of the model is shown"
    for text in told:
        assert not [word for word in words if word in text]
    assert not [request for request, _ in world.chats["advisor"].requests if pages_of(request)]


def test_a_value_of_another_field_in_an_answer_is_masked_too(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.9)
    city = "Vissburgh"
    rows = [
        (image, question, city if kind == "city" else answer, group, kind)
        for image, question, answer, group, kind in rows_of(30)
    ]
    study = world.study(write(tmp_path, rows=rows), store)
    # A whole line is answered: the phone, and the city that stands beside it on every page.
    world.chats["reader"]._say = lambda request, sample: (
        f"Phone {world.truths[pages_of(request)[0][1].blob, 'form phone']} in {city}"
    )
    run(study, store)
    about_phones = [text for text in world.told_advisors() if "key: form phone" in text]
    assert about_phones
    assert "Phone +999 99999999 in Xxxxxxxxx" in about_phones[0]
    assert not [text for text in world.told_advisors() if city.casefold() in text.casefold()]


def test_values_and_pages_of_search_documents_are_shown_where_the_study_says_so(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.9)
    study = world.study(write(tmp_path, privacy={"values": "shown", "advisor_pages": 2}), store)
    run(study, store)
    requests = [request for request, _ in world.chats["advisor"].requests]
    searched = {
        it.images[0].blob: it for items in study.items.values() for it in items if study.side(it) == "search"
    }
    sealed_values = {
        it.reference for items in study.items.values() for it in items if study.side(it) == "proof"
    }
    for request in requests:
        assert len(pages_of(request)) == 2
        assert {page.blob for _, page in pages_of(request)} <= set(searched)
        assert any(item.reference in text_of(request) for items in study.items.values() for item in items)
        assert not [value for value in sealed_values if value in text_of(request)]


def test_the_first_prompt_is_returned_and_nothing_opened_where_no_prompt_is_better(
    tmp_path, store, monkeypatch
):
    world = World(monkeypatch, 0.1)
    study = world.study(write(tmp_path), store)
    ran = run(study, store)
    found = ran.run.outcome
    assert (found["outcome"], found["opened_times"]) == ("not proven", 0)
    assert {claim["returned"] for claim in found["claims"]} == {"1.01:first", "1.02:first"}
    assert {claim["candidate"] for claim in found["claims"]} == {None}
    assert store.seals.of_run(ran.run.id) is None
    assert world.asked("reader") == 2 * 2 * study.documents("search")


def test_another_run_on_opened_documents_is_refused_and_counted_where_it_is_allowed(
    tmp_path, store, monkeypatch
):
    world = World(monkeypatch, 0.95)
    study = world.study(write(tmp_path), store)
    assert run(study, store).run.outcome["opened_times"] == 1
    said = []
    with pytest.raises(Sealed, match="already opened by papers-1"):
        run(study, store, new=True, say=said.append)
    assert any("already opened by papers-1" in line for line in said)
    assert store.runs.get("papers-2").state == "stopped"
    again = run(study, store, reuse_proof=True)
    assert (again.run.id, again.resumed, again.run.outcome["opened_times"]) == ("papers-2", True, 2)
    assert again.calls_made == 0, "every answer was in the store"


def test_pages_are_decoded_once_for_all_runs_of_a_store(tmp_path, store, monkeypatch):
    world, prepare, prepared = World(monkeypatch, 0.95), pages.prepare_page, []
    monkeypatch.setattr(
        pages, "prepare_page", lambda path, page, how: prepared.append(path) or prepare(path, page, how)
    )
    path = write(tmp_path, documents=12)
    world.study(path, store)
    assert len(prepared) == len(set(prepared)) == 12, "two fields of a page share one preparation"
    run(world.study(path, store), store)
    assert len(prepared) == 12
    world.study(path, store, {"documents.max_pixels": 256})
    assert len(prepared) == 24, "another size is another preparation"


@pytest.mark.parametrize("broken_after", [0, 1, 25, 50, 79, 81, 82, 83, 100, 119, 150])
def test_a_run_that_stops_anywhere_ends_as_if_it_had_not_and_pays_nothing_twice(
    tmp_path, monkeypatch, broken_after
):
    def whole(folder, broken):
        world = World(monkeypatch, 0.95)
        left = [broken_after if broken else 10**9]

        def breaking(say):
            def said(request, sample):
                left[0] -= 1
                return Interrupted("the plug was pulled") if left[0] == -1 else say(request, sample)

            return said

        for chat in world.chats.values():
            chat._say = breaking(chat._say)
        with Store(f"sqlite:///{folder}/a.db") as store:
            study = world.study(write(tmp_path), store)
            if broken:
                with pytest.raises(Interrupted):
                    run(study, store)
            ran = run(study, store)
            scores = store.scores.of_run(ran.run.id)
            keys = [request.key(sample) for chat in world.chats.values() for request, sample in chat.requests]
            proposals = [(it.ordinal, it.entrant) for it in store.evidence.proposals(ran.run.id)]
        return ran, scores, proposals, keys

    ran, scores, proposals, keys = whole(tmp_path / "one", broken=False)
    again, scores_again, proposals_again, keys_again = whole(tmp_path / "two", broken=True)
    assert again.resumed
    assert (outcome(again), again.run.outcome["opened_times"]) == (outcome(ran), 1)
    assert (scores_again, proposals_again) == (scores, proposals)
    assert set(keys_again) == set(keys)
    # Asked again is what was in flight when the plug was pulled, and nothing else.
    assert len(keys_again) <= len(keys) + 1 + 64


def test_answers_that_were_there_are_not_asked_again_after_a_cap_was_reached(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.95)
    path = write(tmp_path, caps__calls=60)
    with pytest.raises(BudgetExceeded, match="raise the cap"):
        run(world.study(path, store), store)
    assert world.sent <= 60
    ran = run(world.study(path, store, {"caps.calls": 1_000}), store)
    assert (ran.resumed, ran.run.state, ran.run.outcome["outcome"]) == (True, "finished", "proven")
    keys = [request.key(sample) for chat in world.chats.values() for request, sample in chat.requests]
    assert len(keys) == len(set(keys))


def test_caps_that_leave_no_room_for_a_round_and_the_proof_end_the_search_before_it(
    tmp_path, store, monkeypatch
):
    world = World(monkeypatch, 0.95)
    study = world.study(write(tmp_path, caps__calls=45), store)
    assert 2 * study.documents("search") <= 45, "the first prompts fit"
    with pytest.raises(BudgetExceeded, match="no room for round 1 and the proof"):
        run(study, store)
    assert world.asked("advisor") == 0


def test_declined_answers_score_nothing_whatever_the_truth(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.95)

    def declines(request, sample):
        return Reply("", "refused") if "q=0.95" in text_of(request) else world.read(request, sample)

    world.chats["reader"]._say = declines
    ran = run(world.study(write(tmp_path), store), store)
    assert {claim["candidate"] for claim in ran.run.outcome["claims"]} == {None}
    rows = [row for row in store.scores.of_run(ran.run.id) if row.entrant == "1.01:p1"]
    assert {row.score for row in rows} == {0.0}
    assert {row.measures["fault"] for row in rows} == {"the model declined to answer"}


def test_few_documents_are_cross_validated_and_nothing_is_sealed_or_called_proven(
    tmp_path, store, monkeypatch
):
    world, said = World(monkeypatch, 0.95), []
    study = world.study(write(tmp_path, documents=6, proof__kind="auto"), store)
    assert study.proof_kind == "leave-one-out"
    found = run(study, store, say=said.append).run.outcome
    assert (found["outcome"], found["kind"]) == ("cross-validated", "leave-one-out")
    assert {claim["outcome"] for claim in found["claims"]} == {"cross-validated"}
    assert {claim["returned"] for claim in found["claims"]} == {"1.01:p1", "1.02:p1"}
    assert store.seals.opened_before(judge=SEAL_JUDGE, kind="documents", items=[]) == []
    assert any("called cross-validated, not proven" in line for line in said)


@pytest.mark.parametrize(("documents", "kind"), [(6, "leave-one-out"), (16, "leave-one-out"), (80, "sealed")])
def test_the_outcome_is_sealed_where_half_of_the_fields_would_show_a_typical_gain(
    tmp_path, store, monkeypatch, documents, kind
):
    study = World(monkeypatch).study(write(tmp_path, documents=documents, proof__kind="auto"), store)
    assert study.proof_kind == kind


def test_a_field_whose_documents_are_all_sealed_is_left_out_and_told(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.95)
    study = world.study(write(tmp_path), store)
    sealed = next(item for item in study.items["form city"] if study.side(item) == "proof")
    only = next(row for row in rows_of(40) if row[2] == sealed.reference)
    path = write(tmp_path, rows=[*rows_of(40, FIELDS[:1]), only])
    study = world.study(path, store)
    assert [cell.field.key for cell in study.cells()] == ["form phone"]
    assert any("'form city' is left out" in note for note in study.notes)
    assert len(run(study, store).run.outcome["claims"]) == 1


def test_a_split_that_leaves_nothing_to_search_on_is_a_fault(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    path = write(tmp_path, documents=1, fields=FIELDS[:1], proof__proof_share=0.99)
    with pytest.raises(StudyError, match="leaves none to search on"):
        world.study(path, store)


def test_pages_go_before_the_text_of_the_last_user_message():
    page = Image("a" * 64, "image/png")
    messages = (Message("user", "one"), Message("assistant", "two"), Message("user", "three"))
    assert with_pages(messages, (page,)) == (*messages[:2], Message("user", (page, "three")))
    prefilled = (Message("user", "one"), Message("assistant", "It is "))
    assert with_pages(prefilled, (page,)) == (Message("user", (page, "one")), prefilled[1])
    with pytest.raises(ValueError, match="no place for pages"):
        with_pages((Message("system", "one"),), (page,))


def test_two_answerers_have_prompts_of_their_own(tmp_path, store, monkeypatch):
    world = World(monkeypatch, 0.95)
    good_already = world.read

    def other(request, sample):
        return good_already(request, sample) if "q=0.3" in text_of(request) else "nothing at all"

    world.chats["other"]._say = other
    study = world.study(write(tmp_path, models__answerers=["script/reader", "script/other"]), store)
    found = run(study, store).run.outcome
    assert [(claim["cell"], claim["answerer"], claim["outcome"]) for claim in found["claims"]] == [
        ("1.01", "script/reader", "proven"),
        ("1.02", "script/reader", "proven"),
        ("2.01", "script/other", "not proven"),
        ("2.02", "script/other", "not proven"),
    ]
    answered_by = {row.entrant.name: row.answerer for row in store.evidence.entrants("papers-1")}
    assert answered_by["1.01:p1"] == "script/reader@script"
    assert answered_by["2.01:p1"] == "script/other@script"


def test_a_prompt_that_quotes_a_value_of_a_document_plays_nowhere(tmp_path, store, monkeypatch):
    world = World(monkeypatch)
    quoting = f"<new_user>q=0.9 [form phone] It looks like {truth('form phone', 3)}.</new_user>"
    world.chats["advisor"]._say = lambda request, sample: quoting
    study = world.study(write(tmp_path, documents__segments=["form phone"]), store)
    run(study, store)
    (proposal,) = store.evidence.proposals("papers-1")
    assert proposal.entrant is None
    assert "quotes a value that stands in one of the documents" in proposal.refusal
    assert len(proposal.replies) == 2, "one repair was asked for"
    assert not [row for row in store.scores.of_run("papers-1") if row.entrant != "1.01:first"]


@pytest.mark.parametrize(("documents", "warned"), [(12, True), (60, False)])
def test_fields_that_could_prove_nothing_are_told_before_anything_is_asked(
    tmp_path, store, monkeypatch, documents, warned
):
    world, heard = World(monkeypatch, 0.9), []

    def say(line):
        if "too few documents are sealed to prove any gain for 'form phone', 'form city'" in line:
            heard.append(world.sent)

    run(world.study(write(tmp_path, documents=documents, proof__proof_share=0.4), store), store, say=say)
    assert heard == ([0] if warned else [])
