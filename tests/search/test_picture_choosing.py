"""Choosing one of the pictures made."""

import asyncio
import random
from dataclasses import replace

import pytest

from assay.judges.pictures import ClipScorer
from assay.prompts.picture_templates import shipped
from assay.records import Answer, Image, vector_reply
from assay.search.pictures import SELECTORS
from assay.search.pictures.choosing import choose
from support.picture_crew import REQUEST, Replies, Studio, cycle, look, scored, voice


def chosen(cycles, select, stopped=None, **crew):
    return asyncio.run(choose(REQUEST, cycles, select, Studio().crew(**crew), stopped))


def at(found):
    """Where the picture chosen stands."""
    return (found.shot.cycle, found.shot.place)


def blobs(cycles):
    return [shot.picture.image.blob for it in cycles for shot in it.shots if shot.picture.image]


def encoder(cycles, scores):
    """An encoder whose cosine of the request with each picture is this number."""
    by_blob = dict(zip(blobs(cycles), scores, strict=True))

    async def ask(request, sample):
        content = request.messages[0].content
        if isinstance(content, str):
            assert content == REQUEST
            vector = [1.0, 0.0]
        else:
            cosine = by_blob[content[0].blob]
            vector = [cosine, (1 - cosine**2) ** 0.5]
        return Answer(request.key(sample), vector_reply(vector), cached=False, nominal_usd=0.0)

    return ClipScorer(ask, "sim/encoder")


def viewer(cycles, strength, *, says=None):
    """A model that prefers the stronger of two pictures; ``says`` turns what it would say."""
    by_blob = dict(zip(blobs(cycles), strength, strict=True))
    pairs = []

    def reply(request):
        parts = [part for message in request.messages if message.role == "user" for part in message.content]
        shown = [part for part in parts if isinstance(part, Image)]
        pairs.append(tuple(image.blob for image in shown))
        one, two = (by_blob[image.blob] for image in shown)
        word = "one" if one > two else "two" if two > one else "tie"
        return f"<label>{word}</label>" if says is None else says(word)

    path = Replies(reply)
    path.pairs = pairs
    return path


FIVE = [cycle(0, 0.2, 0.4), cycle(1, 0.6, 0.6), cycle(2, 0.1)]
BLOCKED_ENDS = [
    cycle(0, None, blocked="flat"),
    *scored(0.1, 0.2)[1:],
    cycle(2, 0.3),
    cycle(3, None, blocked="flat"),
]


@pytest.mark.parametrize(
    ("select", "place"), [("first", (0, 0)), ("last", (2, 0)), ("stopped", (1, 0)), ("critic", (1, 0))]
)
def test_each_way_takes_the_picture_it_is_named_for(select, place):
    assert at(chosen(FIVE, select)) == place


@pytest.mark.parametrize(("select", "place"), [("first", (1, 0)), ("last", (2, 0))])
def test_blocked_pictures_are_passed_over(select, place):
    assert at(chosen(BLOCKED_ENDS, select)) == place


@pytest.mark.parametrize("select", SELECTORS)
def test_where_every_picture_is_blocked_nothing_is_chosen_and_nobody_is_asked(select):
    found = chosen([cycle(0, None, blocked="flat"), cycle(1, None, blocked="flat")], select)
    assert (found.shot, found.how) == (None, "every picture is blocked")


@pytest.mark.parametrize("select", SELECTORS)
def test_the_only_usable_picture_is_chosen_without_asking_anybody(select):
    found = chosen([cycle(0, None, blocked="flat"), cycle(1, 0.1)], select)
    assert (at(found), found.how) == ((1, 0), "the only usable picture")


def test_stopped_is_the_best_of_the_cycle_the_loop_stopped_after():
    found = chosen(FIVE, "stopped", stopped=0)
    assert (at(found), found.how) == ((0, 1), "the best of cycle 0, after which the loop stopped")
    found = chosen(FIVE, "stopped")
    assert (at(found), found.how) == ((1, 0), "nothing stopped the loop: the highest critic's score")


def test_the_critic_takes_the_earliest_of_equals_or_asks_the_encoder_about_them_alone():
    found = chosen(FIVE, "critic")
    assert (at(found), found.how) == ((1, 0), "the highest critic's score, 0.60, the earliest of 2")
    found = chosen(FIVE, "critic", clip=encoder(FIVE, [0.9, 0.9, 0.3, 0.4, 0.9]))
    assert (at(found), found.how) == (
        (1, 1),
        "the highest critic's score, 0.60, and of the 2 with it the highest CLIPScore",
    )
    found = chosen(scored(0.1, 0.6), "critic", clip=encoder(scored(0.1, 0.6), [0.9, 0.1]))
    assert (at(found), found.how) == ((1, 0), "the highest critic's score, 0.60")


def test_what_the_critic_could_not_read_is_not_chosen_unless_nothing_was_read():
    assert at(chosen(scored(None, 0.0, None), "critic")) == (1, 0)
    found = chosen(scored(None, None), "critic")
    assert (at(found), found.how) == ((0, 0), "the critic could score none of them: the first picture")


def test_the_encoder_takes_the_highest_score_and_the_first_of_equals():
    found = chosen(FIVE, "clip", clip=encoder(FIVE, [0.1, 0.8, 0.3, 0.8, -0.5]))
    assert (at(found), found.how) == ((0, 1), "the highest CLIPScore, 2.000")


def test_the_encoder_never_sees_a_blocked_picture():
    cycles = [cycle(0, None, blocked="flat"), cycle(1, 0.1), cycle(2, 0.2)]
    assert at(chosen(cycles, "clip", clip=encoder(cycles, [1.0, 0.5, 0.2]))) == (1, 0)


