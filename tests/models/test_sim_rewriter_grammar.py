"""The simulated rewriter's English: what it makes of requests for simple pictures."""

import pytest

from assay.models.embedded.rewriter_grammar import read_wish
from assay.models.embedded.rewriter_lexicon import VALUES, Lexicon, all_words, plural, singular

WORDS = Lexicon(1.0)
PAIRS = [
    (
        "on an ivory backdrop sits a tiny crimson disc, with a huge navy box underneath",
        "tiny crimson disc", "above", "huge navy box", "ivory",
    ),
    (
        "put a big red circle over a small blue square; white background",
        "big red circle", "above", "small blue square", "white",
    ),
    (
        "the backdrop is slate. a cross (pink, little) left of a lime wedge",
        "little pink cross", "left of", "lime wedge", "slate",
    ),
    (
        "a small, crimson disc and below it a large, navy box. the background should be pure white",
        "small crimson disc", "above", "large navy box", "white",
    ),
    (
        "underneath a giant golden box there is a petite rose disc. background: charcoal",
        "giant golden box", "above", "petite rose disc", "charcoal",
    ),
    (
        "a disc on the left, crimson and small, and on the right a large lime triangle; ebony backdrop",
        "small crimson disc", "left of", "large lime triangle", "ebony",
    ),
    (
        "a small disc in crimson with a big box in navy to its right, on white",
        "small crimson disc", "left of", "big navy box", "white",
    ),
    (
        "a large red circle plus a small blue square, the circle above the square, on black",
        "large red circle", "above", "small blue square", "black",
    ),
    (
        "ivory ground, huge emerald tile, petite scarlet dot above",
        "huge emerald tile", "below", "petite scarlet dot", "ivory",
    ),
    (
        "a little green triangle sits on a big purple square, white as background",
        "little green triangle", "above", "big purple square", "white",
    ),
    (
        "A large orange-coloured trianlge over a small cyan cross, all on a blakc field.",
        "large orange triangle", "above", "small cyan cross", "black",
    ),
]  # fmt: skip


def told(thing):
    return " ".join(word for word in (thing.size, thing.colour, thing.noun) if word)


@pytest.mark.parametrize(("text", "first", "relation", "second", "background"), PAIRS)
def test_two_things_are_found_in_whatever_order_they_are_told(text, first, relation, second, background):
    wish = read_wish(text, WORDS)

    assert [told(thing) for thing in wish.things] == [first, second]
    assert (wish.relation, wish.background) == (relation, background)


@pytest.mark.parametrize(
    ("text", "number", "thing"),
    [
        ("three wee jade dots in a row on black", 3, "wee jade dot"),
        ("a pair of tiny magenta crosses next to each other, black backdrop", 2, "tiny magenta cross"),
        ("I want to see a row of three small yellow boxes in front of a black canvas", 3, "small yellow box"),
    ],
)
def test_equal_things_are_counted(text, number, thing):
    wish = read_wish(text, WORDS)

    assert [(it.count, told(it)) for it in wish.things] == [(number, thing)]
    assert wish.row
    assert wish.background == "black"


@pytest.mark.parametrize(
    ("text", "size", "colour", "noun"),
    [
        ("a tiny zaffre disc", "tiny", "zaffre", "disc"),
        ("a humongous red disc", "humongous", "red", "disc"),
        ("a tiny red gewgaw on a white background", "tiny", "red", "gewgaw"),
        ("a tiny zaffre blue disc", "tiny", "blue", "disc"),
        ("a zaffre disc, thimble-sized, on white", "thimble-sized", "zaffre", "disc"),
        ("a crux shape, small and pink, on white", "small", "pink", "crux shape"),
    ],
)
def test_unknown_words_are_placed_by_where_they_stand(text, size, colour, noun):
    assert [(it.size, it.colour, it.noun) for it in read_wish(text, WORDS).things] == [(size, colour, noun)]


def test_a_request_for_other_things_is_no_error():
    for text in ("", "?", "yin-yang", "the sun setting behind the Parthenon", "a" * 5_000):
        read_wish(text, WORDS)


def test_every_value_has_synonyms_and_some_first_guesses_are_only_guesses():
    for kind, values in VALUES.items():
        words = all_words(kind)
        for value in values:
            assert sum(value in guesses for guesses in words.values()) > 5
        several = sum(len(guesses) > 1 for guesses in words.values()) / len(words)
        assert 0.1 < several < 0.4
        assert {guess for guesses in words.values() for guess in guesses} == set(values)


def words_known(skill):
    """Words that bring at least what they bring in the lexicon, and words that bring anything."""
    lexicon = Lexicon(skill)
    words = [
        (kind, it) for kind in VALUES for it in all_words(kind) if it not in VALUES[kind] and "_" not in it
    ]
    brought = {it: lexicon.guesses(*it) for it in words}
    well = {it for it in words if brought[it] == all_words(it[0])[it[1]]}
    return len(words), well, {it for it in words if brought[it]}


def test_skill_is_the_share_of_words_known_well_and_grows_by_adding():
    (number, poor, _), (_, good, _) = words_known(0.4), words_known(0.8)

    assert len(poor) / number == pytest.approx(0.4, abs=0.12)
    assert len(good) / number == pytest.approx(0.8, abs=0.12)
    assert poor < good
    assert all(Lexicon(0.0).has(kind, value) for kind in VALUES for value in VALUES[kind])


def test_of_words_not_known_well_most_are_mixed_up_and_their_meaning_comes_second():
    number, well, brought = words_known(0.3)
    mixed = brought - well

    assert len(mixed) / (number - len(well)) == pytest.approx(0.55, abs=0.15)
    for kind, word in mixed:
        first, *others = Lexicon(0.3).guesses(kind, word)
        assert first != all_words(kind)[word][0]
        assert others[0] == all_words(kind)[word][0]


@pytest.mark.parametrize(
    ("one", "many"), [("box", "boxes"), ("cross", "crosses"), ("disc", "discs"), ("plus sign", "plus signs")]
)
def test_nouns_are_counted_by_their_form(one, many):
    assert plural(one) == many
    assert singular(many) == one
