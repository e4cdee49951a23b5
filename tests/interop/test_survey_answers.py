"""Files of answers to a survey: read strictly, merged by voter."""

import json

import pytest

from assay.errors import DataError, UsageError
from assay.interop.survey import read_answers
from assay.interop.survey_key import read_key
from assay.report.survey.build import build_survey
from support import survey_plans as surveys


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    folder = tmp_path_factory.mktemp("survey")
    build_survey(surveys.plan(5), folder)
    return read_key(folder / "key.json")


def faults(files, key):
    with pytest.raises(DataError) as told:
        read_answers(files, key)
    return told.value.faults


def test_nothing_is_lost_of_what_voters_saved(tmp_path, key):
    files = [
        surveys.saved(tmp_path, "a.json", surveys.answered(key, "Ana", lambda page: "chosen")),
        surveys.saved(
            tmp_path, "b.json", surveys.answered(key, "Бо", lambda page: "equal", pages=key.pages[:2])
        ),
        surveys.saved(tmp_path, "c.json", surveys.answered(key, "Cy", lambda page: "none", pages=[])),
    ]
    found = read_answers(files, key)

    assert (found.voters, found.files, found.changed) == (("Ana", "Cy", "Бо"), 3, 0)
    assert len(found.votes) == 7
    assert {vote.choice for vote in found.votes if vote.voter == "Бо"} == {"equal"}


def test_files_of_one_voter_are_taken_together_and_a_later_answer_of_the_sitting_counts(tmp_path, key):
    early = surveys.answered(key, "Ana", lambda page: "chosen", pages=key.pages[:3])
    late = surveys.answered(key, "Ana", lambda page: "first", pages=key.pages[2:], start=9_000)
    files = [surveys.saved(tmp_path, "2.json", late), surveys.saved(tmp_path, "1.json", early)]
    found = read_answers(files, key)
    arms = {vote.page: key.pages[n].pictures[vote.choice] for n, vote in enumerate(found.votes)}

    assert list(arms.values()) == [("chosen",)] * 2 + [("first",)] * 3
    assert (found.files, found.changed, found.voters) == (2, 1, ("Ana",))
    assert read_answers(files[::-1], key) == found
    assert read_answers([files[0], files[0]], key).votes == read_answers(files[:1], key).votes


def test_two_sittings_of_a_name_may_agree_but_not_disagree(tmp_path, key):
    one = surveys.answered(key, "Ana", lambda page: "chosen", session="0" * 16)
    same = surveys.answered(key, "Ana", lambda page: "chosen", session="1" * 16, start=50)
    other = surveys.answered(key, "Ana", lambda page: "first", session="2" * 16, start=90)
    a, b, c = (surveys.saved(tmp_path, f"{n}.json", data) for n, data in enumerate((one, same, other)))

    assert len(read_answers([a, b], key).votes) == 5
    (fault,) = faults([a, c], key)
    assert "0.json and 2.json: voter 'Ana' answers 5 pages differently in two sittings" in fault


def test_nobody_counts_as_two_voters(tmp_path, key):
    def saved(number, voter, session):
        data = surveys.answered(key, voter, lambda page: "chosen", session=session)
        return surveys.saved(tmp_path, f"{number}.json", data)

    copies = [saved(number, voter, "0" * 16) for number, voter in enumerate(("Ana", "Bo"))]
    (told,) = faults(copies, key)
    assert told.startswith("voters 'Ana', 'Bo' are one sitting")
    names = ("Ana", "ana ", "A\u200bna", "\uff21na", "Anna")
    alike = [saved(number, voter, f"{number}" * 16) for number, voter in enumerate(names)]
    (told,) = faults(alike, key)
    assert "hardly differ" in told
    assert told.count("'") == 2 * 4 + 2
    assert read_answers([alike[0], alike[4]], key).voters == ("Ana", "Anna")


def test_every_fault_of_every_file_is_told_at_once(tmp_path, key):
    def changed(**values):
        return surveys.answered(key, "Ana", lambda page: "chosen") | values

    good = surveys.answered(key, "Ana", lambda page: "chosen")["answers"]
    other_page = key.pages[1].picture_of("chosen")
    answers = [
        good[0] | {"choice": other_page},
        good[0] | {"page": "nowhere"},
        good[0] | {"shown": [other_page, other_page]},
        good[0] | {"at": "noon"},
        "yes",
        good[1],
        good[1],
        good[2] | {"choice": ["equal"]},
    ]
    texts = {
        "cut.json": json.dumps(changed())[:-40],
        "other.json": changed(survey="0123456789abcdef"),
        "list.json": [],
        "new.json": changed(version=2),
        "nameless.json": changed(voter=" ", session=7, answers={}),
        "answers.json": changed(answers=answers),
    }
    told = faults([surveys.saved(tmp_path, name, data) for name, data in texts.items()], key)

    for start, part in (
        ("cut.json", "it was cut off or changed"),
        ("other.json", "it answers survey '0123456789abcdef'"),
        ("list.json", "no file of answers"),
        ("new.json", "version is 2"),
        ("nameless.json", "voter is ' '"),
        ("nameless.json", "session is 7"),
        ("nameless.json", "answers is no list"),
        ("answers.json: answer 1", f"choice '{other_page}'"),
        ("answers.json: answer 2", "page 'nowhere' is not in the survey"),
        ("answers.json: answer 3", "its pictures are"),
        ("answers.json: answer 4", "at is 'noon'"),
        ("answers.json: answer 5", "an object was expected, str came"),
        ("answers.json: answer 7", "has an answer already"),
        ("answers.json: answer 8", "choice ['equal']"),
    ):
        assert any(fault.startswith(start) and part in fault for fault in told), (start, part)
    assert len(told) == 14


def test_many_faults_of_one_file_are_counted(tmp_path, key):
    data = surveys.answered(key, "Ana", lambda page: "chosen") | {"answers": [1] * 25}
    told = faults([surveys.saved(tmp_path, "a.json", data)], key)

    assert told[-1] == "a.json: and 5 more faults"
    assert len(told) == 21


def test_no_file_and_a_file_that_is_not_there_are_told(tmp_path, key):
    assert "no file of answers was given" in faults([], key)[0]
    with pytest.raises(UsageError, match="there is no such file"):
        read_answers([tmp_path / "gone.json"], key)


def test_a_key_comes_back_whole_and_a_spoilt_one_tells_every_fault(tmp_path, key):
    whole = {"format": "assay-survey-key", "version": 1} | key.to_data()
    assert read_key(surveys.saved(tmp_path, "k.json", whole)) == key
    spoilt = whole | {"kind": "best", "seed": "5", "arms": [], "pages": [{}], "unasked": None, "run": 3}
    with pytest.raises(DataError) as told:
        read_key(surveys.saved(tmp_path, "s.json", spoilt))
    assert len(told.value.faults) == 6
    for wrong, fault in (
        (whole | {"kind": []}, "kind is"),
        (whole | {"version": 2}, "version is 2"),
        ([], "no key"),
        ("{", "no whole JSON"),
    ):
        with pytest.raises(DataError, match=fault):
            read_key(surveys.saved(tmp_path, "w.json", wrong))
