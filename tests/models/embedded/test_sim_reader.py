"""The simulated reader: what it finds on a page, which shape its answers take, how it is asked."""

import asyncio
import json
from collections import Counter
from dataclasses import replace
from statistics import mean

import jiwer
import pytest

from assay.drawing.documents import fields
from assay.errors import Rejected, SettingRefused, UsageError
from assay.models.embedded import make
from assay.models.embedded.reader_fields import known_fields, named_field
from assay.models.embedded.reader_habits import BASE_RATES, OBEYED_RATE, rates, taste
from assay.models.embedded.reader_lexicon import WORDINGS, wordings_in
from assay.models.embedded.reader_page import Page
from assay.models.embedded.reader_pages import Pages
from assay.models.embedded.reader_prompt import parted, understood
from assay.models.embedded.reader_truth import best_prompt, ideal_reading
from assay.models.ocr import Line, Reading
from assay.records import Image, Message, Request, Settings

EN, RU = fields("en"), fields("ru")
INVOICE = (
    ("INVOICE",),
    ("Invoice number: 4821-33907",),
    ("Customer: 20061",),
    ("Invoice date", "14.03.2026"),
    ("Seller", "Total due"),
    ("Birch & Moss Ltd", "1 204.50"),
    ("All sums in euro. Printed 16.11.2021.",),
)
RUSSIAN = (("Счёт на оплату",), ("Счёт №: 2696-67225",), ("Продавец", "Новый двор"))
CARD = (("LIBRARY CARD",), ("Member: Vera Gatesby",), ("Branch: Northgate",), ("Level: Gold",))
PAGES = {"invoice": INVOICE, "russian": RUSSIAN, "card": CARD}
SINGLE = {key: value for key, value in BASE_RATES.items() if key not in ("fence", "keys")}


def laid_out(rows):
    """Rows of texts as a reading, in two columns."""
    lines = []
    for place, row in enumerate(rows):
        for column, text in enumerate(row):
            left, top = 40.0 + 320 * column, 30.0 + 40 * place
            lines.append(Line(text, (left, top, left + 11 * len(text), top + 24), 0.99))
    return Reading(tuple(lines))


READINGS = {name: laid_out(rows) for name, rows in PAGES.items()}


def reader(options="", **given):
    given.setdefault("read_page", READINGS.__getitem__)
    return make(f"sim/reader{options}", **given)


def asking(chat, prompt, *, page="invoice", sample=0, **settings):
    content = prompt if page is None else (Image(page, "image/png"), prompt)
    request = Request(chat.id, (Message("user", content),), Settings(**settings))
    return asyncio.run(chat.send(request, sample))


def answers(chat, prompt, *, page="invoice", count=200):
    async def all_of_them():
        request = Request(chat.id, (Message("user", (Image(page, "image/png"), prompt)),))
        return [(await chat.send(request, sample)).text for sample in range(count)]

    return asyncio.run(all_of_them())


@pytest.mark.parametrize(
    ("page", "field", "value"),
    [
        ("invoice", EN["invoice", "number"], "4821-33907"),
        ("invoice", EN["invoice", "date"], "14.03.2026"),
        ("invoice", EN["invoice", "seller"], "Birch & Moss Ltd"),
        ("invoice", EN["invoice", "total"], "1 204.50"),
        ("invoice", EN["invoice", "due date"], ""),
        ("card", EN["card", "branch"], "Northgate"),
        ("russian", RU["invoice", "number"], "2696-67225"),
        ("russian", RU["invoice", "seller"], "Новый двор"),
    ],
)
def test_the_value_stands_on_the_labels_line_beside_it_or_below_it(page, field, value):
    assert ideal_reading(READINGS[page], field) == value


@pytest.mark.parametrize("read", ["1nvoice number: 4821", "Invoicenumber:4821", "INVOICE NUMBER  4821"])
def test_a_label_the_ocr_misread_is_still_found(read):
    assert ideal_reading(laid_out([(read,)]), EN["invoice", "number"]) == "4821"


def test_a_value_the_ocr_cut_in_pieces_is_put_together():
    pieces = Reading(
        (
            Line("Phone", (40, 40, 110, 64), 0.9),
            Line("01632", (300, 40, 370, 64), 0.9),
            Line("960 448", (382, 40, 470, 64), 0.9),
        )
    )

    assert ideal_reading(pieces, EN["form", "phone"]) == "01632 960 448"


@pytest.mark.parametrize("known", known_fields(), ids=lambda known: f"{known.language} {known.key}")
def test_every_question_names_its_field_whatever_instructions_follow(known):
    wordings = " Give only the value. Keep the format of the document, day first. Read letter by letter."

    for prompt in (known.field.question, known.field.question + wordings):
        for page_class in (known.field.doc_class, None):
            found = named_field(prompt, page_class, russian=known.language == "ru")
            assert found is not None
            assert found.key == known.key


