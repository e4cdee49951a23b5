"""The folder of a survey: what is in it, and what must not be."""

import dataclasses
import io

import pytest
from PIL import Image

from assay.errors import DataError, UsageError
from assay.interop.survey_key import read_key
from assay.records.survey import SurveyPicture, SurveyQuestion
from assay.report.survey.build import build_survey
from assay.report.survey.plain_pictures import plain_picture
from support import survey_plans as surveys


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def question(name, *contents, request="a fox", arms=("chosen", "first", "control")):
    pictures = (
        SurveyPicture(arm, content, "image/png") for arm, content in zip(arms, contents, strict=False)
    )
    return SurveyQuestion(name, request, tuple(pictures))


def test_voters_get_no_arm_no_run_and_no_id_and_the_key_lies_outside(tmp_path):
    front = build_survey(surveys.plan(3, ("socratic", "unchanged")), tmp_path)
    held = b"".join(contents(front.parent).values()) + "".join(contents(front.parent)).encode()

    for secret in (b"socratic", b"unchanged", b"run-7", b"item-1", b"made by"):
        assert secret not in held, secret
    assert front == tmp_path / "survey" / "index.html"
    assert (tmp_path / "key.json").is_file()
    assert not list(front.parent.rglob("key*"))


def test_names_of_pictures_tell_nothing_of_whose_they_are(tmp_path):
    """Whatever arm made them, the pictures of a page stand in the order of their opaque names."""
    firsts = set()
    for number in range(8):
        questions = (question("q", surveys.drawn(number), surveys.drawn(number + 50)),)
        build_survey(surveys.plan(questions=questions), tmp_path / str(number))
        (page,) = read_key(tmp_path / str(number) / "key.json").pages
        assert list(page.pictures.values()) in ([("chosen",), ("first",)], [("first",), ("chosen",)])
        firsts.add(next(iter(page.pictures.values())))
        content = (tmp_path / str(number) / "survey" / "pictures" / page.picture_of("first")).read_bytes()
        assert content == surveys.drawn(number + 50)

    assert firsts == {("chosen",), ("first",)}


def test_equal_pictures_are_shown_once_and_count_for_each_arm(tmp_path):
    one, two = surveys.drawn(1, note="first try"), surveys.drawn(2)
    same = surveys.drawn(1, note="second try")
    questions = (question("q1", one, same, two), question("q2", one, same))
    build_survey(surveys.plan(questions=questions), tmp_path)
    key = read_key(tmp_path / "key.json")

    assert [page.question for page in key.pages] == ["q1"]
    assert sorted(key.pages[0].pictures.values()) == [("chosen", "first"), ("control",)]
    assert [page.question for page in key.unasked] == ["q2"]
    assert len(list((tmp_path / "survey" / "pictures").iterdir())) == 2


def test_pictures_judged_alone_have_a_page_each(tmp_path):
    build_survey(surveys.plan(3, ("a", "b"), kind="acceptable"), tmp_path)
    key = read_key(tmp_path / "key.json")

    assert len(key.pages) == 6
    assert all(len(page.pictures) == 1 for page in key.pages)


def test_the_same_plan_makes_the_same_files_again_and_another_never_writes_over_a_key(tmp_path):
    build_survey(surveys.plan(), tmp_path)
    before = contents(tmp_path)
    build_survey(surveys.plan(), tmp_path)

    assert contents(tmp_path) == before
    with pytest.raises(UsageError, match="key of another survey"):
        build_survey(surveys.plan(seed=6), tmp_path)
    assert contents(tmp_path) == before
    (tmp_path / "key.json").unlink()
    with pytest.raises(UsageError, match=r"no key\.json is beside it"):
        build_survey(surveys.plan(), tmp_path)


def test_every_fault_of_a_plan_is_told_at_once(tmp_path):
    good = surveys.drawn(1)
    questions = (
        question("q", good),
        question("q", good, good[:60]),
        question("r", good, good, arms=("a", "a")),
        SurveyQuestion(
            "s", "x", (SurveyPicture("a", b"GIF89a", "image/gif"), SurveyPicture(" ", good, "image/jpeg"))
        ),
        SurveyQuestion("t", "x", (SurveyPicture("a", tmp_path / "no.png", "image/png"),) * 1),
    )
    with pytest.raises(DataError) as told:
        build_survey(surveys.plan(questions=questions, title=" ", question_text=""), tmp_path / "out")
    text = str(told.value)

    for part in (
        *("title is empty", "question_text is empty", "2 questions have the id 'q'", "1 pictures came"),
        *("no whole image/png", "arm 'a' has 2 pictures", "media type 'image/gif'", "no image/jpeg"),
        *("an arm has no name", "No such file"),
    ):
        assert part in text
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"questions": ()}, "there are no questions"),
        ({"kind": "best"}, "kind is 'best'"),
        (
            {"questions": (question("q", surveys.drawn(1), surveys.drawn(1)),)},
            "same picture in every question",
        ),
    ],
)
def test_a_plan_that_asks_nothing_is_refused(tmp_path, changes, fault):
    with pytest.raises(DataError, match=fault):
        build_survey(surveys.plan(**changes), tmp_path)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_notes_leave_a_picture_and_its_pixels_stay(kind):
    noted = surveys.drawn(3, note="made by the chosen prompt", kind=kind)
    plain = plain_picture(noted, f"image/{kind.lower()}")
    pixels = [Image.open(io.BytesIO(content)).convert("RGB").tobytes() for content in (noted, plain)]

    assert b"chosen prompt" in noted
    assert b"chosen prompt" not in plain
    assert pixels[0] == pixels[1]
    assert plain_picture(plain, f"image/{kind.lower()}") == plain
    assert not Image.open(io.BytesIO(plain)).getexif()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_cut_off_anywhere_is_refused(kind):
    whole = surveys.drawn(3, note="a note", kind=kind, size=24)
    for end in range(0, len(whole) - 2, 7):
        with pytest.raises(ValueError, match="image/"):
            plain_picture(whole[:end], f"image/{kind.lower()}")


def test_texts_of_a_plan_cannot_become_markup(tmp_path):
    plan = surveys.plan(1, title="<script>alert(1)</script>")
    plan = dataclasses.replace(
        plan, questions=(dataclasses.replace(plan.questions[0], request="</script><b>\u2028"),)
    )
    front = build_survey(plan, tmp_path)

    assert "<script>alert" not in front.read_text("utf-8")
    assert "\u2028" not in (front.parent / "data.js").read_text("utf-8")
