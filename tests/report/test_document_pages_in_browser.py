"""Pages of a document study in a real browser, where one is installed: pictures load under the policy."""

import asyncio

import document_runs
import pytest
from test_report_in_browser import BROWSER, browser, look

from assay.report.html import write_report
from assay.store import Store

PICTURES = (
    "Promise.all([...document.querySelectorAll('image')].map(async it => {const loaded = new Image(); "
    "loaded.src = it.href.baseVal; await loaded.decode(); return it.getBoundingClientRect().width > 0}))"
    ".then(all => all.filter(Boolean).length)"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="no chromium is installed: the pages are not looked at"),
]


async def pictures(profile, page):
    async with browser(profile) as tab:
        await tab.open(page)
        found = await tab.ask("Runtime.evaluate", expression=PICTURES, returnByValue=True, awaitPromise=True)
        assert tab.complaints == []
        return found["result"].get("value")


def test_pages_never_scroll_sideways_and_their_pictures_load_from_disk(tmp_path):
    with Store(f"sqlite:///{tmp_path / 'assay.db'}") as store:
        front = write_report(store, document_runs.finished(store, 20).run, tmp_path / "report")
        stress = write_report(store, document_runs.stress(store), tmp_path / "stress")
    shown = [front, front.parent / "cells" / "1.html", front.parent / "cells" / "6.html"]
    found = asyncio.run(look(tmp_path / "profile", shown))
    found |= asyncio.run(look(tmp_path / "profile-2", [stress]))
    assert {place: pixels for place, pixels in found.items() if pixels > 0} == {}
    assert asyncio.run(pictures(tmp_path / "profile-3", shown[1])) == 20
