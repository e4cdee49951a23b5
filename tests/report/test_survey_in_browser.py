"""A survey in a real browser, opened from disk: voting, reloading, saving, going on."""

import asyncio
import json
from collections import Counter

import pytest
import survey_browser as page
from test_report_in_browser import BROWSER, OVERFLOW, browser

from assay.interop.survey import read_answers
from assay.interop.survey_key import read_key
from assay.report.survey.build import build_survey
from assay.report.survey.results import survey_results
from assay.report.survey.write import write_results
from support import survey_plans as surveys

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no chromium is installed: the survey is not looked at"),
]
WIDTHS = (360, 800, 1400)


async def overflows(tab):
    """Widths at which the page scrolls sideways."""
    found = []
    for width in WIDTHS:
        screen = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
        await tab.ask("Emulation.setDeviceMetricsOverride", **screen)
        if await tab.value(OVERFLOW) > 0:
            found.append(width)
    return found


async def vote(tab, front, folder):
    """Vote with keys and buttons, reload half-way, save; what was seen is returned."""
    await tab.open(front)
    assert await overflows(tab) == []
    await page.begin(tab, "  Мира   B ")
    shown, wanted = [], []
    for key in ("1", "3", "0"):
        assert await page.loaded(tab)
        assert await overflows(tab) == []
        names = await tab.value(page.SHOWN)
        shown.append(names)
        wanted.append({"1": names[0], "3": names[2], "0": "equal"}[key])
        await page.press(tab, key)
    assert (await tab.value(page.PROGRESS)).startswith("4 of 5")
    await page.press(tab, "ArrowLeft")
    assert await tab.value(page.PRESSED) == "equal"
    await page.press(tab, "n")
    wanted[2] = "none"
    await tab.open(front)
    await page.click(tab, "Go on as Мира B (3 of 5")
    assert await tab.value("document.activeElement.tagName") == "H1"
    shown.append(await tab.value(page.SHOWN))
    wanted.append(shown[-1][1])
    await tab.value(f"document.querySelector('[data-choice=\"{wanted[-1]}\"]').click()")
    await page.press(tab, "ArrowRight")
    assert "4 of 5" in await tab.value(page.HEADING)
    file = await page.save(tab, folder)
    return file, shown, wanted


async def go_on_elsewhere(profile, front, file, folder):
    """Load a saved file in another browser, answer what is left, save."""
    async with browser(profile) as tab:
        await tab.open(front)
        await page.load(tab, file)
        await page.until(tab, f"{page.PROGRESS}?.startsWith('5 of 5 \u00b7 4')")
        await page.press(tab, "2")
        assert await tab.value(page.HEADING) == "All answered"
        assert tab.complaints == []
        return await page.save(tab, folder)


def test_votes_with_keys_survive_a_reload_and_are_read_back_as_they_were_given(tmp_path):
    front = build_survey(surveys.plan(5, ("chosen", "first", "control")), tmp_path)
    key = read_key(tmp_path / "key.json")

    async def whole():
        async with browser(tmp_path / "profile") as tab:
            file, shown, wanted = await vote(tab, front, tmp_path / "one")
            assert tab.complaints == []
        return file, shown, wanted, await go_on_elsewhere(tmp_path / "other", front, file, tmp_path / "two")

    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    file, shown, wanted, later = asyncio.run(whole())
    found = read_answers([file], key)
    by_shown = {frozenset(vote.shown): vote for vote in found.votes}

    assert found.voters == ("Мира B",)
    assert [by_shown[frozenset(names)].choice for names in shown] == wanted
    assert [by_shown[frozenset(names)].shown for names in shown] == [tuple(names) for names in shown]
    both = read_answers([file, later], key)
    assert (len(found.votes), len(both.votes), both.changed) == (4, 5, 0)
    assert set(found.votes) <= set(both.votes)


ORDERS = (
    "JSON.stringify([...Array(400).keys()].map(n => surveyOrder.pages(window.assaySurvey, 'voter-' + n)"
    ".map(one => [one.name, one.pictures[0].name])))"
)


def test_order_is_drawn_for_each_voter_and_favours_no_place(tmp_path):
    front = build_survey(surveys.plan(4, ("chosen", "first")), tmp_path / "two")
    alone = build_survey(surveys.plan(2, ("a", "b"), kind="acceptable"), tmp_path / "alone")
    key = read_key(tmp_path / "two" / "key.json")
    votes = surveys.answered(key, "Ana", lambda page: "chosen")
    answers = read_answers([surveys.saved(tmp_path, "a.json", votes)], key)
    results = write_results(survey_results(answers, key), tmp_path / "results")

    async def seen():
        async with browser(tmp_path / "profile") as tab:
            await tab.open(front)
            orders = [json.loads(await tab.value(ORDERS)) for _ in range(2)]
            await tab.open(alone)
            await page.begin(tab, "")
            await page.press(tab, "2")
            kept = await tab.value("JSON.parse(localStorage.getItem(localStorage.key(0)))")
            await tab.open(results)
            assert await overflows(tab) == []
            assert tab.complaints == []
            return orders, kept

    (orders, again), kept = asyncio.run(seen())
    assert orders == again
    places = Counter(order[0][0] for order in orders)
    firsts = Counter(
        key.pages[[one.name for one in key.pages].index(name)].pictures[picture][0]
        for order in orders
        for name, picture in order
    )
    # Four pages in 400 orders: 100 each, standard deviation 8.7; 1,600 pairs: 800 each, 20.
    assert all(60 < places[one.name] < 140 for one in key.pages)
    assert 710 < firsts["chosen"] < 890
    assert kept["voter"].startswith("voter-")
    assert [answer["choice"] for answer in kept["answers"]] == ["no"]


def test_what_cannot_be_voted_on_or_gone_on_from_is_said(tmp_path):
    """A picture that is gone takes no votes; a file that is cut off, or of another voter, changes nothing."""
    front = build_survey(surveys.plan(2), tmp_path)
    key = read_key(tmp_path / "key.json")
    for picture in (front.parent / "pictures").iterdir():
        picture.unlink()
    cut = surveys.saved(tmp_path, "cut.json", '{"format": "assay-survey-ans')
    other = surveys.answered(key, "Bo", lambda page: "equal", pages=key.pages[:1])
    files = (cut, surveys.saved(tmp_path, "other.json", other))

    async def told():
        async with browser(tmp_path / "profile") as tab:
            await tab.open(front)
            await page.load(tab, files[0])
            await page.until(tab, "document.body.textContent.includes('damaged')")
            await page.begin(tab, "Ana")
            await page.until(tab, "document.body.textContent.includes('could not be loaded')")
            await page.press(tab, "1")
            await page.press(tab, "0")
            progress = await tab.value(page.PROGRESS)
            await page.click(tab, "Save and stop")
            await page.load(tab, files[1])
            await page.until(tab, "document.body.textContent.includes('of another voter, Bo')")
            return progress, await tab.value(page.HEADING)

    assert asyncio.run(told()) == ("1 of 2 \u00b7 0 answered", "0 of 2 answered")
