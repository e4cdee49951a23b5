"""Pages of a study of pictures in a real browser, where one is installed."""

import asyncio

import picture_runs
import pytest
from test_report_in_browser import BROWSER, browser, look

from assay.report.html import write_report
from assay.store import Store

LOADED = (
    "Promise.all([...document.images].map(async it => {it.loading = 'eager'; await it.decode(); "
    "return it.naturalWidth > 0}))"
    ".then(all => all.length > 2 && all.every(Boolean))"
)
OUTSIDE = "performance.getEntriesByType('resource').filter(it => !it.name.startsWith('file:')).length"
CHOSEN = "[...document.querySelectorAll('.cycle .shot.chosen')].map(it => it.innerText).join('|')"
CHANGED = "getComputedStyle(document.querySelector('.diff ins')).textDecorationLine"
SHARP = "getComputedStyle(document.querySelector('img.pixels')).imageRendering"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no chromium is installed: the pages are not looked at"),
]


async def seen(profile, page):
    async with browser(profile) as tab:
        await tab.open(page)
        loaded = await tab.ask("Runtime.evaluate", expression=LOADED, returnByValue=True, awaitPromise=True)
        found = [await tab.value(expression) for expression in (OUTSIDE, CHOSEN, CHANGED, SHARP)]
        assert tab.complaints == []
    return loaded["result"].get("value"), *found


def test_pages_load_from_disk_never_scroll_sideways_and_tell_the_chosen_one(tmp_path):
    with Store(f"sqlite:///{tmp_path / 'assay.db'}") as store:
        made = picture_runs.finished(store, 12)
        folder = write_report(store, made.run, tmp_path / "report").parent
        rows = {item.id: store.loops.cycles(made.run, "loop", item.id) for item in made.items}
    number = next(n for n, item in enumerate(made.items, start=1) if n > 7 and len(rows[item.id]) > 1)
    request = next((folder / "requests").glob(f"{number:04d}*")) / "index.html"
    pages = [folder / "index.html", folder / "gallery" / "1.html", request]
    hard = [next((folder / "requests").glob(f"{n:04d}*")) / "index.html" for n in (1, 3, 4)]
    for place, some in enumerate((pages[:1], pages[1:2], pages[2:], hard)):
        found = asyncio.run(look(tmp_path / f"profile-{place}", some))
        assert {spot: pixels for spot, pixels in found.items() if pixels > 0} == {}
    loaded, outside, chosen, changed, sharp = asyncio.run(seen(tmp_path / "profile-seen", request))
    assert (loaded, outside) == (True, 0)
    assert "★ chosen" in chosen
    assert (changed, sharp) == ("underline", "pixelated")