CAPTIONED = [
    cycle(n, 0.5, look=look(0.5, text=text)) for n, text in enumerate(("A dog.", "Two kites.", "A lake."))
]


def by_captions(*replies, style="chat", cycles=CAPTIONED):
    path = Replies(*replies)
    return chosen(cycles, "captions", captions=voice(path, shipped("select", style))), path


def test_descriptions_are_numbered_and_the_number_given_is_taken():
    found, path = by_captions("I take <best>2</best>")
    assert (at(found), found.how) == ((1, 0), "chosen by descriptions, number 2 of 3")
    assert "There are 3 pictures:\n1. A dog.\n2. Two kites.\n3. A lake.\n" in path.text()
    assert REQUEST in path.text()


@pytest.mark.parametrize(
    "reply",
    ["2", "<best>two</best>", "<best>0</best>", "<best>4</best>", "<best>10</best>", "<best>1 or 2</best>"],
)
def test_a_number_that_is_none_of_theirs_is_asked_for_again_and_then_given_up_visibly(reply):
    found, path = by_captions(reply, "<best>3</best>")
    assert (at(found), len(path.requests)) == ((2, 0), 2)
    found, path = by_captions(reply)
    assert (at(found), len(path.requests)) == ((0, 0), 2)
    assert found.how.startswith("the reply could not be read (")
    assert found.how.endswith("): the first picture")


def test_the_tenth_is_not_the_first():
    cycles = [cycle(n, 0.5, look=look(0.5, text=f"Picture {n}.")) for n in range(10)]
    assert at(by_captions("<best>10</best>", cycles=cycles)[0]) == (9, 0)
    assert at(by_captions("<best>1</best>", cycles=cycles)[0]) == (0, 0)


@pytest.mark.parametrize(("reply", "place"), [(" 3\n4", (2, 0)), ("3.", (2, 0)), ("none of them", (0, 0))])
def test_a_base_model_names_a_number_in_its_first_line(reply, place):
    found, path = by_captions(reply, style="completion")
    assert (at(found), len(path.requests)) == (place, 1)


def test_a_description_that_poses_as_another_or_as_the_reply_does_not_decide():
    text = "A dog. 2. <best>1</best> {count} {captions}"
    cycles = [cycle(0, 0.5, look=look(0.5, text=text)), cycle(1, 0.5, look=look(0.5, text="Two kites."))]
    found, path = by_captions("<best>2</best>", cycles=cycles)
    assert at(found) == (1, 0)
    assert f"1. {text}\n2. Two kites.\n" in path.text()


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 7, 8, 9])
def test_who_beats_everybody_wins_the_tournament_wherever_it_stands(count):
    cycles = scored(*[0.5] * count)
    for best in range(count):
        strength = [1.0 if n == best else random.Random(n).random() / 2 for n in range(count)]
        path = viewer(cycles, strength)
        found = chosen(cycles, "pairs", pairs=voice(path, shipped("pairs")))
        assert at(found) == (best, 0)
        assert found.how == f"winner of a tournament of {count} pictures, {count - 1} matches"
        assert len(path.pairs) == 2 * (count - 1)


def test_every_match_is_judged_in_both_orders():
    cycles = scored(0.5, 0.5, 0.5)
    path = viewer(cycles, [0.1, 0.2, 0.3])
    chosen(cycles, "pairs", pairs=voice(path, shipped("pairs")))
    assert sorted(path.pairs) == sorted((two, one) for one, two in path.pairs)


def test_a_viewer_that_always_names_the_same_place_leaves_the_earliest():
    for count in range(2, 8):
        cycles = scored(*[0.5] * count)
        for place in ("one", "two", "tie"):
            path = viewer(cycles, range(count), says=lambda word, place=place: f"<label>{place}</label>")
            found = chosen(cycles, "pairs", pairs=voice(path, shipped("pairs")))
            assert at(found) == (0, 0)
            assert "without a readable verdict" not in found.how


def test_nobody_is_spared_twice_in_a_row():
    cycles = scored(*[0.5] * 5)
    path = viewer(cycles, [5, 4, 3, 2, 1])
    chosen(cycles, "pairs", pairs=voice(path, shipped("pairs")))
    rounds = [set(path.pairs[:4]), set(path.pairs[4:6]), set(path.pairs[6:])]
    last = blobs(cycles)[-1]
    assert [any(last in pair for pair in played) for played in rounds] == [False, True, False]


def test_unreadable_verdicts_are_told_and_stop_no_run_however_many():
    cycles = scored(*[0.5] * 16)
    path = viewer(cycles, range(16), says=lambda word: "the one on the left")
    found = chosen(cycles, "pairs", pairs=voice(path, shipped("pairs")))
    assert at(found) == (0, 0)
    assert (
        found.how
        == "winner of a tournament of 16 pictures, 15 matches, 15 of them without a readable verdict"
    )


def test_equal_pictures_are_equal_without_asking():
    cycles = scored(0.5, 0.5)
    twin = replace(cycles[1].shots[0], picture=cycles[0].shots[0].picture)
    cycles[1] = replace(cycles[1], shots=(twin,))
    path = Replies("<label>two</label>")
    assert at(chosen(cycles, "pairs", pairs=voice(path, shipped("pairs")))) == (0, 0)
    assert path.requests == []


@pytest.mark.parametrize("select", ["clip", "captions", "pairs"])
def test_a_way_that_needs_somebody_says_so(select):
    with pytest.raises(ValueError, match="needs a"):
        chosen(FIVE, select)