def test_a_naive_question_is_answered_far_above_the_floor_and_the_best_prompt_near_it():
    """Recovery: the habits are strong enough to be worth a search, and a prompt can end them."""
    for seed in (1, 2, 3):
        chat = reader(f"?seed={seed}")
        naive, best = [], []
        for kind in ("number", "date", "seller", "total"):
            field = EN["invoice", kind]
            truth = ideal_reading(READINGS["invoice"], field)
            for errors, prompt in ((naive, field.question), (best, best_prompt(seed, field))):
                given = answers(chat, prompt, count=120)
                errors.append(mean(jiwer.process_characters(truth, text).cer for text in given))
        assert 0.4 < mean(naive) < 1.6
        assert mean(best) < 0.15


def test_habits_keep_labels_change_dates_and_put_words_around():
    given = answers(reader(), EN["invoice", "date"].question)
    kinds = Counter(
        "label" if text.startswith("Invoice date: ")
        else "value" if text == "14.03.2026"
        else "words" if text.endswith(".")
        else "line" if text.startswith("Invoice date ")
        else "other date"
        for text in given
    )  # fmt: skip

    assert set(kinds) == {"label", "value", "words", "line", "other date"}


def test_an_obeyed_wording_all_but_ends_its_habit_and_others_do_nothing():
    likes = taste("7", "none")
    bare = rates(understood("What is the invoice number?"), "invoice number", "7", "none", 0.5).habits
    for aspect in SINGLE:
        for wording in WORDINGS[aspect]:
            key = f"{aspect}/{wording.name}"
            said = understood(f"What is the invoice number? {wording.english}")
            rate = rates(said, "invoice number", "7", "none", 0.5).habits[aspect]
            if key in likes.obeyed:
                assert rate == pytest.approx(OBEYED_RATE)
            elif key in likes.backfiring:
                assert rate > bare[aspect]
            else:
                assert rate == pytest.approx(bare[aspect])


def test_which_wordings_are_obeyed_differs_by_seed_and_leans_by_family():
    """Limiting case: without a family, two seeds share what chance gives; of one family they share more."""
    size = len(taste("1", "none").obeyed)
    assert all(len(taste(str(seed), family).obeyed) == size for seed in range(9) for family in ("none", "a"))

    def shared(one, other):
        pairs = [(i, j) for i in range(14) for j in range(i)]
        sets = [(taste(str(i), one).obeyed, taste(str(j), other).obeyed) for i, j in pairs]
        return mean(len(a & b) / size for a, b in sets)

    apart = shared("none", "none")
    assert apart == pytest.approx(3 / 8, abs=0.06)
    assert shared("a", "a") > apart + 0.04
    assert shared("a", "b") < shared("a", "a")


def test_every_wording_is_recognised_in_its_own_sentence():
    for aspect, family in WORDINGS.items():
        for wording in family:
            assert f"{aspect}/{wording.name}" in wordings_in(wording.english)


def test_the_naive_questions_hold_no_wording():
    for known in known_fields():
        assert not wordings_in(known.field.question)


def test_long_prompts_are_heeded_less():
    prompt = best_prompt(1, EN["invoice", "number"])
    padding = " The page was scanned in an office by friendly people." * 20

    def rate(text):
        return sum(rates(understood(text), "invoice number", "1", "none", 0.5).habits.values())

    assert rate(prompt + padding) > rate(prompt) + 0.2


def test_a_bare_example_helps_some_seeds_and_is_echoed_now_and_then():
    prompt = "What is the invoice number? For example: 1111-22222"
    assert understood(prompt).examples == ("1111-22222",)
    helped = {seed: taste(str(seed), "none").example_helps for seed in range(12)}
    assert set(helped.values()) == {True, False}
    for seed, helps in helped.items():
        bare = rates(understood("What is it?"), "x", str(seed), "none", 0.5).habits
        shown = rates(understood(prompt), "x", str(seed), "none", 0.5).habits
        assert (shown["chatter"] < bare["chatter"]) == helps
    given = answers(reader(), prompt, count=400)
    assert 0 < sum(text == "1111-22222" for text in given) < 40


def test_question_and_answer_examples_make_some_seeds_write_answer():
    prompt = "What is the invoice number?\nQuestion: What is it?\nAnswer: 1111-22222"
    echoing = [seed for seed in range(8) if taste(str(seed), "none").dialogue_echoes]
    assert 0 < len(echoing) < 8

    for seed in range(8):
        given = answers(reader(f"?seed={seed}"), prompt, count=40)
        assert any(text.startswith("Answer: ") for text in given) == (seed in echoing)


def test_an_absent_field_is_made_up_unless_an_obeyed_wording_forbids_it():
    field = EN["invoice", "due date"]
    naive = answers(reader(), field.question)
    told = answers(reader(), best_prompt(1, field, absent=True))

    assert sum("absent" in text for text in naive) < 140
    assert sum("absent" in text for text in told) > 185


def test_an_object_with_the_keys_asked_for_is_answered():
    prompt = (
        'Return JSON only, without code fences, nothing else, with exactly these keys, keys as given:\n'
        '- "number": the invoice number\n- "date": the invoice date'
    )  # fmt: skip
    given = answers(reader("?skill=1"), prompt, count=60)
    read = [json.loads(text) for text in given if text.startswith("{")]

    assert len(read) > 10
    assert any(values == {"number": "4821-33907", "date": "14.03.2026"} for values in read)
    naive = answers(
        reader("?skill=0"), prompt.replace("JSON only, without code fences, nothing else", "JSON")
    )
    assert any(text.startswith("```json") for text in naive)


def test_a_page_given_as_text_is_read_like_a_picture():
    prompt = f"{best_prompt(1, EN['invoice', 'total'])}\n\n<page>\n{READINGS['invoice'].text}\n</page>"
    text, page = parted(prompt)
    chat = reader(read_page=None)

    assert page is not None
    assert "Birch" not in text
    assert Counter(asking(chat, prompt, page=None, sample=n).text for n in range(20)).most_common(1)[0][
        0
    ] == ("1 204.50")


def test_a_page_that_was_not_drawn_here_is_read_by_the_words_of_its_labels():
    page = Page(laid_out([("Warden: Odo Fenn",), ("Gate code: 77-1",)]))

    found = page.find_named("What is the gate code?")
    assert found is not None
    assert found.value == "77-1"
    assert page.find_named("What is the colour?") is None


def test_a_prefill_leaves_nothing_to_put_around_the_value():
    chat = reader()
    messages = (
        Message("user", (Image("invoice", "image/png"), "Who is the seller?")),
        Message("assistant", "The value is:"),
    )
    given = {asyncio.run(chat.send(Request(chat.id, messages), n)).text for n in range(40)}

    assert given == {"Birch & Moss Ltd", "BIRCH & MOSS LTD"}


def test_draws_depend_on_page_prompt_sample_and_options_alone():
    question = EN["invoice", "number"].question
    given = answers(reader(), question, count=20)

    assert answers(reader(), question, count=20) == given
    assert answers(reader("?seed=2"), question, count=20) != given
    assert len(set(given)) > 2


def test_the_last_picture_is_the_page_and_earlier_ones_are_examples():
    chat = reader("?skill=1")
    messages = (
        Message("user", (Image("card", "image/png"), "Who is the seller?")),
        Message("assistant", "Oak Works"),
        Message("user", (Image("invoice", "image/png"), "Who is the seller?")),
    )
    given = Counter(asyncio.run(chat.send(Request(chat.id, messages), n)).text for n in range(30))

    assert given.most_common(1)[0][0] == "Birch & Moss Ltd"


def test_pages_are_read_once_and_no_more_than_a_fixed_number_is_kept(monkeypatch):
    monkeypatch.setattr("assay.models.embedded.reader_pages._KEPT", 2)
    looked = []

    def read(blob):
        looked.append(blob)
        return READINGS["card"]

    async def look(pages):
        await asyncio.gather(*(pages.page(blob) for blob in ("a", "a", "b", "a", "c")))
        await pages.page("c")
        await pages.page("a")
        pages.close()
        pages.close()

    asyncio.run(look(Pages(read)))
    assert Counter(looked) == {"a": 2, "b": 1, "c": 1}


def test_a_picture_that_cannot_be_read_fails_its_item_alone():
    def read(blob):
        raise UsageError("no picture")

    with pytest.raises(Rejected, match="no picture"):
        asking(reader(read_page=read), "What is the total amount?")


def test_pictures_are_read_with_an_own_engine_where_only_bytes_are_handed_in(monkeypatch):
    class Engine:
        id = "engine"

        def read(self, data):
            return READINGS[data.decode()]

    monkeypatch.setattr("assay.models.embedded.reader_pages.make_ocr", lambda name: Engine())
    chat = reader("?skill=1", read_page=None, read_blob=lambda blob: blob.encode())

    assert any("1 204.50" in asking(chat, "What is the total amount?", sample=n).text for n in range(5))


@pytest.mark.parametrize("given", [{"read_page": None}, {}])
def test_a_request_without_a_page_is_told_what_is_missing(given):
    with pytest.raises(Rejected, match=r"is a simulation that only knows how to read.*Name a real model"):
        asking(reader(**given), "What is the total amount?", page=None)
    if given:
        with pytest.raises(Rejected, match="without a way to read pictures"):
            asking(reader(**given), "What is the total amount?")


def test_it_takes_pictures_and_refuses_what_it_does_not_take():
    chat = reader()
    assert chat.capabilities.images is True

    with pytest.raises(SettingRefused, match="reasoning_effort"):
        asking(chat, "What is the total amount?", reasoning_effort="low")
    request = Request(chat.id, (Message("user", (Image("invoice", "image/png"), "Total?")),))
    with pytest.raises(SettingRefused, match="response format"):
        asyncio.run(chat.send(replace(request, response_format={"type": "object"})))


def test_the_token_cap_cuts_and_usage_is_counted():
    reply = asking(reader(), "What is the invoice number?", max_tokens=1)

    assert len(reply.text) == 4
    assert reply.finish == "length"
    assert reply.usage.output == 1


def test_options_stand_in_the_name_and_the_id():
    assert "family=a" in reader("?family=a&seed=12").id
    with pytest.raises(UsageError, match=r"family \(none, a, b, c, d\)"):
        reader("?family=z")
    with pytest.raises(UsageError, match=r"seed \(0 to 99999\)"):
        reader("?seed=-1")
